import { sql } from 'kysely';
import type { Audited } from './audited.ts';

/** What was sold or came back of an article: units and money, minor units. */
class Sum {
  units = 0;
  minor = 0;
}

/** What people sold and took back, as far as the pool has heard of it. */
interface Done {
  readonly sums: ReadonlyMap<string, Sum>;
  /** How often each piece was sold, less how often it came back, by its serial number. */
  readonly pieces: ReadonlyMap<string, number>;
}

async function doneBy({ books, pool: { db } }: Audited): Promise<Done> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const sums = new Map<string, Sum>();
  const pieces = new Map<string, number>();
  const add = (key: string, units: number, minor: number, serial: string | null, sign: number): void => {
    const sum = sums.get(key) ?? new Sum();
    sums.set(key, sum);
    sum.units += units;
    sum.minor += minor;
    if (serial !== null) pieces.set(serial, (pieces.get(serial) ?? 0) + sign);
  };
  for (const { operation, lines = [], back = [] } of books.entries.values()) {
    if (!applied.has(operation.id)) continue;
    for (const { kind, sku, quantity, totalMinor, serial } of lines) add(`${kind} ${sku} sold`, quantity, totalMinor, serial, 1);
    for (const { kind, sku, units, minor, serial } of back) add(`${kind} ${sku} came back`, units, minor, serial, -1);
  }
  return { sums, pieces };
}

const MOVED = sql`(select body, 1 as sign from sales union all select body, -1 from returns)`;

/**
 * Of each article, whatever its kind, there was sold and came back in the pool what people sold and took back, in units and in money: a
 * deposit comes back with its goods, and the price of a bundle is that of its parts (rules M1, J9). A piece with a serial number is with
 * one customer at most.
 */
export async function compareArticles(world: Audited): Promise<string[]> {
  const { db } = world.pool;
  const { sums, pieces } = await doneBy(world);
  const { rows } = await sql<{ article: string; units: number; minor: number }>`
    select coalesce(line ->> 'kind', 'goods') || ' ' || (line ->> 'sku') || case sign when 1 then ' sold' else ' came back' end as article,
      sum((line ->> 'quantity')::bigint)::bigint as units,
      sum(coalesce(line ->> 'totalMinor', line ->> 'refundMinor')::bigint)::bigint as minor
    from ${MOVED} moved cross join jsonb_array_elements(body -> 'lines') line group by 1`.execute(db);
  const found = new Map(rows.map((row) => [row.article, row]));
  const wrong = [...new Set([...sums.keys(), ...found.keys()])].flatMap((article) => {
    const due = sums.get(article) ?? new Sum();
    const is = found.get(article) ?? new Sum();
    return is.units === due.units && is.minor === due.minor
      ? []
      : [`M1, J9: of ${article} were ${is.units} for ${is.minor} in the pool, the books make ${due.units} for ${due.minor}`];
  });
  const { rows: known } = await sql<{ serial: string; times: number }>`
    select serial, sum(sign)::int as times from ${MOVED} moved cross join jsonb_array_elements(body -> 'lines') line
      cross join jsonb_array_elements_text(coalesce(line -> 'serialNumbers', '[]')) serial group by 1`.execute(db);
  const { rows: asked } = await sql<{ id: string }>`select id from exceptions where kind = 'empties_off_catalog'`.execute(db);
  const times = new Map(known.map((row) => [row.serial, row.times]));
  return [
    ...wrong,
    ...asked.map(({ id }) => `J5: somebody is asked about ${id}, which was paid as the catalog says`),
    ...[...pieces].flatMap(([serial, due]) => {
      const is = times.get(serial) ?? 0;
      if (is !== due) return [`J9: piece ${serial} was sold ${is} times more than it came back in the pool, and ${due} times by the books`];
      return is > 1 ? [`J9: piece ${serial} is with ${is} customers`] : [];
    }),
  ];
}
