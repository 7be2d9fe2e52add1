/** What the mutated files ask: which mutant is active in this process. */
interface State {
  active: number;
  /** When it became active. */
  since: bigint;
  loops: number;
  /** After so many turns a loop is endless. */
  mostLoops: number;
  readonly reached: Set<number>;
}

/** Every test replaces the other clocks now and then. */
const now = process.hrtime.bigint.bind(process.hrtime);
const LONGEST = 60_000_000_000n;
const EACH = 4_096;

// Vitest may load this module twice in a process, once for the tests and once for their runner.
const shared = globalThis as unknown as Record<symbol, State | undefined>;
const KEY = Symbol.for('outpost.mutants');
const state: State = (shared[KEY] ??= {
  active: Number(process.env['OUTPOST_MUTANT'] ?? 0),
  since: now(),
  loops: 0,
  mostLoops: Number.POSITIVE_INFINITY,
  reached: new Set(),
});

/** Makes a mutant the active one, here and in the processes that are started from here. @param id 0 for none. */
export function activate(id: number, mostLoops: number): void {
  Object.assign(state, { active: id, since: now(), loops: 0, mostLoops });
  process.env['OUTPOST_MUTANT'] = String(id);
}

/** How many turns loops have made since a mutant, or none, became active. */
export const loopsOf = (): number => state.loops;

/** Gives the mutants that were asked for since the last call. */
export function takeReached(): number[] {
  const reached = [...state.reached];
  state.reached.clear();
  return reached;
}

/** Whether a mutant is the active one. @public */
export function mutated(id: number): boolean {
  if (state.active === 0) state.reached.add(id);
  return id === state.active;
}

/** Called at each turn of a loop. One that a mutant made endless breaks off, or ends the process where that is caught. @public */
export function looped(): void {
  state.loops += 1;
  if (state.active === 0) return;
  const isLate = state.loops % EACH === 0 && now() - state.since > LONGEST;
  if (isLate || state.loops > 2 * state.mostLoops) process.kill(process.pid, 'SIGKILL');
  if (state.loops > state.mostLoops) throw new Error('A mutant made a loop endless.');
}
