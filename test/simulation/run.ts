import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Step } from './steps.ts';
import type { Outcome } from './world.ts';

/** A run that can be had again: what happened, step by step. */
export interface Scenario {
  /** Of everything that no step settles. */
  readonly seed: number;
  readonly steps: readonly Step[];
}

/** What a world is to do. */
export interface Job {
  readonly seed: number;
  /** Chance makes the steps until so many operations are recorded. */
  readonly operations?: number;
  /** No busy hours, so that much happens within few operations. */
  readonly calm?: boolean;
  /** Or until so many seconds have gone by, in real time. */
  readonly seconds?: number;
  /** The steps to take instead. */
  readonly steps?: readonly Step[];
  /** The place in `MUTATIONS` of the rule to break. */
  readonly mutation?: number;
}

export interface Run extends Outcome {
  readonly scenario: Scenario;
}

const PROGRAM = fileURLToPath(new URL('run-world.ts', import.meta.url));

/**
 * Runs a world in a process of its own: it takes over the clock of the process it is in, it begins the same whatever ran
 * before, and its memory goes with it.
 */
export function run(job: Job): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const line = output.trimEnd().split('\n').at(-1) ?? '';
      if (code === 0 && line.startsWith('{')) resolve(JSON.parse(line) as Run);
      else reject(new Error(`World ${job.seed} came to an end of its own, with code ${code}.`));
    });
    // With a channel the types no longer know that the first two are pipes.
    child.stdin?.end(JSON.stringify(job));
  });
}
