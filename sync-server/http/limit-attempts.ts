import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

export interface Limit {
  readonly attempts: number;
  readonly perMs: number;
}

export type Allowance =
  /** It counts as an attempt unless it is given back. */
  { readonly ok: true; giveBack(): Promise<void> } | { readonly ok: false; readonly waitMs: number };

export interface AttemptLimit {
  /** Counts an attempt, before anything is looked up: those that come at the same moment count too. */
  take(who: string): Promise<Allowance>;
}

/** How many are remembered at most: the one that has been there longest is forgotten first. */
const REMEMBERED = 10_000;

/** What one address is counted as. Whoever has one address of IPv6 has 2⁶⁴ of them. */
export function addressKey(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter((part) => part !== '');
  const after = tail.split(':').filter((part) => part !== '');
  const filled = plain.includes('::')
    ? [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after]
    : before;
  return `${filled
    .slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/**
 * Counts the attempts of this process alone.
 * @param now milliseconds of a clock that nobody sets.
 */
export function limitHere(
  limit: Limit,
  now: () => number = () => performance.now(),
): { take(who: string): number; giveBack(who: string): void } {
  const attempts = new Map<string, number[]>();
  return {
    /** @returns how long (milliseconds) to wait; 0 when it may be done, which it then counts as. */
    take(who) {
      const recent = (attempts.get(who) ?? []).filter((at) => at > now() - limit.perMs);
      const oldest = recent[recent.length - limit.attempts];
      if (oldest !== undefined) return oldest + limit.perMs - now();
      attempts.delete(who);
      attempts.set(who, [...recent, now()]);
      const first = attempts.keys().next();
      if (attempts.size > REMEMBERED && first.done !== true) attempts.delete(first.value);
      return 0;
    },
    giveBack(who) {
      attempts.get(who)?.pop();
    },
  };
}

/** Counts the attempts of all servers, by the clock of their database. @returns how long (milliseconds) to wait; 0 when it may be done. */
async function takeEverywhere(db: Db, bucket: string, { attempts, perMs }: Limit): Promise<number> {
  // A window that begins in the future comes from a clock that has been set back since.
  const { rows } = await sql<{ count: number; left: number }>`
    insert into attempts as a (bucket, began_at, count) values (${bucket}, clock_timestamp(), 1)
    on conflict (bucket) do update set
      count = case when a.began_at between clock_timestamp() - ${perMs}::float8 * interval '1 ms'
        and clock_timestamp() then a.count + 1 else 1 end,
      began_at = case when a.began_at between clock_timestamp() - ${perMs}::float8 * interval '1 ms'
        and clock_timestamp() then a.began_at else clock_timestamp() end
    returning count, (extract(epoch from (began_at - clock_timestamp())) * 1000)::float8 + ${perMs}::float8 as left`.execute(db);
  const { count, left } = rows[0] ?? { count: 1, left: 0 };
  // Whoever begins a window clears away those that nobody looks at any more.
  if (count === 1) {
    await sql`delete from attempts where bucket in
      (select bucket from attempts where began_at < clock_timestamp() - interval '1 day' limit 100 for update skip locked)`.execute(db);
  }
  return count > attempts ? Math.max(1, left) : 0;
}

/** Lets each do something so many times in a time, on all servers of the database together. @param name of what is limited. */
export function createAttemptLimit(db: Db, name: string, limit: Limit): AttemptLimit {
  const here = limitHere(limit);
  return {
    async take(who) {
      // What this server knows by itself costs the database nothing.
      const waitHere = here.take(who);
      if (waitHere > 0) return { ok: false, waitMs: waitHere };
      const bucket = `${name}:${who}`;
      const waitMs = await takeEverywhere(db, bucket, limit);
      if (waitMs > 0) return { ok: false, waitMs };
      return {
        ok: true,
        giveBack: async () => {
          here.giveBack(who);
          await sql`update attempts set count = greatest(0, count - 1) where bucket = ${bucket}`.execute(db);
        },
      };
    },
  };
}
