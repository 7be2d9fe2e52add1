import type { Chance } from './chance.ts';

/** What can happen in a world: people at work, people being silly, and things that break. */
export const STEP_KINDS = [
  'sell',
  'work',
  'give_back',
  'place_order',
  'cancel_order',
  'shift',
  'resolve',
  'deliver',
  'carry',
  'cut',
  'mend',
  'weather',
  'crash_device',
  'crash_server',
  'lose_worker',
  'set_clock',
  'pull_again',
  'copy_profile',
  'say_roles',
  'withdraw',
  'away',
  'quiet',
  'void',
  'customer',
  'night',
  'account',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * One thing that happens. Everything about it is in these few numbers, so that a run can be kept, and cut down to the
 * steps that matter: which device or order they mean is settled when the step's turn comes.
 */
export interface Step {
  readonly kind: StepKind;
  /** Milliseconds since the step before. */
  readonly gap: number;
  /** Who or which one. */
  readonly who: number;
  /** How many times. */
  readonly count: number;
  /** The seed of whatever else is chosen in it. */
  readonly seed: number;
}

/** How often each kind happens, in a thousand steps. */
const WEIGHTS: Record<StepKind, number> = {
  sell: 320,
  work: 280,
  give_back: 60,
  place_order: 140,
  cancel_order: 30,
  shift: 15,
  resolve: 25,
  deliver: 60,
  carry: 20,
  cut: 30,
  mend: 30,
  weather: 15,
  crash_device: 18,
  crash_server: 8,
  lose_worker: 6,
  set_clock: 6,
  pull_again: 3,
  copy_profile: 2,
  say_roles: 10,
  withdraw: 4,
  away: 1,
  quiet: 8,
  void: 45,
  customer: 50,
  night: 8,
  account: 30,
};
const LOTTERY = STEP_KINDS.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind));

/** The most that a busy hour, and a busy Saturday, do in one go; everything else happens once. */
const BURST: Partial<Record<StepKind, readonly [hour: number, saturday: number]>> = {
  sell: [80, 500],
  work: [60, 200],
  place_order: [10, 30],
  give_back: [4, 8],
  void: [3, 6],
  customer: [3, 6],
  resolve: [4, 12],
};

/** The next step of a run. @param calm nobody does anything more than a few times in a row. */
export function nextStep(chance: Chance, calm = false): Step {
  const kind = chance.pick(LOTTERY);
  const [hour, saturday] = calm ? [2, 3] : (BURST[kind] ?? [1, 1]);
  return {
    kind,
    gap: chance.percent(70) ? chance.int(10, 3_000) : chance.int(3_000, chance.percent(80) ? 20_000 : 120_000),
    who: chance.int(0, 1_000),
    count: chance.percent(60) ? 1 : chance.int(1, chance.percent(75) ? hour : saturday),
    seed: chance.int(0, 0x7fff_ffff),
  };
}
