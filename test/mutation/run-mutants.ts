import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import type { Reached, RunnerEntry, RunnerJob } from './mutant-runner.ts';

/** A test file, and what it reaches. */
type TestPlan = Reached & { readonly ms: number };

/** What the process that runs mutants is given, as JSON in the file that its last argument names. */
export interface MutantJob {
  /** The mutated copy of the repository. */
  readonly root: string;
  readonly projects: readonly string[];
  /** The mutated files, absolute. */
  readonly files: readonly string[];
  readonly ids: readonly number[];
  /** Only test files whose path has one of these in it; all when there is none. */
  readonly tests?: readonly string[];
  /** What an earlier process found out, the most telling test files first. */
  readonly plan?: readonly TestPlan[];
}

/** What it says, a message each. */
export type MutantMessage =
  | { readonly plan: readonly TestPlan[] }
  | { readonly broken: readonly string[] }
  | { readonly begun: number }
  | { readonly id: number; readonly outcome: 'killed' | 'survived' | 'not reached' };

/** Tests that take longer are tried only with what the others leave. */
const QUICK_MS = 1_500;
const POLL_MS = 500;

const passes = (module: TestModule): boolean => ['passed', 'skipped'].includes(module.state());
const say = (message: MutantMessage): void => void process.send?.(message);

/** Runs test files with a job for their processes. @param onEntry called for each line of their log, while they run. */
async function runJob(
  vitest: Vitest,
  specs: readonly TestSpecification[],
  trials: RunnerJob['trials'],
  onEntry: (entry: RunnerEntry) => void,
): Promise<TestModule[]> {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-mutant-job-'));
  const log = join(folder, 'log');
  const job: RunnerJob = { log, ...(trials === undefined ? {} : { trials }) };
  writeFileSync(log, '');
  writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
  let seen = 0;
  const read = (): void => {
    if (statSync(log).size === 0) return;
    const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
    for (const line of lines.slice(seen)) onEntry(JSON.parse(line) as RunnerEntry);
    seen = lines.length;
  };
  const timer = setInterval(read, POLL_MS);
  process.env['OUTPOST_MUTANTS_JOB'] = join(folder, 'job.json');
  const { testModules } = await vitest.runTestSpecifications([...specs]);
  delete process.env['OUTPOST_MUTANTS_JOB'];
  clearInterval(timer);
  read();
  rmSync(folder, { recursive: true });
  return testModules;
}

/** Runs every test that can reach the files, without a mutant, and plans which are run for which mutant. */
async function makePlan(vitest: Vitest, specs: readonly TestSpecification[]): Promise<TestPlan[]> {
  const found: Reached[] = [];
  const modules = await runJob(vitest, specs, undefined, (entry) => {
    if ('reached' in entry) found.push(entry.reached);
  });
  const failed = modules.filter((module) => !passes(module)).map((module) => module.moduleId);
  if (failed.length > 0) say({ broken: failed });
  const plan = found
    .filter(({ testPath }) => !failed.includes(testPath))
    .map((one) => ({ ...one, ms: (modules.find(({ moduleId }) => moduleId === one.testPath)?.diagnostic().duration ?? 0) + 300 }));
  // Whatever reaches much of the room in little time is likely to notice, soon.
  const worth = ({ tests, ms }: TestPlan): number => new Set(tests.flatMap(({ reached }) => reached)).size / ms;
  return plan.sort((a, b) => worth(b) - worth(a));
}

/** Tries mutants in the tests of one file that reach them, one after the other in as few processes as can be. */
async function tryInFile(vitest: Vitest, spec: TestSpecification, trials: Map<string, number[]>, alive: Set<number>): Promise<void> {
  // Of a test in doubt, in a process of its own, a mutant is tried first: it cannot be blamed for what others left behind.
  let doubted: { readonly id: number; readonly test: string } | null = null;
  for (;;) {
    for (const [test, ids] of trials) {
      const left = ids.filter((id) => alive.has(id));
      if (left.length === 0) trials.delete(test);
      else trials.set(test, left);
    }
    if (trials.size === 0) return;
    const outcome = await tryOnce(vitest, spec, doubted === null ? trials : first(trials, doubted), alive, trials);
    if (outcome.said === 0) return;
    doubted = outcome.begun;
    if (doubted === null || outcome.begunCount > 1) continue;
    // The process has ended with the first that it tried.
    alive.delete(doubted.id);
    say({ id: doubted.id, outcome: 'killed' });
    doubted = null;
  }
}

function first(trials: ReadonlyMap<string, number[]>, { id, test }: { readonly id: number; readonly test: string }): Map<string, number[]> {
  return new Map([[test, [id, ...(trials.get(test) ?? []).filter((one) => one !== id)]]]);
}

