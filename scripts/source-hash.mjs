// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files under a path, or the file itself; none where nothing is. The order is the same everywhere.
 * @param {string} root
 * @param {string} path
 * @returns {string[]} from the root, with forward slashes
 */
function filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/**
 * A hash of what is built: names and contents of all files. Tests are left out, as no build holds them.
 * @param {string} root
 * @param {readonly string[]} sources folders and files, from the root
 * @returns {string}
 */
export function sourceHash(root, sources) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source))) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
