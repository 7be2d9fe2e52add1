/** Parts of a minor unit in which the value of a unit is counted, so that a share of a group is exact enough to be rounded once. */
export const FINE = 1_000_000_000_000n;

/** Pieces of one line. All of them are worth the same. */
export interface Run {
  /** Its place among the runs of the promotion. */
  readonly index: number;
  /** What one piece is worth after the promotions before, in parts of a minor unit ({@link FINE}). */
  readonly value: bigint;
  /** Pieces that no other group holds. */
  readonly units: number;
  /** What the line still costs: no promotion takes off more. */
  readonly netMinor: number;
}

/** Some pieces of a run. */
export interface Member {
  readonly run: Run;
  readonly units: number;
}

/** Equal groups of pieces. */
export interface Group {
  readonly times: number;
  readonly members: readonly Member[];
}

/** What a promotion on groups takes off, by run. */
export interface GroupOffer {
  /** Minor units. */
  readonly amounts: readonly number[];
  /** Pieces that stand in a group now. */
  readonly used: readonly number[];
  readonly times: number;
  /** How many pieces more would fill the group that was begun; null where none was. */
  readonly missingUnits: number | null;
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
export const unitsOf = (runs: readonly { readonly units: number }[]): number => runs.reduce((sum, { units }) => sum + units, 0);

/** What pieces are worth together, in parts of a minor unit. */
export const valueOf = (members: readonly Member[]): bigint => members.reduce((sum, { run, units }) => sum + BigInt(units) * run.value, 0n);

/** Rounds an amount that is not negative to minor units, half up. */
export const roundFine = (value: bigint): number => Number((value * 2n + FINE) / (FINE * 2n));

/** From the dearest piece to the cheapest; equal ones in the order of the lines. */
export function dearFirst(runs: readonly Run[]): Run[] {
  return [...runs].sort((a, b) => (a.value === b.value ? a.index - b.index : a.value > b.value ? -1 : 1));
}

/** The first `units` pieces in the order given; fewer where there are not as many. */
export function firstOf(members: readonly Member[], units: number): Member[] {
  const first: Member[] = [];
  let left = units;
  for (const member of members) {
    const taken = Math.min(member.units, left);
    if (taken > 0) first.push({ run: member.run, units: taken });
    left -= taken;
  }
  return first;
}

/** The first `units` pieces of runs in the order given. */
export const firstUnits = (runs: readonly Run[], units: number): Member[] =>
  firstOf(
    runs.map((run) => ({ run, units: run.units })),
    units,
  );

/**
 * Queues pieces from the dearest to the cheapest and cuts the queue into groups of `size`. Pieces are counted, not listed: a
 * line may have a million of them. @param most groups at most; null for as many as there are.
 */
export function groupsOf(runs: readonly Run[], size: number, most: number | null): Group[] {
  const groups: Group[] = [];
  let left = most ?? Number.POSITIVE_INFINITY;
  let open: Member[] = [];
  for (const run of dearFirst(runs)) {
    let units = run.units;
    if (open.length > 0) {
      const fitting = Math.min(units, size - unitsOf(open));
      if (fitting > 0) open.push({ run, units: fitting });
      units -= fitting;
      if (unitsOf(open) < size) continue;
      groups.push({ times: 1, members: open });
      open = [];
      left -= 1;
    }
    const times = Math.min(left, Math.floor(units / size));
    if (times > 0) groups.push({ times, members: [{ run, units: size }] });
    left -= times;
    if (left === 0) return groups;
    units -= times * size;
    if (units > 0) open = [{ run, units }];
  }
  return groups;
}

/** Pieces by run that stand in these groups. */
export function usedIn(runs: readonly Run[], groups: readonly Group[]): number[] {
  const used = runs.map(() => 0);
  for (const { times, members } of groups) {
    for (const { run, units } of members) used[run.index] = (used[run.index] ?? 0) + times * units;
  }
  return used;
}

/** How many pieces fill the group that was begun; null where none was begun, or no more groups count. */
export function missingFor(runs: readonly Run[], size: number, times: number, most: number | null): number | null {
  const over = unitsOf(runs) - times * size;
  return over <= 0 || over >= size || times === most ? null : size - over;
}

/** Rounded shares may exceed what a line costs whose pieces cost less than a minor unit: the rest goes to the lines with room. */
export function withinNet(shares: readonly number[], runs: readonly Run[]): number[] {
  const capped = shares.map((share, index) => Math.min(share, runs[index]?.netMinor ?? 0));
  let left = sumOf(shares) - sumOf(capped);
  return capped.map((share, index) => {
    const more = Math.min(left, (runs[index]?.netMinor ?? 0) - share);
    left -= more;
    return share + more;
  });
}
