import { setMaxListeners } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { type RunnerTask, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';
import { activate, loopsOf, takeReached } from './runtime.ts';

/** What a test process is told, in the file that `OUTPOST_MUTANTS_JOB` names. */
export interface RunnerJob {
  /** Where it writes what it finds, a JSON object a line. */
  readonly log: string;
  /** The mutants that each test tries, by the test's id. Without it, it finds out what each test reaches. */
  readonly trials?: Record<string, readonly number[]>;
}

/** A line of the log. */
export type RunnerEntry =
  | { readonly reached: Reached }
  | { readonly begun: number; readonly test: string }
  | { readonly tried: number; readonly test: string; readonly killed: boolean }
  /** The test fails without a mutant when it runs alone or again: nothing can be said by it. */
  | { readonly unusable: string };

export interface Reached {
  readonly testPath: string;
  /** Mutants that are reached while the file is loaded, or before and after its tests. */
  readonly outside: readonly number[];
  readonly tests: readonly {
    readonly id: string;
    readonly reached: readonly number[];
    readonly ms: number;
    readonly repeatable: boolean;
  }[];
}

const ENDLESS = 1_000_000;
const file = process.env['OUTPOST_MUTANTS_JOB'];
const job = file === undefined ? null : (JSON.parse(readFileSync(file, 'utf8')) as RunnerJob);

/** Tests replace the clocks. */
const now = performance.now.bind(performance);

function hasTimedOut(test: RunnerTestCase): boolean {
  return test.result?.errors?.some((error) => error.message.includes('timed out')) ?? false;
}

/** Ends a try of a test. @param again whether another one follows. */
function settle(test: RunnerTestCase, again: boolean): void {
  const errors = again ? [{ name: 'Error', message: 'again', stacks: [] }] : undefined;
  if (test.result !== undefined) Object.assign(test.result, { state: again ? 'fail' : 'pass', errors });
}

/**
 * Runs a test again and again in one process, with one mutant after the other. A failure counts only where the same test still
 * passes without a mutant afterwards, or where the mutant was the first of a fresh process: so no mutant is blamed for what an
 * earlier one has left behind.
 */
export default class MutantRunner extends TestRunner {
  private readonly outside = new Set<number>();
  private readonly found: { id: string; reached: Set<number>; ms: number; repeatable: boolean }[] = [];
  private left: number[] = [];
  private current = 0;
  private since = 0;
  private mostLoops = 0;
  private isFresh = true;
  private doubted: number | null = null;
  private stopped = false;
  private testPath = '';

  private say(entry: RunnerEntry): void {
    if (job !== null) appendFileSync(job.log, `${JSON.stringify(entry)}\n`);
  }

  onBeforeRunFiles(files: RunnerTestFile[]): void {
    this.testPath = files[0]?.filepath ?? '';
    const { trials } = job ?? {};
    if (trials === undefined) return;
    const keep = (task: RunnerTask): boolean => {
      const wanted = task.type === 'suite' ? task.tasks.map(keep).some(Boolean) : (trials[task.id] ?? []).length > 0;
      if (!wanted) task.mode = 'skip';
      return wanted;
    };
    for (const one of files) keep(one);
  }

  override async onBeforeRunTask(test: RunnerTask): Promise<void> {
    if (this.stopped) test.mode = 'skip';
    await super.onBeforeRunTask(test);
    if (job === null || test.type !== 'test' || test.mode === 'skip') return;
    test.retry = ENDLESS;
    // Each try adds to the listeners of the signal of the test.
    setMaxListeners(0, test.context.signal);
    this.left = [...(job.trials?.[test.id] ?? [])];
    Object.assign(this, { current: 0, doubted: null });
  }

  override onBeforeTryTask(test: RunnerTask): void {
    super.onBeforeTryTask(test);
    if (job === null) return;
    for (const id of takeReached()) this.outside.add(id);
    this.since = now();
    if (this.current !== 0) this.say({ begun: this.current, test: test.id });
    activate(this.current, this.mostLoops);
  }

  onAfterRetryTask(test: RunnerTask): void {
    if (job === null || test.type !== 'test' || test.result?.state === 'skip') return;
    if (this.current === 0) this.mostLoops = 100 * loopsOf() + 100_000;
    activate(0, this.mostLoops);
    if (job.trials === undefined) this.noteReached(test);
    else settle(test, this.judge(test));
  }

  private noteReached(test: RunnerTestCase): void {
    const failed = test.result?.state === 'fail';
    const ms = now() - this.since;
    const known = this.found.find(({ id }) => id === test.id);
    if (known === undefined) {
      this.found.push({ id: test.id, reached: new Set(takeReached()), ms, repeatable: !failed });
      // The first failure stands: without errors Vitest does not try again, and the whole file is left out.
      if (failed) Object.assign(test.result ?? {}, { errors: [] });
      else settle(test, true);
      return;
    }
    for (const id of takeReached()) known.reached.add(id);
    known.repeatable = !failed;
    settle(test, false);
  }

  /** @returns whether the test is tried again. */
  private judge(test: RunnerTestCase): boolean {
    const failed = test.result?.state === 'fail';
    if (this.current === 0) {
      if (failed) {
        if (this.isFresh) this.say({ unusable: test.id });
        this.stopped = !this.isFresh;
        return false;
      }
      if (this.doubted !== null) this.say({ tried: this.doubted, test: test.id, killed: true });
      this.doubted = null;
      return this.next();
    }
    const mutant = this.current;
    const isFirst = this.isFresh;
    this.isFresh = false;
    if (!failed) {
      this.say({ tried: mutant, test: test.id, killed: false });
      return this.next();
    }
    if (isFirst) this.say({ tried: mutant, test: test.id, killed: true });
    // What has timed out goes on in the background.
    this.stopped = hasTimedOut(test);
    if (this.stopped) return false;
    this.doubted = isFirst ? null : mutant;
    this.current = 0;
    return true;
  }

  private next(): boolean {
    this.current = this.left.shift() ?? 0;
    return this.current !== 0;
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    if (job === null || job.trials !== undefined) return;
    for (const id of takeReached()) this.outside.add(id);
    const tests = this.found.map((one) => ({ ...one, reached: [...one.reached] }));
    this.say({ reached: { testPath: this.testPath, outside: [...this.outside], tests } });
  }
}