async function tryOnce(
  vitest: Vitest,
  spec: TestSpecification,
  chosen: ReadonlyMap<string, number[]>,
  alive: Set<number>,
  trials: Map<string, number[]>,
) {
  const outcome: { begun: { readonly id: number; readonly test: string } | null; begunCount: number; said: number } = {
    begun: null,
    begunCount: 0,
    said: 0,
  };
  await runJob(vitest, [spec], Object.fromEntries(chosen), (entry) => {
    outcome.said += 1;
    if ('unusable' in entry) trials.delete(entry.unusable);
    if ('begun' in entry) {
      outcome.begunCount += 1;
      outcome.begun = { id: entry.begun, test: entry.test };
      say({ begun: entry.begun });
    }
    if (!('tried' in entry)) return;
    outcome.begun = null;
    trials.set(
      entry.test,
      (trials.get(entry.test) ?? []).filter((id) => id !== entry.tried),
    );
    if (entry.killed && alive.delete(entry.tried)) say({ id: entry.tried, outcome: 'killed' });
  });
  return outcome;
}

/** How many test files a mutant gets that is reached while files are loaded; the nearest first. */
const MOST_FILES = 8;

/** The test files beside the mutated ones, then the rest. */
function nearestFirst(plan: readonly TestPlan[], files: readonly string[]): TestPlan[] {
  const rooms = new Set(files.map((file) => dirname(file)));
  const [near, far] = [true, false].map((isNear) => plan.filter(({ testPath }) => rooms.has(dirname(testPath)) === isNear));
  return [...(near ?? []), ...(far ?? [])].slice(0, MOST_FILES);
}

/** Whether a test fails in a process that had the mutant from its beginning; the first are tried alone. */
async function isKilled(vitest: Vitest, id: number, specs: readonly TestSpecification[]): Promise<boolean> {
  process.env['OUTPOST_MUTANT'] = String(id);
  try {
    for (const some of [specs.slice(0, 2), specs.slice(2)]) {
      if (some.length === 0) continue;
      const { testModules } = await vitest.runTestSpecifications([...some]);
      if (testModules.length < some.length || !testModules.every(passes)) return true;
    }
    return false;
  } finally {
    delete process.env['OUTPOST_MUTANT'];
  }
}

async function judge(
  vitest: Vitest,
  specs: readonly TestSpecification[],
  plan: readonly TestPlan[],
  { ids, files }: MutantJob,
): Promise<void> {
  const alive = new Set(ids);
  const specOf = (path: string) => specs.filter((spec) => spec.moduleId === path);
  for (const isQuick of [true, false]) {
    for (const { testPath, tests } of plan) {
      const usable = tests.filter(({ ms, repeatable }) => repeatable && ms <= QUICK_MS === isQuick);
      const trials = new Map(usable.map(({ id, reached }) => [id, reached.filter((one) => alive.has(one))]));
      for (const spec of specOf(testPath)) await tryInFile(vitest, spec, trials, alive);
    }
  }
  vitest.config.bail = 1;
  for (const id of [...alive]) {
    const isReached = plan.some(({ outside, tests }) => outside.includes(id) || tests.some(({ reached }) => reached.includes(id)));
    // What is reached while a file is loaded, or by tests that cannot run twice, needs a process of its own.
    const alone = plan.filter(
      ({ outside, tests }) => outside.includes(id) || tests.some(({ repeatable, reached }) => !repeatable && reached.includes(id)),
    );
    say({ begun: id });
    const killed = await isKilled(
      vitest,
      id,
      nearestFirst(alone, files).flatMap(({ testPath }) => specOf(testPath)),
    );
    if (killed) say({ id, outcome: 'killed' });
    else say({ id, outcome: isReached ? 'survived' : 'not reached' });
  }
}

async function main(job: MutantJob): Promise<void> {
  const vitest = await createVitest('test', {
    root: job.root,
    config: join(job.root, 'vitest.mutation.config.ts'),
    project: [...job.projects],
    related: [...job.files],
    watch: false,
    bail: 0,
    reporters: [{}],
  });
  const specs = await vitest.getRelevantTestSpecifications(job.tests === undefined ? [] : [...job.tests]);
  let { plan } = job;
  if (plan === undefined) {
    plan = await makePlan(vitest, specs);
    say({ plan });
  }
  await judge(vitest, specs, plan, job);
  await vitest.close();
}

process.on('disconnect', () => process.exit(1));
await main(JSON.parse(readFileSync(process.argv.at(-1) ?? '', 'utf8')) as MutantJob);
process.exit(0);
