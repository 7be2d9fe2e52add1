import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { actorNamed } from '../support/actor.ts';
import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { readQuarantined } from '../../sync-server/quarantine/list-quarantine.ts';
import { replayOperation, replayOperations } from '../../sync-server/quarantine/replay-operation.ts';
import { BEFORE_ALL_CALENDARS, JournalBuilder, reseal } from '../support/journal-builder.ts';
import { keepFork } from '../../sync-server/intake/keep-fork.ts';
import { databases } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { setAside } from './support/set-aside.ts';
import { type Enrolled, poolState, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

type Fields = Record<string, unknown>;

describe.each(databases)('replaying quarantine on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  let journal: JournalBuilder;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
    journal = register.journal;
  });

  const onHand = async (sku: string) =>
    (await db.selectFrom('stock_levels').select('on_hand').where('location_id', '=', 'S1').where('sku', '=', sku).executeTakeFirstOrThrow())
      .on_hand;
  const held = async () => (await db.selectFrom('quarantine').select('id').orderBy('id').execute()).map((row) => row.id);
  const violations = async () => (await auditPool(db)).flatMap((finding) => finding.violations);
  const replay = (id: number) => replayOperation(db, id, actorNamed('head office'));
  async function place(number: string): Promise<FulfillmentOrder> {
    await takeOrder(db, { idempotencyKey: number, order: pickupOrder(number, 'S1', [['A', 2]]) });
    const rows = await db
      .selectFrom('fulfillment_orders')
      .innerJoin('orders', 'orders.id', 'order_id')
      .select('body')
      .where('number', '=', number)
      .execute();
    const body = rows[0]?.body;
    if (body === undefined) throw new Error('The order was not sourced.');
    return body;
  }
  const orderNow = async (order: FulfillmentOrder) =>
    (await db.selectFrom('fulfillment_orders').select('body').where('id', '=', order.id).executeTakeFirstOrThrow()).body;

  it('[J6] gives an operation its effect once, in its place, when the server can read it by now', async () => {
    await push(db, register, [journal.openShift(), journal.sell([['A', 1]])]);
    const id = await setAside(db, register, journal.sell([['A', 3]]));
    const behind = [journal.sell([['A', 1]]), journal.sell([['B', 1]])];
    expect((await push(db, register, behind)).map((result) => result.outcome)).toEqual(['applied', 'applied']);
    expect(await onHand('A')).toBe(98);
    const shown = await pullAll(db, register);
    expect([...shown.documents.keys()].filter((key) => key.includes('quarantined_operation'))).toHaveLength(1);
    expect(await violations()).toEqual([]);

    expect(await replay(id)).toMatchObject({ outcome: 'applied' });
    expect(await onHand('A')).toBe(95);
    expect(
      (await db.selectFrom('sales').select('receipt_number').orderBy('receipt_number').execute()).map((row) => row.receipt_number),
    ).toEqual(['A1-000001', 'A1-000002', 'A1-000003', 'A1-000004']);
    await pullAll(db, register, shown);
    expect([...shown.documents.keys()].filter((key) => key.includes('quarantined_operation'))).toEqual([]);
    expect(shown.documents.get('store:S1 sale A1-000002')).toMatchObject({ totalMinor: 3240 });
    expect(shown.appliedSeq).toBe(5);
    expect(await violations()).toEqual([]);

    const state = await poolState(db, register);
    expect(await replay(id)).toMatchObject({ outcome: 'applied' });
    expect(await push(db, register, journal.operations)).toMatchObject(journal.operations.map(() => ({ outcome: 'applied' })));
    expect(await poolState(db, register)).toEqual(state);
    expect(await readQuarantined(db, id)).toMatchObject({
      code: 'bad_schema',
      tries: 1,
      replays: [{ outcome: 'applied', askedBy: 'head office' }],
    });
    journal.sell([['A', 1]]);
    expect(await push(db, register, journal.operations.slice(-1))).toMatchObject([{ outcome: 'applied', seq: 6 }]);
  });

  it('[J7] goes on with the next receipt number when the replayed operation was the last', async () => {
    const id = await setAside(db, register, journal.sell([['A', 1]]));
    expect(await replay(id)).toMatchObject({ outcome: 'applied' });
    expect(await db.selectFrom('registers').select(['receipt_count', 'receipt_slack']).executeTakeFirst()).toEqual({
      receipt_count: 1,
      receipt_slack: 0,
    });
    expect(await push(db, register, [journal.sell([['A', 1]])])).toMatchObject([{ outcome: 'applied' }]);
    expect(await violations()).toEqual([]);
  });

  it('[J7] does not give a receipt number away that another sale has by now', async () => {
    const missed = journal.sell([['A', 1]]);
    const id = await setAside(db, register, missed);
    const next = journal.sell([['A', 1]]);
    const sameNumber = reseal(next, {
      receiptCount: 1,
      payload: { ...(next.payload as Fields), receiptNumber: missed.payload.receiptNumber },
    });
    expect(await push(db, register, [sameNumber])).toMatchObject([{ outcome: 'applied' }]);
    expect(await replay(id)).toMatchObject({ outcome: 'unchanged', code: 'receipt_gap' });
    expect(await onHand('A')).toBe(99);
    expect(await violations()).toEqual([]);
  });

  it('[J6] applies many in the order of their places, whatever order they are asked for in', async () => {
    const ids: number[] = [];
    ids.push(await setAside(db, register, journal.openShift(), 'unsupported_version'));
    for (let count = 0; count < 3; count += 1) ids.push(await setAside(db, register, journal.sell([['B', 1]]), 'unsupported_version'));
    const results = await replayOperations(db, [...ids].reverse(), actorNamed('head office'));
    expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([...ids].reverse().map((id) => [id, 'applied']));
    expect(await onHand('B')).toBe(97);
    expect(await violations()).toEqual([]);
  });

  it('[J6] happens once when two people ask at the same moment', async () => {
    const id = await setAside(db, register, journal.sell([['A', 5]]));
    const results = await Promise.all([replay(id), replay(id), replay(id)]);
    expect(results.map((result) => result.outcome)).toEqual(['applied', 'applied', 'applied']);
    expect(await onHand('A')).toBe(95);
    expect((await readQuarantined(db, id))?.replays).toHaveLength(1);
  });

  const bad: [code: string, make: (sale: Operation) => unknown, told: Record<string, unknown>][] = [
    [
      'unsupported_version',
      (sale) => ({ ...sale, version: 99 }),
      { fault: 'version_not_readable', version: 99, newest: OPERATION_VERSION },
    ],
    ['bad_schema', (sale) => ({ ...sale, surprise: true }), { fault: 'field_not_valid', path: 'surprise', issue: 'unrecognized_keys' }],
    ['bad_schema', (sale) => reseal(sale, { associateId: 'NUL \u0000' }), { fault: 'text_not_storable' }],
    ['wrong_store', (sale) => reseal(sale, { storeId: 'S2' }), { fault: 'other_store', store: 'S1' }],
    ['hash_mismatch', (sale) => ({ ...sale, at: '2026-03-02T10:00:01.000Z' }), {}],
    ['receipt_gap', (sale) => reseal(sale, { receiptCount: 7 }), { fault: 'receipts_counted', is: 7, due: 1 }],
    [
      'totals_do_not_add_up',
      (sale) => reseal(sale, { payload: { ...(sale.payload as Fields), totalMinor: 1 } }),
      { fault: 'sale_total', is: 1, due: expect.any(Number) as number },
    ],
  ];
  it.each(bad)('[J6] leaves what is wrong as it is, and says why: %s', async (code, make, told) => {
    journal.openShift();
    const sale = journal.sell([['A', 1]]);
    await push(db, register, [journal.operations[0], make(sale)]);
    const [id = 0] = await held();
    const before = {
      state: await poolState(db, register),
      heads: await db.selectFrom('scope_heads').selectAll().orderBy('scope').execute(),
    };
    const result = await replay(id);
    expect(result).toEqual({ id, outcome: 'unchanged', code, facts: told });
    expect({
      state: await poolState(db, register),
      heads: await db.selectFrom('scope_heads').selectAll().orderBy('scope').execute(),
    }).toEqual(before);
    expect(await readQuarantined(db, id)).toMatchObject({ code, appliedAt: null, replays: [{ outcome: 'unchanged', code }] });
    expect(await violations()).toEqual([]);
  });

  it('[J6] leaves what the database will not take as it is', async () => {
    journal.record({ type: 'order_packed', payload: { fulfillmentOrderId: 'NOWHERE' } }, { at: BEFORE_ALL_CALENDARS });
    await push(db, register, journal.operations);
    const [id = 0] = await held();
    expect(await replay(id)).toMatchObject({ outcome: 'unchanged', code: 'cannot_be_applied' });
    expect(await readQuarantined(db, id)).toMatchObject({ appliedAt: null, replays: [{ code: 'cannot_be_applied' }] });
  });

  it('[J2] never applies what has no place in the sequence', async () => {
    const opening = journal.openShift();
    await push(db, register, [opening, null, { ...opening, at: '2026-03-02T11:00:00.000Z' }]);
    const ids = await held();
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(await replay(id)).toMatchObject({ outcome: 'unchanged', code: 'no_place' });
    expect(await replay(99_999)).toMatchObject({ outcome: 'not_found' });
  });

  it('[M1] makes up for the cash of a shift whose opening was missing', async () => {
    const id = await setAside(db, register, journal.openShift());
    const sale = journal.sell([['A', 2]]);
    const rest = [
      sale,
      journal.takeBack(sale, 1),
      journal.record({ type: 'shift_closed', payload: { countedMinor: 11_080, expectedMinor: 11_080 } }),
    ];
    expect((await push(db, register, rest)).map((result) => result.outcome)).toEqual(['applied', 'applied', 'applied']);
    expect(await replay(id)).toMatchObject({ outcome: 'applied' });
    const { documents } = await pullAll(db, register);
    expect(documents.get(`store:S1 shift ${journal.shiftId ?? ''}`)).toMatchObject({ cashMinor: 1080, closed: { countedMinor: 11_080 } });
    expect(await violations()).toEqual([]);
  });

  it('[M1] counts the cash of a sale in its drawer, although that was closed since', async () => {
    const opening = journal.openShift();
    await push(db, register, [opening]);
    const sale = journal.sell([['A', 3]]);
    const id = await setAside(db, register, sale);
    const closing = journal.record({
      type: 'shift_closed',
      payload: { countedMinor: 10_000 + sale.payload.totalMinor, expectedMinor: 10_000 + sale.payload.totalMinor },
    });
    await push(db, register, [closing]);
    expect(await replay(id)).toMatchObject({ outcome: 'applied' });
    const shift = await db.selectFrom('shifts').select('body').where('id', '=', opening.id).executeTakeFirstOrThrow();
    expect(shift.body).toMatchObject({ cashMinor: sale.payload.totalMinor, closed: { countedMinor: 10_000 + sale.payload.totalMinor } });
    expect(await db.selectFrom('exceptions').select('id').execute()).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('[J9] makes up for what came back on a receipt whose sale was missing', async () => {
    const sale = journal.sell([['A', 2]]);
    const id = await setAside(db, register, sale);
    await push(db, register, [journal.takeBack(sale, 2)]);
    expect(await replay(id)).toMatchObject({ outcome: 'applied' });
    const { documents } = await pullAll(db, register);
    expect(documents.get('store:S1 sale A1-000001')).toMatchObject({ returned: { 1: 2 } });
    expect(await onHand('A')).toBe(100);
    expect(await violations()).toEqual([]);
  });

  it('[J5] opens an exception where the world has moved on while a fact was in quarantine', async () => {
    const order = await place('W-1');
    await push(db, register, [...journal.pick(order), journal.stage(order)]);
    const id = await setAside(db, register, journal.handOver(await orderNow(order)));
    await cancelOrder(db, 'W-1');
    expect(await replay(id)).toMatchObject({ outcome: 'applied' });
    const { documents } = await pullAll(db, register);
    expect(documents.get(`store:S1 exception handed_over_after_end:${order.id}`)).toMatchObject({
      subject: 'W-1',
      goods: [{ sku: 'A', quantity: 2 }],
    });
    expect(await onHand('A')).toBe(98);
    expect(await violations()).toEqual([]);
  });

  it('[J7, P2] records again, once, what was done on the second machine of a register', async () => {
    const opening = journal.openShift();
    const twin = new JournalBuilder(journal.options);
    twin.operations.push(opening);
    const here = journal.sell([['A', 1]]);
    const there = twin.sell([['B', 2]]);
    const back = twin.takeBack(there, 1);
    const closing = twin.record({ type: 'shift_closed', payload: { countedMinor: 1, expectedMinor: 1 } as never });
    await push(db, register, [opening, here]);
    expect(await keepFork(db, register.registerId, [opening, there, back, closing])).toBe(true);
    const ids = await held();
    expect(ids).toHaveLength(3);
    // Until its own sale is recorded again, the receipt number means the sale of the other machine.
    expect(await replay(ids[1] ?? 0)).toMatchObject({ outcome: 'unchanged', code: 'sale_first' });
    const results = await replayOperations(db, ids, actorNamed('head office'));
    expect(results).toMatchObject([
      { outcome: 'applied', code: 'recorded_again' },
      { outcome: 'applied', code: 'recorded_again' },
      { outcome: 'unchanged', code: 'shift_of_a_copy' },
    ]);
    expect([await onHand('A'), await onHand('B')]).toEqual([99, 99]);
    const sales = await db.selectFrom('sales').select(['receipt_number', 'body']).orderBy('receipt_number').execute();
    expect(sales.map((row) => row.receipt_number)).toHaveLength(2);
    const again = sales.find((row) => row.receipt_number !== here.payload.receiptNumber);
    expect(again?.body).toMatchObject({
      totalMinor: there.payload.totalMinor,
      businessDate: there.businessDate,
      associateId: there.associateId,
      returned: { 1: 1 },
    });
    expect(results[0]?.facts).toEqual({ fault: 'recorded_as', receipt: again?.receipt_number });
    // Asked again, and handed over again, it stays as it is.
    expect(await replayOperations(db, ids.slice(0, 2), actorNamed('head office'))).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'applied' },
    ]);
    expect(await keepFork(db, register.registerId, [there, back])).toBe(true);
    expect([await held(), await onHand('B')]).toEqual([ids, 99]);
    expect(await violations()).toEqual([]);
  });
});
