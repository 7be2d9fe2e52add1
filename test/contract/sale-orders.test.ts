import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TillChange } from '../../domain/customers/change-customer.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { returnableOfSale, returnGoods } from '../../domain/returns/return-goods.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { type SaleOrderFulfillment, salePickupCode } from '../../domain/sale-orders/sale-order.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { takeTillChanges } from '../../sync-server/customers/change-customers.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { relistOrders } from '../../sync-server/order-index/note-orders.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { readReturnable } from '../../sync-server/orders/read-returnable.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { actorNamed } from '../support/actor.ts';
import { cartLineOf, soldOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, push, send } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

const SHIP: SaleOrderFulfillment = { kind: 'ship' };
const PICKUP: SaleOrderFulfillment = { kind: 'pickup', storeId: 'S2', storeName: 'Store S2' };
const ADDRESS = { line1: '1 Sample Street', city: 'Sampletown', region: 'NY', postalCode: '10001', country: 'US' };
const PROFILE = { name: 'Sample Customer-One', phones: ['+1 (555) 010-0001'], shipTo: ADDRESS };
const profile = (fields: TillChange['fields'] = PROFILE): TillChange => ({ customerId: 'C1', at: '2026-03-02T09:00:00.000Z', fields });

const orderOf = (id: string, fulfillment: SaleOrderFulfillment = SHIP) => ({ id, fulfillment });

interface Line {
  readonly sku: string;
  readonly quantity?: number;
  readonly orderId?: string;
}

