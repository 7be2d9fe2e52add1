// Owns the folder of one test PostgreSQL: makes the cluster in it and runs the server, for as long as its own
// standard input is open; then stops it and removes the folder. A test run that ends in any way, even by
// kill -9, closes that pipe; so neither server nor folder outlives its run.
// Called with the folder; reads one line of JSON with the job; answers one line of JSON.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const folder = process.argv[2] ?? '';
let running;
let answered = false;
let ending = false;
let log = '';

// From a terminal Ctrl-C reaches the whole group; the keeper goes on until its pipe closes.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

function answer(message) {
  if (answered) return;
  answered = true;
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function finish() {
  answer({ ready: false, log });
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(0);
}

/** Runs a program to its end; gives its exit code. */
function run(program, args, owner) {
  return new Promise((resolve) => {
    running = spawn(program, args, {
      ...owner,
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    });
    running.stderr.setEncoding('utf8');
    running.stderr.on('data', (text) => {
      if (answered) return;
      log += text;
      if (log.includes('ready to accept connections')) answer({ ready: true, pid: running.pid });
    });
    running.on('error', (error) => {
      log += String(error);
      resolve(1);
    });
    running.on('exit', (code) => resolve(code ?? 1));
  });
}

function end() {
  if (ending) return;
  ending = true;
  if (running === undefined) {
    void finish();
    return;
  }
  running.kill('SIGINT');
  setTimeout(() => running.kill('SIGKILL'), 10_000).unref();
}

const input = createInterface(process.stdin);
input.once('line', async (line) => {
  const { initdb, postgres, owner } = JSON.parse(line);
  if ((await run(initdb.program, initdb.args, owner)) === 0 && !ending) await run(postgres.program, postgres.args, owner);
  await finish();
});
input.once('close', end);
process.stdin.on('error', end);
