import { actorNamed } from '../support/actor.ts';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { linesHere } from '../../domain/fulfillment/departure.ts';
import { orderShipped } from '../../domain/fulfillment/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { noteAdded } from '../../domain/notes/order-note.ts';
import { retentionDays } from '../../domain/retention/settings.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { returnableOfOrder, returnGoods } from '../../domain/returns/return-goods.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { retentionJob } from '../../sync-server/retention/retention-job.ts';
import { readReturnable } from '../../sync-server/orders/read-returnable.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { databases } from './support/databases.ts';
import { shipOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('how long documents are kept, on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  let order: FulfillmentOrder;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
  });

  /** A whole night of the job. @returns how many documents left. */
  async function night(): Promise<number> {
    let left = 0;
    let payload: unknown = { step: 0, after: '' };
    for (;;) {
      const { work } = retentionJob;
      if (work.where !== 'database') throw new Error('The job calls the outside.');
      const given = payload;
      const { changed, next } = await transact(db, (tx) => work.run(tx, given));
      left += changed;
      if (next === undefined) return left;
      payload = next.payload;
    }
  }

  /** Everything happened so many days ago. */
  async function age(days: number): Promise<void> {
    const shift = sql`make_interval(days => ${days}::int)`;
    const older = (path: string) =>
      sql`to_char((body #>> ${path}::text[])::timestamptz at time zone 'utc' - ${shift}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    const put = (path: string) => sql`jsonb_set(body, ${path}::text[], to_jsonb(${older(path)}))`;
    await sql`update fulfillment_orders set placed_at = placed_at - ${shift}, body = ${put('{placedAt}')}`.execute(db);
    await sql`update fulfillment_orders set body = ${put('{state,at}')} where body #> '{state,at}' is not null`.execute(db);
    await sql`update sales set business_date = to_char(business_date::date - ${shift}, 'YYYY-MM-DD'), body = ${put('{at}')}`.execute(db);
    await sql`update documents set body = ${put('{at}')} where kind = 'order_note'`.execute(db);
  }

  const kinds = ({ documents }: Replica) =>
    ['fulfillment_order', 'order_note', 'sale'].filter((kind) => [...documents.keys()].some((key) => key.includes(` ${kind} `)));
  const rows = async (table: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)).rows[0]?.n;

  beforeEach(async () => {
    await takeOrder(db, { idempotencyKey: 'key-1', order: { ...shipOrder('W-1', [['A', 1]]), placedAt: new Date().toISOString() } });
    const [row] = await db.selectFrom('fulfillment_orders').select('body').execute();
    if (row === undefined) throw new Error('The order was not sourced.');
    order = row.body;
    const { journal } = register;
    const now = { at: new Date().toISOString() };
    journal.openShift();
    journal.sell([['B', 1]]);
    journal.record({ type: noteAdded.type, payload: { fulfillmentOrderId: order.id, text: 'Two boxes.' } }, now);
    await push(db, register, journal.operations);
    await sql`update sales set business_date = to_char(now(), 'YYYY-MM-DD'),
      body = jsonb_set(body, '{at}', to_jsonb(to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`.execute(db);
  });

  async function ship(): Promise<void> {
    const payload = { fulfillmentOrderId: order.id, trackingNumber: 'T', lines: linesHere(order) };
    const shipped = register.journal.record({ type: orderShipped.type, payload }, { at: new Date().toISOString() });
    await push(db, register, [shipped]);
  }

  it('nothing leaves that is current or new', async () => {
    await age(500);
    expect(await night()).toBe(1);
    expect(kinds(await pullAll(db, register))).toEqual(['fulfillment_order', 'order_note']);
  });

  it('what has ended leaves the registers when its days are over, and stays in the books', async () => {
    const replica = await pullAll(db, register);
    await ship();
    await age(89);
    expect(await night()).toBe(0);
    await age(2);
    expect(await night()).toBe(2);
    expect(kinds(await pullAll(db, register, replica))).toEqual(['fulfillment_order', 'sale']);
    expect(await rows('documents')).toBe(0);
    await age(310);
    await night();
    expect(kinds(await pullAll(db, register, replica))).toEqual([]);
    expect([await rows('fulfillment_orders'), await rows('sales')]).toEqual([1, 1]);
    expect(await night()).toBe(0);
    expect(kinds(await pullAll(db, await enrol(db, 'S1')))).toEqual([]);
  });

  it('[J5] what happens to it later is applied, and it is in the feed until the next night', async () => {
    const replica = await pullAll(db, register);
    await ship();
    await age(401);
    await night();
    expect(kinds(await pullAll(db, register, replica))).toEqual([]);
    const [delivered] = await db.selectFrom('fulfillment_orders').select('body').execute();
    const [line] = returnableOfOrder(delivered === undefined ? [] : [delivered.body]);
    if (line === undefined) throw new Error('Nothing can come back.');
    const goods = returnGoods({
      receiptNumber: register.journal.nextReceiptNumber,
      origin: { kind: 'order', orderNumber: 'W-1' },
      currency: 'USD',
      choices: [{ line, quantity: 1, disposition: 'restock' }],
    });
    if (!goods.ok) throw new Error(goods.refusal);
    const returned = register.journal.record({ type: goodsReturned.type, payload: goods.value });
    expect(await push(db, register, [returned])).toMatchObject([{ outcome: 'applied' }]);
    expect(await rows('exceptions')).toBe(0);
    expect(kinds(await pullAll(db, register, replica))).toEqual(['fulfillment_order']);
    await night();
    expect(kinds(await pullAll(db, register, replica))).toEqual([]);
  });

  it('[S1] the company says for how many days', async () => {
    const replica = await pullAll(db, register);
    await saveSetting(db, retentionDays, { level: 'company', id: 'company', value: { salesOnRegisters: 30 } }, actorNamed('test'));
    await age(31);
    expect(await night()).toBe(1);
    expect(kinds(await pullAll(db, register, replica))).toEqual(['fulfillment_order', 'order_note']);
  });

  it('[S1] longer days count from then on: what has left comes back when it changes, and is found at the server', async () => {
    const replica = await pullAll(db, register);
    const say = (salesOnRegisters: number) =>
      saveSetting(db, retentionDays, { level: 'company', id: 'company', value: { salesOnRegisters } }, actorNamed('test'));
    await say(30);
    await age(31);
    await night();
    await say(400);
    expect(await night()).toBe(0);
    expect(kinds(await pullAll(db, register, replica))).toEqual(['fulfillment_order', 'order_note']);
    expect(await rows('sales')).toBe(1);
    const { receipt_number: number } = await db.selectFrom('sales').select('receipt_number').executeTakeFirstOrThrow();
    expect(await readReturnable(db, number)).toMatchObject({ kind: 'sale', sale: { receiptNumber: number } });
  });

  it('more than fit in one look are looked at one page after the other', async () => {
    await sql`insert into sales select r.* from sales s, generate_series(1, 2100) n, jsonb_populate_record(s, jsonb_build_object(
      'receipt_number', 'X1-' || lpad(n::text, 6, '0'), 'sale_id', 'x' || n,
      'body', jsonb_set(s.body, '{receiptNumber}', to_jsonb('X1-' || lpad(n::text, 6, '0'))))) r`.execute(db);
    await sql`insert into changes (scope, kind, id, seq)
      select 'store:S1', 'sale', receipt_number, 1 from sales where sale_id like 'x%'`.execute(db);
    await age(401);
    expect(await night()).toBe(2_101);
  });
});
