// Owns the folder of one test PostgreSQL: makes the cluster in it and runs the server, for as long as its own
// standard input is open; then stops it and removes the folder. A test run that ends in any way, even by
// kill -9, closes that pipe; so neither server nor folder outlives its run.
// Called with the folder; reads one line of JSON with the job, then 'crash' and 'restart' in turns; answers each line
// with one line of JSON.
import { execFileSync, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const folder = process.argv[2] ?? '';
let running;
let answered = false;
let ending = false;
let crashed = false;
let killed = [];
let restart;
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
      if (answered || crashed) return;
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

/** All processes: id, parent and state. None where there is no ps; there children notice by themselves that their parent is gone. */
function listProcesses() {
  try {
    const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
    return text
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, parent, state = '']) => ({ pid: Number(pid), parent: Number(parent), state }));
  } catch {
    return [];
  }
}

/** Ends the server and all its children as a power cut would. */
function crash() {
  crashed = true;
  answered = false;
  // Held still, so that it has no more children once they are counted: one that is left may wait for a dead one for ever.
  running.kill('SIGSTOP');
  let processes = listProcesses();
  while (processes.some(({ pid, state }) => pid === running.pid && !state.startsWith('T'))) processes = listProcesses();
  killed = [running.pid, ...processes.filter(({ parent }) => parent === running.pid).map(({ pid }) => pid)];
  for (const pid of killed) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

/** Runs the server until it ends for good; after a crash, again on the same folder once that is asked for. */
async function serve({ program, args }, owner) {
  for (let attempts = 1; ; ) {
    crashed = false;
    log = '';
    await run(program, args, owner);
    if (crashed && !ending) {
      const isLeft = ({ pid, state }) => killed.includes(pid) && !state.startsWith('Z');
      while (listProcesses().some(isLeft)) await new Promise((resolve) => setTimeout(resolve, 20));
      answer({ crashed: true });
      await new Promise((resolve) => (restart = resolve));
      answered = false;
      attempts = 100;
    } else if (answered || (attempts -= 1) <= 0) return;
    // Children of the killed server may hold its memory for a moment longer; a new one then ends at once.
    else await new Promise((resolve) => setTimeout(resolve, 100));
    if (ending) return;
  }
}

function end() {
  if (ending) return;
  ending = true;
  restart?.();
  if (running === undefined) {
    void finish();
    return;
  }
  running.kill('SIGINT');
  setTimeout(() => running.kill('SIGKILL'), 10_000).unref();
}

const input = createInterface(process.stdin);
input.on('line', async (line) => {
  if (line === 'crash') crash();
  else if (line === 'restart') restart();
  else {
    const { initdb, postgres, owner } = JSON.parse(line);
    if ((await run(initdb.program, initdb.args, owner)) === 0 && !ending) await serve(postgres, owner);
    await finish();
  }
});
input.once('close', end);
process.stdin.on('error', end);
