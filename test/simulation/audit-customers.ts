import { sql } from 'kysely';
import { customerConsentRecorded } from '../../domain/customers/consent.ts';
import type { Audited } from './audited.ts';
import { NAMED, PHONED } from './serving.ts';

/** Customers are called what somebody called them last, as far as one till alone spoke of them. */
async function compareNames({ books, pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, body ->> 'name' as name from customers`.execute(db);
  const known = new Map(rows.map(({ id, name }) => [id, name]));
  return [...books.customers].flatMap(([id, called]) => {
    // Of a register that was stopped, not all has arrived.
    const heard = called.filter(({ registerId }) => !books.isStopped(registerId));
    const name = known.get(id);
    const wasSaid = called.some((one) => one.name === name);
    if (name === undefined) return heard.some(({ isCertain }) => isCertain) ? [`J3: customer ${id} is not in the pool`] : [];
    const last = called.at(-1);
    const isOnlyTill = called.every(({ registerId }) => registerId === last?.registerId) && heard.length > 0;
    const isRight = isOnlyTill && last?.isCertain === true ? name === last.name : wasSaid;
    return isRight ? [] : [`J3: customer ${id} is called ${name}, and was last called ${last?.name}`];
  });
}

/** When a word was heard, by the server's clock as the till knew it, and after the word that it takes the place of. */
const instantOf = (at: string, offset: number | null, replaces: string | null): number =>
  Math.max(Date.parse(at) + (offset ?? 0), replaces === null ? 0 : Date.parse(replaces) + 1);

/** Of each consent the newest word counts, and of two at once the one that takes it back. */
async function compareConsents({ books, pool: { db } }: Audited): Promise<string[]> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const due = new Map<string, { at: number; given: boolean }>();
  for (const { operation } of books.entries.values()) {
    if (!customerConsentRecorded.is(operation) || !applied.has(operation.id)) continue;
    const { customerId, purpose, given, replaces } = operation.payload;
    const key = `${customerId} ${purpose}`;
    const at = instantOf(operation.at, operation.clockOffsetMs, replaces);
    const before = due.get(key);
    if (before === undefined || at > before.at || (at === before.at && !given)) due.set(key, { at, given });
  }
  const { rows } = await sql<{ key: string; given: boolean }>`
    select distinct on (key) key, given from (
      select (body ->> 'customerId') || ' ' || (body ->> 'purpose') as key, (body ->> 'given')::boolean as given, body ->> 'at' as at
      from documents where kind = 'customer_consent') heard order by key, at desc, given`.execute(db);
  const known = new Map(rows.map(({ key, given }) => [key, given]));
  return [...due].flatMap(([key, { given }]) =>
    known.get(key) === given ? [] : [`J3: the last word of ${key} is ${given}, the pool says ${known.get(key) ?? 'nothing'}`],
  );
}

/** No operation says who somebody is (rule A2). */
async function comparePersonal({ pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id::text from operations where body::text like ${`%${NAMED}%`} or body::text like ${`%${PHONED}%`}
    union all select operation_id::text from quarantine where body::text like ${`%${NAMED}%`}`.execute(db);
  return rows.map(({ id }) => `A2: operation ${id} says who a customer is`);
}

export async function compareCustomers(world: Audited): Promise<string[]> {
  return [...(await comparePersonal(world)), ...(await compareNames(world)), ...(await compareConsents(world))];
}
