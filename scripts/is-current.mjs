// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from './source-hash.mjs';

/**
 * @typedef {object} Built
 * @property {readonly string[]} sources what it is made from, from the root
 * @property {string} made a file that is there once it is made, from the root
 */

/**
 * @param {string} root
 * @param {string} name
 */
const stampOf = (root, name) => join(root, 'out', `${name}.sources`);

/**
 * Whether a build is there, and was made from the sources as they are now.
 * @param {string} root
 * @param {string} name
 * @param {Built} build
 */
export function isCurrent(root, name, { sources, made }) {
  const stamp = stampOf(root, name);
  if (!existsSync(stamp) || !existsSync(join(root, made))) return false;
  return readFileSync(stamp, 'utf8') === sourceHash(root, sources);
}

/**
 * Notes down what a build was made from, once it is done. A build that is broken off is not current, and one whose sources change
 * meanwhile is old at once.
 * @param {string} root
 * @param {string} name
 * @param {Built} build
 * @param {() => Promise<void>} make
 * @throws what `make` throws
 */
export async function makeCurrent(root, name, { sources }, make) {
  const hash = sourceHash(root, sources);
  rmSync(stampOf(root, name), { force: true });
  await make();
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampOf(root, name), hash);
}
