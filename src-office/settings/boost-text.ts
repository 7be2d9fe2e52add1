import type { LoyaltyBoost } from '../../domain/loyalty/settings.ts';

/** Days with more points in a line: `2026-03-01 2026-03-31 3 Toys`. Without a category it is for all goods. */
export function boostText({ startsOn, endsOn, times, category }: LoyaltyBoost): string {
  return [startsOn, endsOn, String(times), ...(category === null ? [] : [category])].join(' ');
}

/** Reads days with more points, one a line; null where a line is none. Empty lines are left out. */
export function readBoosts(lines: readonly string[]): LoyaltyBoost[] | null {
  const read = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^(\d{4}-\d{2}-\d{2})\s+(\d{4}-\d{2}-\d{2})\s+(\d{1,3})(?:\s+(\S.*))?$/.exec(line.trim()));
  const boosts = read.flatMap((match): LoyaltyBoost[] =>
    match === null
      ? []
      : [{ startsOn: match[1] ?? '', endsOn: match[2] ?? '', times: Number(match[3]), category: match[4]?.trim() ?? null }],
  );
  return boosts.length === read.length ? boosts : null;
}
