// Runs one PostgreSQL for as long as its own standard input is open, then stops it and removes its folder.
// A test run that ends in any way, even by kill -9, closes that pipe; so no server outlives its run.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';

const { bin, folder, args, owner } = JSON.parse(process.argv[2] ?? '{}');
// From a terminal Ctrl-C reaches the whole group; the keeper goes on until its pipe closes.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const server = spawn(bin, args, {
  ...owner,
  cwd: folder,
  detached: true,
  stdio: ['ignore', 'ignore', 'pipe'],
  env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' },
});

let log = '';
let told = false;
server.stderr.setEncoding('utf8');
server.stderr.on('data', (text) => {
  if (told) return;
  log += text;
  if (log.includes('ready to accept connections')) {
    told = true;
    process.stdout.write(`${JSON.stringify({ ready: true, pid: server.pid })}\n`);
  }
});

async function finish() {
  if (!told) process.stdout.write(`${JSON.stringify({ ready: false, log })}\n`);
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(0);
}
server.on('error', (error) => {
  log += String(error);
  void finish();
});
server.on('exit', () => void finish());

let asked = false;
function stop() {
  if (asked) return;
  asked = true;
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGKILL'), 10_000).unref();
}
process.stdin.on('end', stop);
process.stdin.on('error', stop);
process.stdin.on('close', stop);
process.stdin.resume();
