import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { PointsBalance } from '../../domain/loyalty/points-protocol.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { promotion } from '../../domain/promotions/promotion.ts';
import { returnableOfSale, returnGoods } from '../../domain/returns/return-goods.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { completeSale } from '../../domain/sale/complete-sale.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import { pointsId } from '../../domain/stored-value/stored-value.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { readReturnable } from '../../sync-server/orders/read-returnable.ts';
import { askJson } from '../support/ask-json.ts';
import { insertKey } from '../support/api-keys.ts';
import { cartLineOf, cashOf, saleOf, soldOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const CUSTOMER = 'C1';
const POINTS = pointsId(CUSTOMER);

const POINTS_OFF = promotion.parse({
  ...{ kind: 'points', id: 'POINTS', name: 'Points', everything: true, pointValue: 10_000 },
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31' },
});

/** Two units that earn so many points, and as many points that pay 0.10 each. */
function saleAt({ journal }: Enrolled, earned: number, usedPoints: number): SaleCompleted {
  const sold = soldOf([cartLineOf({ quantity: 2, unitPrice: 5_000_000, taxClass: 'none' })]);
  const paid = usedPoints * 10;
  const points = { kind: 'points', currency: 'USD', amountMinor: paid, tipMinor: 0, reference: POINTS, state: 'offline' } as const;
  return {
    ...sold,
    receiptNumber: journal.nextReceiptNumber,
    customerId: CUSTOMER,
    lines: sold.lines.map((line) => ({ ...line, taxes: [], taxMinor: 0, totalMinor: 10_000, points: earned })),
    totalMinor: 10_000,
    taxMinor: 0,
    usedPoints,
    tenders: [...(paid > 0 ? [points] : []), cashOf(10_000 - paid)],
  };
}

describe.each(databases)('points of customers, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let there: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    there = await enrol(db, 'S2');
    key = await insertKey(db, 'points', ['stored_values', 'customers', 'office']);
    await ask('POST', `customers/${CUSTOMER}/changes`, { fields: { name: 'Regular' } });
  });

  const ask = <T>(method: string, path: string, body?: object) => askJson<T>(server.url, key, method, path, body);
  const points = async () => (await ask<PointsBalance>('GET', `points/${CUSTOMER}`)).answer.points;
  const adjust = (given: object, customer = CUSTOMER) =>
    ask<{ points?: number; error?: { code: string } }>('POST', `points/${customer}/adjust`, {
      operationId: uuidv7(),
      storeId: 'S1',
      points: 100,
      reason: 'goodwill',
      ...given,
    });
  const record = async (one: Enrolled, earned: number, usedPoints: number) => {
    const sale = saleAt(one, earned, usedPoints);
    await push(db, one, [one.journal.record(saleCompleted.request(sale))]);
    return sale;
  };
  const told = async () => {
    const { rows } = await sql<{ receipt: string; points: number }>`
      select body ->> 'subject' as receipt, (body -> 'facts' -> 'points')::int as points from exceptions
      where kind = 'points_not_covered' order by opened_at, 1`.execute(db);
    return rows;
  };
  const audited = async () => (await auditPool(db)).flatMap(({ violations }) => violations);

  it('[J5] used at two stores that had no connection, have an exception for those that were missing, and the books hold', async () => {
    await record(register, 100, 0);
    await record(register, 0, 80);
    await record(there, 10, 50);
    expect(await points()).toBe(-20);
    expect(await told()).toEqual([{ receipt: `${there.prefix}-000001`, points: 30 }]);
    expect(await audited()).toEqual([]);
  });

  it('[M2] go back with the goods, those that were earned and those that were used, and the books hold', async () => {
    await record(register, 500, 0);
    const bought = await record(register, 100, 40);
    await record(register, 0, 500);
    const sale = saleOf([cartLineOf()], bought);
    const choices = returnableOfSale(sale).map((line) => ({ line, quantity: 1, disposition: 'restock' as const }));
    const receiptNumber = register.journal.nextReceiptNumber;
    const origin = { kind: 'sale' as const, receiptNumber: bought.receiptNumber };
    const back = returnGoods({ receiptNumber, origin, currency: 'USD', choices, paid: sale, to: 'cash' });
    if (!back.ok) throw new Error(back.refusal);
    expect(back.value).toMatchObject({ points: { takenBack: 50, givenBack: 40 }, refundMinor: 5_000 });
    await push(db, register, [register.journal.record(goodsReturned.request(back.value))]);
    expect(await points()).toBe(500 + 100 - 40 - 500 - 50 + 40);
    await adjust({ points: -80, reason: 'correction' });
    expect(await audited()).toEqual([]);
  });

  it('[J9] [M2] that make an ordered sale cheaper: the order costs what was paid, and parts give back money and points', async () => {
    await record(register, 41, 0);
    const order = { id: 'O1', fulfillment: { kind: 'ship' } } as const;
    const cart = [cartLineOf({ quantity: 3, order, unitPrice: 333_000 }), cartLineOf({ sku: 'B', unitPrice: 500_000 })];
    const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 100_000 }), promotions: [POINTS_OFF], date: '2026-03-02' };
    const priced = priceSale(cart, { ...rules, points: 41 });
    const receiptNumber = register.journal.nextReceiptNumber;
    const paid = { currency: 'USD', pricesIncludeTax: true, cashGivenMinor: priced.totalMinor, orders: [order], customerId: CUSTOMER };
    const sold = completeSale({ priced, receiptNumber, ...paid });
    if (!sold.ok) throw new Error(sold.refusal);
    await push(db, register, [register.journal.record(saleCompleted.request(sold.value))]);
    // 9.99 and 5.00, less 41 points of 0.10.
    expect([sold.value.totalMinor, sold.value.lines[0]?.totalMinor, await points()]).toEqual([1089, 726, 0]);
    const placed = (await readOrder(db, `${receiptNumber}/1`))?.fulfillmentOrders[0]?.lines;
    expect(placed).toMatchObject([{ quantity: 3, totalMinor: 726 }]);
    const backs = [{ 1: 1 }, { 1: 2, 2: 1 }] as const;
    const given = [];
    for (const back of backs) {
      const found = await readReturnable(db, receiptNumber);
      if (found?.kind !== 'sale') throw new Error('There is no such sale.');
      const quantities: Readonly<Record<number, number>> = back;
      const choices = returnableOfSale(found.sale, found.orders).map((line) => ({
        ...{ line, quantity: quantities[line.lineNo] ?? 0, disposition: 'restock' as const },
      }));
      const origin = { kind: 'sale' as const, receiptNumber };
      const goods = returnGoods({ receiptNumber: register.journal.nextReceiptNumber, origin, currency: 'USD', choices, paid: found.sale });
      if (!goods.ok) throw new Error(goods.refusal);
      await push(db, register, [register.journal.record(goodsReturned.request(goods.value))]);
      given.push([goods.value.refundMinor, goods.value.points?.givenBack, await points()]);
    }
    expect(given).toEqual([
      [242, 9, 9],
      [847, 32, 41],
    ]);
    expect((await readOrder(db, `${receiptNumber}/1`))?.status).toBe('cancelled');
    expect(await audited()).toEqual([]);
  });

  it('are given and taken by the head office, once for each operation id', async () => {
    const first = { operationId: uuidv7() };
    expect(await adjust(first)).toMatchObject({ status: 200, answer: { customerId: CUSTOMER, points: 100 } });
    expect(await adjust(first)).toMatchObject({ status: 200, answer: { points: 100 } });
    expect(await adjust({ ...first, points: 5 })).toMatchObject({ status: 409, answer: { error: { code: 'id_reused' } } });
    expect(await adjust({}, 'C9')).toMatchObject({ status: 404, answer: { error: { code: 'unknown_customer' } } });
    expect(await adjust({ storeId: 'S9' }, CUSTOMER)).toMatchObject({ status: 200, answer: { points: 200 } });
    expect(await adjust({ points: 0 })).toMatchObject({ status: 400 });
  });

  it('that were changed behind the back of the operations are found by the audit', async () => {
    await record(register, 100, 0);
    await sql`update documents set body = jsonb_set(body, '{balanceMinor}', '101') where kind = ${storedValueDocument.kind}`.execute(db);
    expect(await audited()).toEqual([`${POINTS} has 101, but its operations make 100.`]);
  });
});
