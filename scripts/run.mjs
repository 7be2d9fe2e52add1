// @ts-check
// Runs a command of the server from its bundle: `node scripts/run.mjs start --port 4680`. What it needs is built first, where its
// sources have changed. It uses no package, so that a start that finds everything built loads nothing for building.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builds, root } from './builds.mjs';
import { isCurrent } from './is-current.mjs';

const [, , command = 'start', ...args] = process.argv;

/** @type {import('./builds.mjs').BuildName[]} */
const needed = command === 'start' && !args.includes('--no-build') ? ['server', 'app'] : ['server'];
const old = needed.filter((name) => !isCurrent(root, name, builds[name]));
if (old.length > 0) {
  if (!existsSync(join(root, 'node_modules/vite'))) {
    process.stderr.write('The sources are newer than what was built, and the packages that build it are missing. Run: npm install\n');
    process.exit(1);
  }
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--if-old', ...old], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const program = join(root, 'out/server', `${command}.js`);
process.argv = [process.execPath, program, ...args];
await import(pathToFileURL(program).href);
