import { Chance } from './chance.ts';
import { nextStep, type Step } from './steps.ts';
import { type Outcome, World } from './world.ts';

/** A run that can be had again: what happened, step by step. */
export interface Scenario {
  /** Of everything that no step settles. */
  readonly seed: number;
  readonly steps: readonly Step[];
}

export interface Run extends Outcome {
  readonly scenario: Scenario;
}

type Spoil = (world: World) => Promise<void>;

/** Runs a world until so many operations are recorded, or until it is told that it is over. */
export async function runSeed(seed: number, operations: number, spoil?: Spoil, isOver: () => boolean = () => false): Promise<Run> {
  const chance = new Chance(seed);
  const steps: Step[] = [];
  const outcome = await World.run(seed, ({ books }) => {
    if (books.entries.size >= operations || isOver()) return null;
    const step = nextStep(chance);
    steps.push(step);
    return step;
  }, spoil);
  return { ...outcome, scenario: { seed, steps } };
}

/** Runs a scenario again. */
export async function replay({ seed, steps }: Scenario, spoil?: Spoil): Promise<Outcome> {
  let next = 0;
  return World.run(seed, () => steps[next++] ?? null, spoil);
}
