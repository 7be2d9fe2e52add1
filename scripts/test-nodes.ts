import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './builds.mjs';

/** The other versions of Node on which Outpost has to run. The newest of each is fetched from npm, which packs Node's own binaries. */
const VERSIONS = ['22', '24'];

/** Installs a version of Node. @returns the folder of its binary @throws when npm cannot get it */
function installNode(version: string): string {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = join(root, 'node_modules/.cache/outpost-nodes', version);
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts', `${name}@${version}`];
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm could not install Node ${version}.`);
  return join(folder, 'node_modules', name, 'bin');
}

/** Runs the unit tests and the contract suites on a version of Node. @returns whether all went well */
function testOn(version: string, args: readonly string[]): boolean {
  const folder = installNode(version);
  process.stdout.write(`\n── Node ${version} ${'─'.repeat(60)}\n`);
  // Tests start processes of their own: those that look for node find this one.
  const env = { ...process.env, PATH: `${folder}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}` };
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'contract', ...args];
  return spawnSync(join(folder, 'node'), vitest, { cwd: root, env, stdio: 'inherit' }).status === 0;
}

const failed = VERSIONS.filter((version) => !testOn(version, process.argv.slice(2)));
process.stdout.write(failed.length === 0 ? `Passed on Node ${VERSIONS.join(' and ')}.\n` : `Failed on Node ${failed.join(' and ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
