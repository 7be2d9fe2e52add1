// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lock } from 'proper-lockfile';
import { builds, root } from './builds.mjs';
import { isCurrent, makeCurrent } from './is-current.mjs';

/** How long (milliseconds) the lock of a build that was killed keeps others waiting. */
const STALE_AFTER = 10_000;

/** @typedef {import('./builds.mjs').BuildName} BuildName */

/** @param {BuildName} name */
async function run(name) {
  for (const step of builds[name].steps) {
    // A test runner's own NODE_ENV would build a page for development.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, step, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const [status] = await once(child, 'exit');
    if (status !== 0) throw new Error(`Building ${builds[name].title} has failed. After an update of the sources, run npm install first.`);
  }
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'if-old': { type: 'boolean', default: false } } });
const names = /** @type {BuildName[]} */ (positionals);
if (names.length === 0 || names.some((name) => !(name in builds))) {
  process.stderr.write(`Usage: node scripts/build.mjs [--if-old] ${Object.keys(builds).join('|')} …\n`);
  process.exit(1);
}

const folder = join(root, 'out');
mkdirSync(folder, { recursive: true });
// Two that start at once would write into each other's files.
const release = await lock(folder, { stale: STALE_AFTER, retries: { forever: true, minTimeout: 100, maxTimeout: 500 } });
try {
  for (const name of names) {
    if (values['if-old'] && isCurrent(root, name, builds[name])) continue;
    process.stderr.write(`Building ${builds[name].title} …\n`);
    await makeCurrent(root, name, builds[name], () => run(name));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await release();
}
