import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('simulate.ts', import.meta.url));
const WORLDS = 2;

/** The processes that run now: the id of each, its parent's, and its command line. */
function processes(): { pid: number; parent: number; command: string }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 16_777_216 }).split('\n');
  return lines.map((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), parent: Number(parent), command };
  });
}

/** The children of a process that run a program; the loader has helpers of its own. */
const childrenOf = (pid: number | undefined, program: string): number[] =>
  processes().flatMap((one) => (one.parent === pid && one.command.includes(program) ? [one.pid] : []));
const stillThere = (pids: readonly number[]): number[] => processes().flatMap(({ pid }) => (pids.includes(pid) ? [pid] : []));

describe.skipIf(process.platform === 'win32')('a simulation that is killed', { timeout: 300_000 }, () => {
  let running: ChildProcess | undefined;
  let worlds: number[] = [];
  afterEach(() => {
    for (const pid of stillThere(worlds)) process.kill(pid, 'SIGKILL');
    running?.kill('SIGKILL');
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('by %s leaves no world running', async (signal) => {
    running = spawn(process.execPath, ['--import', 'tsx', PROGRAM, '--operations', '100000', '--jobs', String(WORLDS)], {
      stdio: 'ignore',
    });
    await expect.poll(() => childrenOf(running?.pid, 'run-world.ts'), { timeout: 120_000, interval: 100 }).toHaveLength(WORLDS);
    worlds = childrenOf(running.pid, 'run-world.ts');
    running.kill(signal);
    await expect.poll(() => stillThere(worlds), { timeout: 120_000, interval: 100 }).toEqual([]);
  });

  it('by the end of whoever started it leaves nothing running either', async () => {
    const parent = `require('node:child_process').spawn(process.execPath, ['--import', 'tsx', ${JSON.stringify(PROGRAM)},
      '--operations', '100000'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })`;
    running = spawn(process.execPath, ['-e', parent], { stdio: 'ignore' });
    const simulation = () => childrenOf(running?.pid, 'simulate.ts')[0];
    await expect.poll(() => childrenOf(simulation(), 'run-world.ts'), { timeout: 120_000, interval: 100 }).toHaveLength(1);
    worlds = [simulation() ?? 0, ...childrenOf(simulation(), 'run-world.ts')];
    running.kill('SIGKILL');
    await expect.poll(() => stillThere(worlds), { timeout: 120_000, interval: 100 }).toEqual([]);
  });
});
