/** What the mutated files ask: which mutant is active in this process. */
const active = Number(process.env['OUTPOST_MUTANT'] ?? 0);
/** Every test replaces the other clocks now and then. */
const now = process.hrtime.bigint.bind(process.hrtime);
const begun = now();
const LONGEST = 60_000_000_000n;
const EACH = 4_096;

/** The mutants that were asked for in this process. */
export const reached = new Set<number>();
let loops = 0;

/** Whether a mutant is the active one. @public */
export function mutated(id: number): boolean {
  reached.add(id);
  return id === active;
}

/** Called at each turn of a loop: one that a mutant made endless ends the process, because nothing else can. @public */
export function looped(): void {
  loops += 1;
  if (active !== 0 && loops % EACH === 0 && now() - begun > LONGEST) process.exit(1);
}
