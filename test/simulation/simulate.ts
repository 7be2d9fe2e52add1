import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { endWithParent } from './end-with-parent.ts';
import { MUTATIONS } from './mutations.ts';
import { type Run, run, type Scenario } from './run.ts';
import { shrink } from './shrink.ts';

/** A world takes memory with every operation, so a long run is a row of them. */
const OPERATIONS_A_WORLD = 10_000;
/** Operations of the worlds in which a rule is broken, one after the other until it is seen: what happens seldom needs a longer one. */
const MUTATED_WORLDS = [400, 400, 400, 400, 400, 2000, 2000, 2000];
const REGRESSIONS = fileURLToPath(new URL('regressions/', import.meta.url));

interface Options {
  readonly seed: number;
  readonly operations: number;
  readonly jobs: number;
  readonly seconds?: number;
  readonly mutations?: true | number;
  readonly replay?: string;
  readonly shrink: number;
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0 || value > 0x7fff_ffff) throw new InvalidArgumentError('Give a whole number.');
  return value;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Does several things at once, one after the other as there is room. */
async function inParallel(jobs: number, work: () => Promise<boolean>): Promise<void> {
  const row = async (): Promise<void> => {
    while (await work());
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, row));
}

async function keep(scenario: Scenario, violation: string): Promise<void> {
  const path = `${REGRESSIONS}seed-${scenario.seed}.json`;
  await mkdir(REGRESSIONS, { recursive: true });
  await writeFile(path, `${JSON.stringify({ violation: violation.split('\n', 1)[0], ...scenario }, null, 1)}\n`);
  print(`  kept as ${path}`);
}

function report({ scenario, operations, faults, trace, violations }: Run): void {
  print(`world ${scenario.seed}: ${operations} operations, ${faults} faults, trace ${trace}`);
  for (const violation of violations) print(`  ${violation}`);
}

async function simulate({ seed, operations, jobs, seconds, shrink: tries }: Options): Promise<boolean> {
  const start = performance.now();
  const secondsLeft = (): number => (seconds ?? Number.POSITIVE_INFINITY) - (performance.now() - start) / 1000;
  let [world, promised, done, faults] = [seed, 0, 0, 0];
  const failed: Run[] = [];
  await inParallel(jobs, async () => {
    const goal = Math.min(OPERATIONS_A_WORLD, operations - promised);
    if (goal <= 0 || failed.length > 0 || secondsLeft() <= 0) return false;
    promised += goal;
    world += 1;
    const one = await run({ seed: world - 1, operations: goal, ...(seconds === undefined ? {} : { seconds: secondsLeft() }) });
    done += one.operations;
    faults += one.faults;
    report(one);
    if (one.violations.length > 0) failed.push(one);
    return true;
  });
  const took = (performance.now() - start) / 1000;
  const violations = failed.flatMap((one) => one.violations);
  for (const {
    scenario,
    violations: [first = ''],
  } of tries > 0 ? failed : []) {
    print(`  looking for a shorter way to it, in up to ${tries} runs …`);
    await keep(await shrink(scenario, first, tries), first);
  }
  print(JSON.stringify({ seed, operations: done, faults, violations: violations.length, operationsPerSecond: Math.round(done / took) }));
  return violations.length === 0;
}

async function replayFile(path: string): Promise<boolean> {
  const { seed, steps } = JSON.parse(await readFile(path, 'utf8')) as Scenario;
  const start = performance.now();
  const one = await run({ seed, steps });
  report(one);
  const operationsPerSecond = Math.round((one.operations / (performance.now() - start)) * 1000);
  print(JSON.stringify({ seed, operations: one.operations, faults: one.faults, violations: one.violations.length, operationsPerSecond }));
  return one.violations.length === 0;
}

async function breakEachRule(seed: number, count: number, jobs: number): Promise<boolean> {
  const mutations = MUTATIONS.slice(0, count);
  let [next, caught] = [0, 0];
  await inParallel(jobs, async () => {
    const mutation = next;
    const broken = mutations[mutation];
    if (broken === undefined) return false;
    next += 1;
    let seen: string | undefined;
    for (const [index, operations] of MUTATED_WORLDS.entries()) {
      [seen] = (await run({ seed: seed + index, operations, calm: true, mutation })).violations;
      if (seen !== undefined) break;
    }
    if (seen !== undefined) caught += 1;
    print(
      `${seen === undefined ? 'MISSED' : 'caught'} ${broken.rule} ${broken.name}${seen === undefined ? '' : `: ${seen.slice(0, 160)}`}`,
    );
    return true;
  });
  print(JSON.stringify({ mutations: mutations.length, caught }));
  return caught === mutations.length;
}

const options = new Command('npm run simulate --')
  .description('Runs simulated shops, with everything that goes wrong in real ones, and compares their books.')
  .option('--seed <number>', 'the seed of the first world', whole, 1)
  .option('--operations <number>', `how many operations, in worlds of up to ${OPERATIONS_A_WORLD}`, whole, OPERATIONS_A_WORLD)
  .option('--jobs <number>', 'how many worlds at once', whole, 1)
  .option('--seconds <number>', 'end after so many seconds, with the books compared once more', whole)
  .option('--shrink <runs>', 'how many runs a shorter way to a violation may take; 0 keeps none', whole, 60)
  .option('--mutations [count]', 'break each rule in turn, or only the first few, and see whether the auditor notices', whole)
  .option('--replay <file>', 'run a kept scenario again')
  .parse()
  .opts<Options>();

async function main({ mutations, replay, seed, jobs }: Options): Promise<boolean> {
  if (mutations !== undefined) return breakEachRule(seed, mutations === true ? MUTATIONS.length : mutations, jobs);
  return replay === undefined ? simulate(options) : replayFile(replay);
}

endWithParent();
process.exit((await main(options)) ? 0 : 1);
