import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { MUTATIONS } from './mutations.ts';
import { replay, runSeed, type Scenario } from './run.ts';
import { shrink } from './shrink.ts';

/** A world takes memory with every operation, so a long run is a row of them. */
const OPERATIONS_A_WORLD = 20_000;
const MUTATED_OPERATIONS = 400;
/** Seeds that a mutation is tried with, because not every world does what it breaks. */
const MUTATION_SEEDS = 5;
const REGRESSIONS = fileURLToPath(new URL('regressions/', import.meta.url));

interface Options {
  readonly seed: number;
  readonly operations: number;
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

async function keep(scenario: Scenario, violation: string): Promise<void> {
  const path = `${REGRESSIONS}seed-${scenario.seed}.json`;
  await mkdir(REGRESSIONS, { recursive: true });
  await writeFile(path, `${JSON.stringify({ violation, ...scenario }, null, 1)}\n`);
  print(`  kept as ${path}`);
}

async function simulate({ seed, operations, seconds, shrink: tries }: Options): Promise<boolean> {
  // The other clocks of this process are the world's.
  const start = process.hrtime.bigint();
  const elapsed = (): number => Number(process.hrtime.bigint() - start) / 1e9;
  const isOver = (): boolean => elapsed() >= (seconds ?? Number.POSITIVE_INFINITY);
  let [done, faults, violations] = [0, 0, 0];
  for (let world = seed; done < operations && violations === 0 && !isOver(); world += 1) {
    const run = await runSeed(world, Math.min(OPERATIONS_A_WORLD, operations - done), undefined, isOver);
    done += run.operations;
    faults += run.faults;
    violations += run.violations.length;
    print(`world ${world}: ${run.operations} operations, ${run.faults} faults, trace ${run.trace}`);
    for (const violation of run.violations) print(`  ${violation}`);
    const [first] = run.violations;
    if (first !== undefined && tries > 0) {
      print(`  looking for a shorter way to it, in up to ${tries} runs …`);
      await keep(await shrink(run.scenario, first, tries), first);
    }
  }
  print(JSON.stringify({ seed, operations: done, faults, violations, operationsPerSecond: Math.round(done / elapsed()) }));
  return violations === 0;
}

async function replayFile(path: string): Promise<boolean> {
  const scenario = JSON.parse(await readFile(path, 'utf8')) as Scenario;
  const { violations, operations, faults } = await replay(scenario);
  for (const violation of violations) print(`  ${violation}`);
  print(JSON.stringify({ seed: scenario.seed, operations, faults, violations: violations.length, operationsPerSecond: null }));
  return violations.length === 0;
}

async function breakEachRule(seed: number, count: number): Promise<boolean> {
  const mutations = MUTATIONS.slice(0, count);
  let caught = 0;
  for (const { name, rule, spoil } of mutations) {
    let seen: string | undefined;
    for (let world = seed; seen === undefined && world < seed + MUTATION_SEEDS; world += 1) {
      [seen] = (await runSeed(world, MUTATED_OPERATIONS, spoil)).violations;
    }
    if (seen !== undefined) caught += 1;
    print(`${seen === undefined ? 'MISSED' : 'caught'} ${rule} ${name}${seen === undefined ? '' : `: ${seen.slice(0, 160)}`}`);
  }
  print(JSON.stringify({ mutations: mutations.length, caught }));
  return caught === mutations.length;
}

const options = new Command('npm run simulate --')
  .description('Runs simulated shops, with everything that goes wrong in real ones, and compares their books.')
  .option('--seed <number>', 'the seed of the first world', whole, 1)
  .option('--operations <number>', `how many operations, in worlds of up to ${OPERATIONS_A_WORLD}`, whole, OPERATIONS_A_WORLD)
  .option('--seconds <number>', 'end after so many seconds, with the books compared once more', whole)
  .option('--shrink <runs>', 'how many runs a shorter way to a violation may take; 0 keeps none', whole, 60)
  .option('--mutations [count]', 'break each rule in turn, or only the first few, and see whether the auditor notices', whole)
  .option('--replay <file>', 'run a kept scenario again')
  .parse()
  .opts<Options>();

async function main(options: Options): Promise<boolean> {
  if (options.mutations !== undefined) return breakEachRule(options.seed, options.mutations === true ? MUTATIONS.length : options.mutations);
  return options.replay === undefined ? simulate(options) : replayFile(options.replay);
}

process.exit((await main(options)) ? 0 : 1);
