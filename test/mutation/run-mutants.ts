import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';

/** What the process that runs mutants is given, as JSON in its last argument. */
export interface MutantJob {
  /** The mutated copy of the repository. */
  readonly root: string;
  readonly projects: readonly string[];
  /** The mutated files, absolute. */
  readonly files: readonly string[];
  readonly ids: readonly number[];
  /** Only test files whose path has one of these in it; all when there is none. */
  readonly tests?: readonly string[];
  /** What an earlier process found out: the test files that reach each mutant, the most telling first. */
  readonly plan?: Record<string, readonly string[]>;
}

/** What it says, a message each. */
export type MutantMessage =
  | { readonly plan: Record<string, readonly string[]> }
  | { readonly broken: readonly string[] }
  | { readonly begun: number }
  | { readonly id: number; readonly outcome: 'killed' | 'survived' | 'not reached' };

const passes = (module: TestModule): boolean => ['passed', 'skipped'].includes(module.state());
const say = (message: MutantMessage): void => void process.send?.(message);

/** Runs every test that can reach the files, without a mutant, and plans which are run for which mutant. */
async function makePlan(vitest: Vitest, specs: readonly TestSpecification[]): Promise<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-reached-'));
  process.env['OUTPOST_MUTANTS_REACHED'] = folder;
  const { testModules } = await vitest.runTestSpecifications([...specs]);
  delete process.env['OUTPOST_MUTANTS_REACHED'];
  const failed = testModules.filter((module) => !passes(module)).map((module) => module.moduleId);
  if (failed.length > 0) say({ broken: failed });
  const tests = readdirSync(folder).map((name) => {
    const { testPath, reached } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { testPath: string; reached: number[] };
    const module = testModules.find(({ moduleId }) => moduleId === testPath);
    return { testPath, reached: new Set(failed.includes(testPath) ? [] : reached), ms: (module?.diagnostic().duration ?? 0) + 300 };
  });
  rmSync(folder, { recursive: true });
  // Whatever reaches much of the room in little time is likely to notice, soon.
  tests.sort((a, b) => a.ms / a.reached.size - b.ms / b.reached.size);
  const ids = new Set(tests.flatMap((test) => [...test.reached]));
  return Object.fromEntries([...ids].map((id) => [id, tests.filter((test) => test.reached.has(id)).map((test) => test.testPath)]));
}

/** Whether a test fails with the mutant; the first are tried alone, because most mutants go no further. */
async function isKilled(vitest: Vitest, id: number, specs: readonly TestSpecification[]): Promise<boolean> {
  process.env['OUTPOST_MUTANT'] = String(id);
  for (const some of [specs.slice(0, 2), specs.slice(2)]) {
    if (some.length === 0) continue;
    const { testModules } = await vitest.runTestSpecifications([...some]);
    if (testModules.length < some.length || !testModules.every(passes)) return true;
  }
  return false;
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
  vitest.config.bail = 1;
  for (const id of job.ids) {
    const tests = plan[id] ?? [];
    say({ begun: id });
    const chosen = tests.flatMap((path) => specs.filter((spec) => spec.moduleId === path));
    if (chosen.length === 0) say({ id, outcome: 'not reached' });
    else say({ id, outcome: (await isKilled(vitest, id, chosen)) ? 'killed' : 'survived' });
  }
  await vitest.close();
}

process.on('disconnect', () => process.exit(1));
await main(JSON.parse(process.argv.at(-1) ?? '') as MutantJob);
process.exit(0);
