import { Command, InvalidArgumentError } from 'commander';
import { Chance } from './chance.ts';
import { nextStep } from './steps.ts';
import { World } from './world.ts';

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('Give a whole number.');
  return value;
}

const command = new Command('npm run simulate --')
  .description('Runs simulated shops, with everything that goes wrong in real ones, and compares their books.')
  .option('--seed <number>', 'the seed of the first world', whole, 1)
  .option('--operations <number>', 'how many operations, in worlds of up to 20,000', whole, 20_000)
  .parse();
const { seed, operations } = command.opts<{ seed: number; operations: number }>();

const start = performance.now();
let done = 0, faults = 0;
const violations: string[] = [];
for (let world = seed; done < operations && violations.length === 0; world += 1) {
  const goal = Math.min(20_000, operations - done);
  const chance = new Chance(world);
  const outcome = await World.run(world, ({ books }) => (books.entries.size >= goal ? null : nextStep(chance)));
  done += outcome.operations;
  faults += outcome.faults;
  violations.push(...outcome.violations);
  console.log(`world ${world}: ${outcome.operations} operations, ${outcome.faults} faults, trace ${outcome.trace}`);
  for (const violation of outcome.violations) console.log(`  ${violation}`);
}
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seed, operations: done, faults, violations: violations.length, operationsPerSecond: Math.round(done / seconds) }));
process.exit(violations.length === 0 ? 0 : 1);
