import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../tools/free-port.ts';
import { type BenchResult, summarize } from './result.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 9;

/** What `npm start` runs, and what it would run without a bundle: a loader that compiles each source file when it is loaded. */
const BUNDLE = ['scripts/run.mjs', 'start'];
const SOURCES = ['node_modules/tsx/dist/cli.mjs', 'sync-server/cli/start.ts'];

/** Starts a server on a data folder, and stops it again. @returns milliseconds until it was ready */
async function start(program: readonly string[], data: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const args = [...program, '--no-open', '--port', String(port), '--data', data];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const took = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('Outpost is ready')) resolve(performance.now() - began);
    });
    child.on('exit', () => reject(new Error(`The server ended before it was ready: ${said}`)));
  });
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
  return took;
}

/** A start of the server after the first one: everything is built, and the database is filled. Turn and turn about. */
export async function startAgain(): Promise<BenchResult[]> {
  const data = await mkdtemp(join(tmpdir(), 'outpost-bench-'));
  try {
    for (const program of [BUNDLE, SOURCES]) await start(program, data);
    const values: number[] = [];
    const baselines: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      values.push(await start(BUNDLE, data));
      baselines.push(await start(SOURCES, data));
    }
    return [
      summarize({
        name: 'start-again: until the server is ready',
        unit: 'ms',
        values,
        baselines,
        goal: 'at most 0.7 of a start from the sources',
        met: ({ ratio }) => ratio <= 0.7,
      }),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