describe.each(databases)('goods that a sale orders, on %s', (_name, open) => {
  let db: Db;
  let here: Enrolled;
  useSyncPool(open, (pool) => {
    ({ db, register: here } = pool);
  });
  beforeEach(() => takeTillChanges(db, 'S1', [profile()]));

  const ordering = (register: Enrolled, orders: readonly (readonly [string, SaleOrderFulfillment])[], lines: readonly Line[]) =>
    register.journal.record(
      saleCompleted.request({
        ...soldOf(lines.map(({ orderId, ...line }) => cartLineOf({ ...line, ...(orderId !== undefined && { order: orderOf(orderId) }) }))),
        receiptNumber: register.journal.nextReceiptNumber,
        customerId: 'C1',
        orders: orders.map(([id, fulfillment]) => orderOf(id, fulfillment)),
      }),
    );
  const outcomes = async (register: Enrolled, operations: readonly Operation[]) =>
    (await push(db, register, operations)).map((one) => ('code' in one ? one.code : one.outcome));
  const level = (sku: string, locationId: string) =>
    db
      .selectFrom('stock_levels')
      .select(['on_hand', 'reserved'])
      .where('sku', '=', sku)
      .where('location_id', '=', locationId)
      .executeTakeFirstOrThrow();
  const reserved = async (sku: string) => (await level(sku, 'S1')).reserved + (await level(sku, 'S2')).reserved;
  const exceptions = async () =>
    (await db.selectFrom('exceptions').select(['kind', 'body']).orderBy('id').execute()).map(({ kind, body }) => ({
      ...{ kind, store: body.storeId, facts: body.facts },
    }));
  const fulfillment = async (number: string): Promise<FulfillmentOrder> => {
    const [order] = (await readOrder(db, number))?.fulfillmentOrders ?? [];
    if (order === undefined) throw new Error(`Nobody fulfills ${number}.`);
    return order;
  };
  const sound = async () => expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  const number = (count: number, order = 1, register = here) => `${register.prefix}-00000${count}/${order}`;
  /** Takes lines of a sale back as a till does that has just asked the server. */
  async function takeBack(register: Enrolled, receipt: string, quantities: Readonly<Record<number, number>>): Promise<Operation> {
    const found = await readReturnable(db, receipt);
    if (found?.kind !== 'sale') throw new Error('There is no such sale.');
    return back(register, returnableOfSale(found.sale, found.orders), receipt, quantities);
  }
  function back(
    register: Enrolled,
    lines: ReturnType<typeof returnableOfSale>,
    receipt: string,
    quantities: Readonly<Record<number, number>>,
  ) {
    const goods = returnGoods({
      receiptNumber: register.journal.nextReceiptNumber,
      origin: { kind: 'sale', receiptNumber: receipt },
      currency: 'USD',
      choices: lines.map((line) => ({ line, quantity: quantities[line.lineNo] ?? 0, disposition: 'restock' as const })),
    });
    if (!goods.ok) throw new Error(goods.refusal);
    return register.journal.record(goodsReturned.request(goods.value));
  }
  const setStock = (onHand: number) =>
    sql`update stock_levels set on_hand = ${onHand} where sku = 'A'`.execute(db).then(() =>
      sql`insert into stock_movements (location_id, sku, on_hand, reserved, cause, cause_id)
          select location_id, sku, ${onHand - 100}, 0, 'import', 'test' from stock_levels where sku = 'A'`.execute(db),
    );

  it('[J3] are ordered once with the sale, for the money that was paid, and leave no shelf here', async () => {
    const sale = ordering(here, [['O1', SHIP]], [{ sku: 'A', quantity: 2, orderId: 'O1' }, { sku: 'B' }]);
    expect(await outcomes(here, [sale])).toEqual(['applied']);
    expect(await outcomes(here, [sale])).toEqual(['applied']);
    const order = await readOrder(db, number(1));
    expect(order).toMatchObject({ orderId: 'O1', status: 'open', lines: [{ sku: 'A', quantity: 2, backordered: 0 }] });
    expect(await fulfillment(number(1))).toMatchObject({
      ...{ kind: 'ship', shipTo: ADDRESS, customer: { name: PROFILE.name, phone: PROFILE.phones[0] } },
    });
    expect(await reserved('A')).toBe(2);
    expect((await level('A', 'S1')).on_hand).toBe(100);
    expect((await level('B', 'S1')).on_hand).toBe(99);
    await sound();
  });

  it('are kept for the customer in another store, by the code on the receipt', async () => {
    await outcomes(here, [ordering(here, [['O1', PICKUP]], [{ sku: 'A', orderId: 'O1' }])]);
    const order = await fulfillment(number(1));
    expect(order).toMatchObject({ kind: 'pickup', locationId: 'S2', shipTo: null });
    expect(order.pickupCodeHash).toBe(hashPickupCode(number(1), salePickupCode('O1')));
    const there = await enrol(db, 'S2');
    expect((await pullAll(db, there)).documents.get(`store:S2 fulfillment_order ${order.id}`)).toMatchObject({ orderNumber: number(1) });
    await sound();
  });

  it('two tills order of the same last pieces: what nobody has waits, and both stores know of it', async () => {
    await setStock(1);
    const there = await enrol(db, 'S2');
    const sales = [
      [here, ordering(here, [['O1', SHIP]], [{ sku: 'A', quantity: 2, orderId: 'O1' }])],
      [there, ordering(there, [['O2', SHIP]], [{ sku: 'A', quantity: 1, orderId: 'O2' }])],
    ] as const;
    expect(await Promise.all(sales.map(([register, sale]) => outcomes(register, [sale])))).toEqual([['applied'], ['applied']]);
    expect(await reserved('A')).toBe(2);
    const told = await exceptions();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ kind: 'order_waits', facts: { amount: expect.stringMatching(/^\d+\.\d\d USD$/) as string } });
    await sound();
  });

  it('recorded offline for days and sent at once, the oldest first, each is ordered once', async () => {
    const sales = Array.from({ length: 4 }, (_, index) =>
      ordering(here, [[`O${index}`, SHIP]], [{ sku: 'A', quantity: 40, orderId: `O${index}` }]),
    );
    await setStock(50);
    const intakes = await Promise.all([send(db, here, sales), send(db, here, sales)]);
    for (const intake of intakes) expect(intake.ok && intake.results.map(({ outcome }) => outcome)).toEqual(sales.map(() => 'applied'));
    const waiting = await db.selectFrom('order_lines').select(['order_id', 'backordered']).orderBy('order_id').execute();
    expect(waiting).toEqual([0, 0, 20, 40].map((backordered, index) => ({ order_id: `O${index}`, backordered })));
    expect((await exceptions()).map(({ kind }) => kind)).toEqual(['order_waits', 'order_waits']);
    await sound();
  });

  it.each([
    ['an article that the catalog does not have', 'unknown_sku', SHIP, 'X'],
    ['a store that is not known', 'unknown_store', { ...PICKUP, storeId: 'S9' }, 'A'],
  ] as const)('[J5] %s is sold, and the store is told to give the money back', async (_case, trouble, way, sku) => {
    expect(await outcomes(here, [ordering(here, [['O1', way]], [{ sku, orderId: 'O1' }])])).toEqual(['applied']);
    expect(await readOrder(db, number(1))).toBeNull();
    const told = await exceptions();
    expect(told.find(({ kind }) => kind === 'order_not_placed')).toMatchObject({
      store: 'S1',
      facts: { trouble, receipt: number(1).slice(0, -2) },
    });
    await sound();
  });

  it('[J3] the id of another order is taken by nobody else', async () => {
    const there = await enrol(db, 'S2');
    await outcomes(here, [ordering(here, [['O1', SHIP]], [{ sku: 'A', orderId: 'O1' }])]);
    expect(await outcomes(there, [ordering(there, [['O1', SHIP]], [{ sku: 'A', orderId: 'O1' }])])).toEqual(['applied']);
    expect(await exceptions()).toMatchObject([{ kind: 'order_not_placed', store: 'S2', facts: { trouble: 'order_taken' } }]);
    expect(await reserved('A')).toBe(1);
    await sound();
  });

  it('a number that a web shop has used is not used again', async () => {
    await sql`insert into orders (id, number, idempotency_key, content_hash, kind, customer, currency, placed_at)
      values ('W', ${number(1)}, 'W', 'W', 'ship', '{"name":"Web","email":null,"phone":null}', 'USD', now())`.execute(db);
    await transact(db, (tx) => relistOrders(tx, ['W']));
    await outcomes(here, [ordering(here, [['O1-ABCDEF', PICKUP]], [{ sku: 'A', orderId: 'O1-ABCDEF' }])]);
    const order = await fulfillment(`${number(1)}-ABCDEF`);
    expect(order.pickupCodeHash).toBe(hashPickupCode(order.orderNumber, salePickupCode('O1-ABCDEF')));
    await sound();
  });

  it('a profile that comes after its sale names who gets the goods, once', async () => {
    const late = (fields: TillChange['fields'], at: string): TillChange => ({ customerId: 'C2', at, fields });
    const sale = here.journal.record(
      saleCompleted.request({
        ...soldOf([cartLineOf({ sku: 'A', order: orderOf('O1') })]),
        ...{ receiptNumber: here.journal.nextReceiptNumber, customerId: 'C2', orders: [orderOf('O1')] },
      }),
    );
    await outcomes(here, [sale]);
    expect(await fulfillment(number(1))).toMatchObject({ shipTo: null, customer: { name: number(1).slice(0, -2) } });
    await takeTillChanges(db, 'S1', [late({ name: 'Late' }, '2026-03-02T10:00:00.000Z')]);
    expect(await fulfillment(number(1))).toMatchObject({ shipTo: null, customer: { name: 'Late' } });
    const before = await pullAll(db, here);
    await takeTillChanges(db, 'S1', [late({ shipTo: ADDRESS }, '2026-03-02T10:01:00.000Z')]);
    const order = await fulfillment(number(1));
    expect(order).toMatchObject({ shipTo: ADDRESS });
    const at = order.locationId === 'S1' ? here : await enrol(db, 'S2');
    const held = (await pullAll(db, at, at === here ? before : undefined)).documents.get(
      `store:${order.locationId} fulfillment_order ${order.id}`,
    );
    expect(held).toMatchObject({ shipTo: ADDRESS });
    await takeTillChanges(db, 'S1', [late({ name: 'Moved', shipTo: { ...ADDRESS, city: 'Elsewhere' } }, '2026-03-02T10:02:00.000Z')]);
    expect(await fulfillment(number(1))).toMatchObject({ shipTo: ADDRESS, customer: { name: 'Late' } });
  });

  it('an address that was given before the sale, and comes after it, is where its parcel goes', async () => {
    await outcomes(here, [
      ordering(here, [['O1', SHIP]], [{ sku: 'A', orderId: 'O1' }]),
      ordering(here, [['O2', PICKUP]], [{ sku: 'B', orderId: 'O2' }]),
    ]);
    expect(await fulfillment(number(1))).toMatchObject({ shipTo: ADDRESS });
    const moved = { ...ADDRESS, line1: '2 Other Street' };
    await takeTillChanges(db, 'S1', [{ ...profile({ shipTo: moved }), at: '2026-03-02T09:30:00.000Z' }]);
    expect(await fulfillment(number(1))).toMatchObject({ shipTo: moved, customer: { name: PROFILE.name } });
    expect(await fulfillment(number(2))).toMatchObject({ shipTo: null });
    const later = { ...profile({ shipTo: ADDRESS }), at: '2026-03-02T10:30:00.000Z' };
    await takeTillChanges(db, 'S1', [later]);
    expect(await fulfillment(number(1))).toMatchObject({ shipTo: moved });
  });

  it('[A2] an erased customer leaves the orders of their sales, too', async () => {
    await outcomes(here, [ordering(here, [['O1', SHIP]], [{ sku: 'A', orderId: 'O1' }])]);
    const query = { customer: 'C1' };
    const open = await findPerson(db, query);
    expect(open.report.orders).toMatchObject([{ number: number(1), isOpen: true }]);
    await outcomes(here, [await takeBack(here, number(1).slice(0, -2), { 1: 1 })]);
    const { report } = await findPerson(db, query);
    expect(await erasePerson(db, query, report.code, actorNamed('test'))).toMatchObject({ ok: true, value: { orders: 1, customers: 1 } });
    const { rows } = await sql<{ texts: string }>`select customer::text || coalesce(ship_to::text, '') as texts from orders
      union all select body::text from fulfillment_orders`.execute(db);
    for (const { texts } of rows) for (const word of [PROFILE.name, ADDRESS.line1]) expect(texts).not.toContain(word);
    expect(await outcomes(here, [ordering(here, [['O2', SHIP]], [{ sku: 'A', orderId: 'O2' }])])).toEqual(['applied']);
    expect((await exceptions()).map(({ facts }) => facts?.['trouble'])).toEqual(['customer_erased']);
    await sound();
  });

  it('taken back before they leave, are cancelled at the pool and come onto no shelf', async () => {
    const sale = ordering(here, [['O1', SHIP]], [{ sku: 'A', quantity: 3, orderId: 'O1' }, { sku: 'B' }]);
    await outcomes(here, [sale]);
    const receipt = number(1).slice(0, -2);
    const part = await takeBack(here, receipt, { 1: 1 });
    expect(await outcomes(here, [part])).toEqual(['applied']);
    expect(await outcomes(here, [part])).toEqual(['applied']);
    expect(await reserved('A')).toBe(2);
    expect(await outcomes(here, [await takeBack(here, receipt, { 1: 2, 2: 1 })])).toEqual(['applied']);
    expect(await reserved('A')).toBe(0);
    expect((await level('A', 'S1')).on_hand + (await level('A', 'S2')).on_hand).toBe(200);
    expect((await level('B', 'S1')).on_hand).toBe(100);
    expect((await readOrder(db, number(1)))?.status).toBe('cancelled');
    expect(await exceptions()).toEqual([]);
    await sound();
  });

  it('that wait for stock are cancelled first, and what was picked goes back to its shelf', async () => {
    await setStock(2);
    await outcomes(here, [ordering(here, [['O1', PICKUP]], [{ sku: 'A', quantity: 3, orderId: 'O1' }])]);
    const receipt = number(1).slice(0, -2);
    await outcomes(here, [await takeBack(here, receipt, { 1: 1 })]);
    expect((await readOrder(db, number(1)))?.lines).toMatchObject([{ backordered: 0, cancelled: 1 }]);
    const there = await enrol(db, 'S2');
    const order = await fulfillment(number(1));
    await outcomes(there, [there.journal.startPicking([order]), ...there.journal.pick(order), there.journal.stage(order)]);
    await outcomes(here, [await takeBack(here, receipt, { 1: 1 })]);
    expect(await fulfillment(number(1))).toMatchObject({ state: { status: 'ready' }, lines: [{ picked: 1, short: 1 }] });
    expect((await exceptions()).map(({ kind, store }) => [kind, store])).toContainEqual(['picked_after_end', 'S2']);
    await outcomes(here, [await takeBack(here, receipt, { 1: 1 })]);
    expect(await fulfillment(number(1))).toMatchObject({ state: { status: 'cancelled', putBack: { stagingLocation: 'Shelf 1' } } });
    await sound();
  });

  it('[J5] money that was given back while the goods left is told to the store', async () => {
    await outcomes(here, [ordering(here, [['O1', PICKUP]], [{ sku: 'A', quantity: 1, orderId: 'O1' }])]);
    const receipt = number(1).slice(0, -2);
    const refund = await takeBack(here, receipt, { 1: 1 });
    const there = await enrol(db, 'S2');
    const order = await fulfillment(number(1));
    await outcomes(there, [
      there.journal.startPicking([order]),
      ...there.journal.pick(order),
      there.journal.stage(order),
      there.journal.handOver(order),
    ]);
    expect(await outcomes(here, [refund])).toEqual(['applied']);
    expect(await exceptions()).toMatchObject([{ kind: 'refunded_after_departure', store: 'S1', facts: { order: number(1), receipt } }]);
    expect((await level('A', 'S2')).on_hand).toBe(99);
    await sound();
  });

  it('[J3] that were never placed are given back, and come onto no shelf', async () => {
    await outcomes(here, [ordering(here, [['O1', { ...PICKUP, storeId: 'S9' }]], [{ sku: 'A', quantity: 2, orderId: 'O1' }])]);
    expect(await outcomes(here, [await takeBack(here, number(1).slice(0, -2), { 1: 2 })])).toEqual(['applied']);
    expect((await level('A', 'S1')).on_hand).toBe(100);
    expect((await exceptions()).map(({ kind }) => kind)).toEqual(['order_not_placed']);
    await sound();
  });

  it('[J3] that were cancelled at the pool are given back once, and come onto no shelf', async () => {
    await outcomes(here, [ordering(here, [['O1', SHIP]], [{ sku: 'A', quantity: 3, orderId: 'O1' }])]);
    const receipt = number(1).slice(0, -2);
    await outcomes(here, [await takeBack(here, receipt, { 1: 1 })]);
    await cancelOrder(db, number(1));
    const parts = [await takeBack(here, receipt, { 1: 1 }), await takeBack(here, receipt, { 1: 1 })];
    expect(await outcomes(here, parts)).toEqual(['applied', 'applied']);
    expect((await level('A', 'S1')).on_hand).toBe(100);
    expect(await reserved('A')).toBe(0);
    expect(await exceptions()).toEqual([]);
    expect((await readReturnable(db, receipt)) ?? {}).toMatchObject({ orders: [{ lines: [{ open: 0, departed: 0, cancelled: 3 }] }] });
    await sound();
  });

  it('[J3] that the customer refuses at the counter are given back once on the receipt, and come onto no shelf again', async () => {
    await outcomes(here, [ordering(here, [['O1', PICKUP]], [{ sku: 'A', quantity: 3, orderId: 'O1' }])]);
    const receipt = number(1).slice(0, -2);
    const there = await enrol(db, 'S2');
    const order = await fulfillment(number(1));
    await outcomes(there, [
      there.journal.startPicking([order]),
      ...there.journal.pick(order),
      there.journal.stage(order),
      there.journal.handOver(order, [{ lineNo: 1, sku: 'A', quantity: 2 }], [{ lineNo: 1, sku: 'A', quantity: 1, reason: 'refused' }]),
    ]);
    expect(await readReturnable(db, receipt)).toMatchObject({ orders: [{ lines: [{ open: 1, departed: 2, cancelled: 1 }] }] });
    expect(await outcomes(here, [await takeBack(here, receipt, { 1: 1 })])).toEqual(['applied']);
    expect(await readReturnable(db, receipt)).toMatchObject({ orders: [{ lines: [{ open: 0, departed: 2, cancelled: 1 }] }] });
    expect(await level('A', 'S2')).toMatchObject({ on_hand: 98, reserved: 0 });
    expect((await level('A', 'S1')).on_hand).toBe(100);
    expect(await exceptions()).toEqual([]);
    await sound();
  });

  it('that have left come back on the receipt, onto the shelf of the store that takes them', async () => {
    await outcomes(here, [ordering(here, [['O1', PICKUP]], [{ sku: 'A', quantity: 1, orderId: 'O1' }])]);
    const there = await enrol(db, 'S2');
    const order = await fulfillment(number(1));
    await outcomes(there, [
      there.journal.startPicking([order]),
      ...there.journal.pick(order),
      there.journal.stage(order),
      there.journal.handOver(order),
    ]);
    // By the number of the order the sale is found: it was paid there.
    const found = await readReturnable(db, number(1));
    expect(found).toMatchObject({ kind: 'sale', orders: [{ status: 'fulfilled', lines: [{ open: 0, departed: 1 }] }] });
    await outcomes(there, [await takeBack(there, number(1).slice(0, -2), { 1: 1 })]);
    expect((await level('A', 'S2')).on_hand).toBe(100);
    expect(await exceptions()).toEqual([]);
    await sound();
  });

  it.each([
    [
      'an order is gone',
      `delete from order_lines; delete from fulfillment_orders; delete from orders`,
      /was not placed, and nobody was told/,
    ],
    ['an order asks for fewer units', `update order_lines set quantity = 1`, /has 1 units for \d+, but receipt .* sold 2/],
    ['an order costs something else', `update order_lines set total_minor = 1`, /has 2 units for 1, but receipt/],
    ['units are looked after by nobody', `delete from fulfillment_orders`, /asks for 2 units, and 0 are looked after/],
    ['an order says that a sale ordered it', `update orders set receipt_number = 'Z9-000001'`, /there is no such sale/],
  ])('[J3] the audit sees that %s', async (_case, statements, says) => {
    await outcomes(here, [ordering(here, [['O1', SHIP]], [{ sku: 'A', quantity: 2, orderId: 'O1' }])]);
    await sound();
    for (const statement of statements.split('; ')) await sql.raw(statement).execute(db);
    const found = (await auditPool(db)).find(({ rule }) => rule === 'J3');
    expect(found?.violations.join('\n')).toMatch(says);
  });

  it('are not taken back by a till that cannot ask where they are', () => {
    const { payload, ...envelope } = ordering(here, [['O1', SHIP]], [{ sku: 'A', orderId: 'O1' }]) as Operation & {
      readonly payload: object;
    };
    const { id: saleId, storeId, registerId, associateId, businessDate, at } = envelope;
    const undone = { returned: {}, refundedMinor: null, refundedTo: null, isVoided: false };
    const sale = saleDocument.completed({
      ...payload,
      ...{ saleId, storeId, registerId, associateId, businessDate, at },
      ...undone,
    } as never);
    expect(() => back(here, returnableOfSale(sale), sale.receiptNumber, { 1: 1 })).toThrow('order_state_unknown');
  });
});
