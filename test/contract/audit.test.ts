import { sql } from 'kysely';
import { cashMoved, shiftClosed } from '../../domain/shift/operations.ts';
import { describe, expect, it } from 'vitest';
import { auditPool, describeFindings } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { databases } from './support/databases.ts';
import { pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('the audit on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  /** A pool at work: sales, a return, a pickup handed over, an order that waits, an exception resolved, and an operation in quarantine. */
  useSyncPool(open, async (pool) => {
    ({ db, register } = pool);
    await takeOrder(db, { idempotencyKey: 'W-1', order: pickupOrder('W-1', 'S1', [['A', 2]]) });
    await takeOrder(db, { idempotencyKey: 'W-2', order: shipOrder('W-2', [['B', 1]]) });
    const rows = await db.selectFrom('fulfillment_orders').select('body').where('kind', '=', 'pickup').execute();
    const pickup = rows[0]?.body;
    if (pickup === undefined) throw new Error('The pickup was not sourced.');
    const { journal } = register;
    journal.openShift();
    const sale = journal.sell([
      ['A', 3],
      ['B', 1],
    ]);
    const torn = journal.sell([['C', 1]]);
    journal.takeBack(sale, 1);
    journal.pick(pickup);
    journal.stage(pickup);
    journal.handOver(pickup);
    journal.sell([
      ['C', 2],
      ['NEW', 1],
    ]);
    journal.record({
      type: 'exception_resolved',
      payload: { exceptionId: 'unknown_sku:S1:NEW', choice: 'other_product', sku: 'C', quantity: 1, note: '', office: null },
    });
    const sent = journal.operations.map((operation) => (operation === torn ? { ...operation, version: 99 } : operation));
    const results = await push(db, register, sent);
    expect(results.map((result) => result.outcome)).toEqual(
      sent.map((operation) => (operation.id === torn.id ? 'quarantined' : 'applied')),
    );
  });

  it('finds that all holds, and says what it compared', async () => {
    const findings = await auditPool(db);
    expect(describeFindings(findings)).toBe(
      [
        'holds     J2  journals are gapless, unaltered and chained: compared 9 operations, 1 registers.',
        'holds     J3  what sales order is ordered once, and looked after: compared 0 orders of sales, 0 order lines.',
        'holds     J5  exceptions are resolved once, and stock is corrected once: compared 1 exceptions, 1 resolutions.',
        'holds     J6  what was not applied is kept, and replayed once: compared 1 in quarantine, 0 replays.',
        'holds     J7  receipt numbers are gapless and used once: compared 3 receipts, 1 registers.',
        'holds     P2  stock is the sum of its movements, reservations are held by orders: compared 7 levels, 16 movements, ' +
          '2 fulfillment orders.',
        'holds     P6  the list of orders says what their lines and fulfillment orders say: compared 2 orders.',
        'holds     M1  amounts add up, and no refund is more than was paid: compared 2 sales, 4 lines, 1 refunded lines, ' +
          '1 shifts, 0 closings.',
        'holds     M1  gift cards, credit, accounts and points have what was put on, less what was taken off: compared 0 stored values.',
        'holds     M1  promotions and codes were used for what the sales say: compared 0 promotions in stores, 0 codes.',
        'holds     E1  events are numbered without gaps, and resolutions have theirs: compared 5 events, 1 resolutions.',
        'All rules hold.',
      ].join('\n'),
    );
  });

  const damages: [rule: string, what: string, statement: string, says: RegExp][] = [
    ['J2', 'an operation is missing', 'delete from operations where seq = 5', /something is missing/],
    ['J2', 'the last operation is missing', 'delete from operations where seq = 9', /has come to 9, but its last operation is 8/],
    [
      'J2',
      'an operation was altered',
      `update operations set body = jsonb_set(body, '{at}', '"2026-01-01T00:00:00.000Z"') where seq = 5`,
      /was altered/,
    ],
    [
      'J2',
      'a quarantined operation was altered',
      `update operations set body = jsonb_set(body, '{associateId}', '"x"') where seq = 3`,
      /was altered/,
    ],
    [
      'J2',
      'two operations changed places',
      'update operations set seq = case seq when 5 then -6 else -5 end where seq in (5, 6); update operations set seq = -seq where seq < 0',
      /another id or place/,
    ],
    ['J2', 'the chain was cut', `update registers set last_hash = repeat('a', 64)`, /keeps another hash/],
    ['J5', 'an exception was resolved by nobody', 'delete from exception_resolutions', /no operation that counts has resolved it/],
    ['J5', 'a decision was forgotten', 'delete from exception_resolutions', /was recorded, but is kept nowhere/],
    ['J5', 'a decision has no operation', `update exception_resolutions set operation_id = 'x'`, /is kept, but no operation says so/],
    [
      'J5',
      'stock was corrected twice',
      'insert into stock_movements (location_id, sku, on_hand, reserved, cause, cause_id) select location_id, sku, on_hand, ' +
        `reserved, cause, cause_id from stock_movements where cause = 'exception_resolved'`,
      /corrected the stock by other units/,
    ],
    [
      'J5',
      'stock was corrected by nobody',
      `update stock_movements set cause_id = 'x' where cause = 'exception_resolved'`,
      /corrected stock, but did not count/,
    ],
    ['J5', 'an exception is filed as open', 'update exceptions set resolved_at = null', /filed in another state/],
    ['J6', 'something left quarantine', 'delete from quarantine', /is not in quarantine/],
    ['J6', 'something counts as replayed', 'update quarantine set applied_at = now()', /has had no effect/],
    [
      'J6',
      'something was applied without a trail',
      `update operations set outcome = 'applied' where seq = 3; update quarantine set applied_at = now()`,
      /without a trail/,
    ],
    [
      'J7',
      'a sale is filed nowhere',
      `delete from sales where receipt_number = 'A1-000001'`,
      /A1-000001 was recorded, but is filed nowhere/,
    ],
    [
      'J7',
      'a sale came from nowhere',
      `insert into sales select 'A1-000009', 'x', store_id, register_id, business_date, total_minor, tax_minor, body from ` +
        `sales where receipt_number = 'A1-000001'`,
      /A1-000009 is filed, but no operation recorded it/,
    ],
    [
      'J7',
      'receipts are missing',
      `update operations set body = jsonb_set(body, '{payload,receiptNumber}', '"A1-000040"') where seq = 8`,
      /receipts are missing between/,
    ],
    [
      'J7',
      'a receipt number was used twice',
      `update operations set body = jsonb_set(body, '{payload,receiptNumber}', '"A1-000001"') where seq = 8`,
      /was used before/,
    ],
    [
      'P2',
      'a level was changed by hand',
      `update stock_levels set on_hand = on_hand + 1 where location_id = 'S1' and sku = 'A'`,
      /A at S1: 97 on hand, but its movements make 96/,
    ],
    ['P2', 'a movement is missing', `delete from stock_movements where cause = 'return'`, /on hand, but its movements make/],
    [
      'P2',
      'a reservation is held by nobody',
      `update stock_levels set reserved = reserved + 1 where sku = 'C' and location_id = 'S2'; insert into stock_movements ` +
        `(location_id, sku, on_hand, reserved, cause, cause_id) values ('S2', 'C', 0, 1, 'reservation', 'x')`,
      /C at S2: 1 reserved, but fulfillment orders hold 0/,
    ],
    [
      'P2',
      'a level has vanished',
      `delete from stock_levels where location_id = 'S2' and sku = 'A'`,
      /A at S2: 0 on hand, but its movements make 100/,
    ],
    [
      'P2',
      'an order is filed under another state',
      `update fulfillment_orders set status = 'open' where kind = 'pickup'`,
      /is filed as open, but stands at handed_over/,
    ],
    [
      'M1',
      'a total was changed',
      `update sales set body = jsonb_set(body, '{totalMinor}', '1') where receipt_number = 'A1-000001'`,
      /sale_total \(due: \d+, is: 1\)/,
    ],
    ['M1', 'a filed total was changed', `update sales set total_minor = 1 where receipt_number = 'A1-000001'`, /filed with other totals/],
    [
      'M1',
      'a line was recalculated',
      `update sales set body = jsonb_set(jsonb_set(body, '{lines,0,taxMinor}', '239'), '{lines,1,taxMinor}', '81') where ` +
        `receipt_number = 'A1-000001'`,
      /other amounts than its register recorded/,
    ],
    [
      'M1',
      'a refund is more than was paid',
      `update returns set refund_minor = 5000, body = jsonb_set(body, '{lines,0,refundMinor}', '5000')`,
      /5000 was refunded, but only 3240 was paid/,
    ],
    [
      'M1',
      'the refunds of a sale that was priced again are more than was paid',
      `update sales set body = jsonb_set(body, '{refundedMinor}', '1'); update returns set refund_minor = 5000, body = ` +
        `jsonb_set(body, '{lines,0,refundMinor}', '5000')`,
      /Sale A1-000001: 5000 was refunded, but only \d+ was paid/,
    ],
    ['M1', 'a refund is not the sum of its lines', 'update returns set refund_minor = 1', /refunds another amount than its lines/],
    [
      'P6',
      'the list says another status',
      `update order_index set status = 'ready' where number = 'W-1'`,
      /W-1 is listed as ready, but stands at fulfilled/,
    ],
    ['P6', 'the list lacks an order', `delete from order_index where number = 'W-2'`, /W-2 is not in the list of orders/],
    ['P6', 'the list has another store', `update order_index set stores = '{S9}'`, /W-1 is listed at S9, but is at S1/],
    ['P6', 'the list has another sum', `update order_index set total_minor = 1`, /W-1 is listed with 1, but comes to 2166/],
    ['P6', 'the list has another date', `update order_index set placed_at = now()`, /W-1 is listed with another number, kind/],
    ['P6', 'a key is missing', `delete from order_keys where key = 'name:customer'`, /W-1 is found by other words than its own/],
    [
      'P6',
      'a key is left behind',
      `insert into order_keys select 'name:else', placed_at, order_id from order_index`,
      /is found by a word that is not its own/,
    ],
    [
      'P6',
      'a listed order is not there',
      `update order_index set order_id = 'x' where number = 'W-1'`,
      /The list has order W-1, which is not/,
    ],
    ['E1', 'a resolution has no event', 'delete from events', /has 0 events/],
    ['E1', 'the head of the log was set back', 'update event_head set seq = 0', /The head of the log is 0, but event 5 is there/],
    [
      'E1',
      'an event is missing',
      `insert into events (seq, event, ids) values (7, 'unfulfilled', '{}'); update event_head set seq = 7`,
      /Event 7 follows on 5/,
    ],
    ['M1', 'a drawer was robbed', `update shifts set body = jsonb_set(body, '{cashMinor}', '0')`, /shows 0 USD in cash/],
  ];

  it.each(damages)('[%s] sees that %s', async (rule, _what, statements, says) => {
    for (const statement of statements.split('; ')) await sql.raw(statement).execute(db);
    const findings = await auditPool(db);
    const found = findings.find((finding) => finding.rule === rule);
    expect(found?.violations.join('\n')).toMatch(says);
    expect(describeFindings(findings)).toMatch(/VIOLATED/);
  });

  it('[M1] lets a line of a sale that was priced again give back more than was paid for it', async () => {
    const refund = `update returns set refund_minor = 3241, body = jsonb_set(body, '{lines,0,refundMinor}', '3241')`;
    const refunded = async () =>
      (await auditPool(db)).flatMap(({ violations }) => violations).filter((violation) => violation.includes('was refunded'));
    await sql.raw(refund).execute(db);
    expect(await refunded()).toHaveLength(1);
    await sql.raw(`update sales set body = jsonb_set(body, '{refundedMinor}', '3241')`).execute(db);
    expect(await refunded()).toEqual([]);
  });

  it('[M1] [J9] counts cash that moved without a sale, and follows the grand totals from closing to closing', async () => {
    const { journal } = register;
    const before = journal.operations.length;
    const totalsOf = (zNumber: number, salesMinor: number, grandSalesMinor: number) => {
      const own = { firstSeq: 1, sales: 1, salesMinor, returns: 0, returnsMinor: 0 };
      return { zNumber, ...own, grandSalesMinor, grandReturnsMinor: 0 };
    };
    const close = (totals: ReturnType<typeof totalsOf>) =>
      journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals } });
    const move = (kind: 'pay_in' | 'drop', amountMinor: number) =>
      journal.record({ type: cashMoved.type, payload: { kind, currency: 'USD', amountMinor, reason: null, bag: null } });
    move('pay_in', 5_000);
    move('drop', 7_000);
    close(totalsOf(1, 100, 100));
    journal.shiftId = null;
    journal.openShift();
    move('drop', 300);
    close(totalsOf(2, 50, 150));
    await push(db, register, journal.operations.slice(before));
    const violations = async () => (await auditPool(db)).flatMap((finding) => finding.violations);
    expect(await violations()).toEqual([]);
    await sql
      .raw(`update shifts set body = jsonb_set(body, '{closed,totals,grandSalesMinor}', '140') where id = '${journal.shiftId}'`)
      .execute(db);
    expect((await violations()).join()).toMatch(/Closing 2 of register .* has a grand total that does not follow/);
  });

  it('[J7] [M1] sees closings whose numbers come twice or leave one out', async () => {
    const { journal } = register;
    const before = journal.operations.length;
    for (const zNumber of [1, 1, 3]) {
      const totals = {
        zNumber,
        firstSeq: 1,
        sales: 0,
        salesMinor: 0,
        returns: 0,
        returnsMinor: 0,
        grandSalesMinor: 0,
        grandReturnsMinor: 0,
      };
      journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals } });
      journal.shiftId = null;
      journal.openShift();
    }
    await push(db, register, journal.operations.slice(before));
    const { registerId } = register;
    expect((await auditPool(db)).find(({ rule }) => rule === 'M1')?.violations).toEqual([
      `Closing 1 of register ${registerId} follows closing 1.`,
      `Closing 3 of register ${registerId} follows closing 1.`,
    ]);
  });
});
