import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const REGRESSIONS = fileURLToPath(new URL('regressions/', import.meta.url));
/** Nothing here measures time: a machine with other work to do takes several times as long. */
const PATIENCE = 900_000;
const PROGRAM = fileURLToPath(new URL('simulate.ts', import.meta.url));

/** Runs the simulation in a process of its own, because it takes over the clock of the one it is in. */
function simulate(...options: string[]): Promise<{ code: number | null; lines: string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, '--shrink', '0', ...options], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, lines: output.trimEnd().split('\n') }));
  });
}

function summaryOf({ lines }: { lines: string[] }): unknown {
  return JSON.parse(lines.at(-1) ?? '');
}

// Each run keeps one core busy.
describe.concurrent('the simulated world', () => {
  it('[J1–J9, R1–R5, P1–P5, M1] keeps its books for a minute, whatever goes wrong', { timeout: PATIENCE }, async () => {
    const run = await simulate('--seed', '1', '--operations', '100000', '--seconds', '60');
    expect(run.lines.filter((line) => line.startsWith('  '))).toEqual([]);
    expect(summaryOf(run)).toMatchObject({ seed: 1, violations: 0 });
    expect(run.code).toBe(0);
  });

  it('runs the same, byte for byte, from the same seed', { timeout: PATIENCE }, async () => {
    const first = await simulate('--seed', '7', '--operations', '1500');
    const second = await simulate('--seed', '7', '--operations', '1500');
    expect(first.lines[0]).toMatch(/^world 7: \d+ operations, \d+ faults, trace [0-9a-f]{64}$/);
    expect(second.lines[0]).toBe(first.lines[0]);
  });

  const kept = readdirSync(REGRESSIONS).filter((name) => name.endsWith('.json'));
  it.each(kept)('has not gone back to %s', { timeout: PATIENCE }, async (name) => {
    const run = await simulate('--replay', `${REGRESSIONS}${name}`);
    expect(run.lines.filter((line) => line.startsWith('  '))).toEqual([]);
    expect(run.code).toBe(0);
  });

  it('has an auditor that notices what it is there for', { timeout: PATIENCE }, async () => {
    const run = await simulate('--mutations', '3');
    expect(run.lines.filter((line) => line.startsWith('MISSED'))).toEqual([]);
    expect(summaryOf(run)).toEqual({ mutations: 3, caught: 3 });
  });
});
