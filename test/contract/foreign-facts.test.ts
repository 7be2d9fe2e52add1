import { actorNamed } from '../support/actor.ts';
import { cashOf } from '../support/examples.ts';
import { type SaleCompleted } from '../../domain/sale/sale.ts';
import { refundTenderOf } from '../../domain/payments/tender.ts';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Operation, OperationOf } from '../../domain/registry/operations.ts';
import type { GoodsReturned, ReturnLine } from '../../domain/returns/return.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { readException } from '../../sync-server/office/list-exceptions.ts';
import { resolveAtOffice } from '../../sync-server/office/resolve-at-office.ts';
import { reseal } from '../support/journal-builder.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, push, send } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('what a register says about things that are not its own on %s', (_name, open) => {
  let db: Db;
  let here: Enrolled;
  let there: Enrolled;
  useSyncPool(open, async (pool) => {
    ({ db, register: here } = pool);
    there = await enrol(db);
  });

  const exceptions = async (): Promise<Exception[]> =>
    (await db.selectFrom('exceptions').select('body').orderBy('id').execute()).map((row) => row.body);
  const onHand = async (sku: string) =>
    (await db.selectFrom('stock_levels').select('on_hand').where('location_id', '=', 'S1').where('sku', '=', sku).executeTakeFirst())
      ?.on_hand;
  const shift = async (id: string) => (await db.selectFrom('shifts').select('body').where('id', '=', id).executeTakeFirst())?.body;
  const violations = async () => (await auditPool(db)).flatMap((finding) => finding.violations);
  const outcomes = async (register: Enrolled, operations: readonly unknown[]) =>
    (await push(db, register, operations)).map((one) => ('code' in one ? `${one.outcome} ${one.code}` : one.outcome));
  /** What comes behind must have its turn, whatever came before. */
  async function goesOn(register: Enrolled): Promise<void> {
    register.journal.shiftId = null;
    const [last] = await outcomes(register, [register.journal.sell([['C', 1]])]);
    expect(last).toBe('applied');
    expect(await violations()).toEqual([]);
  }
  const back = (sale: OperationOf<'sale_completed'>, line: Partial<ReturnLine>, given: Partial<GoodsReturned> = {}): Operation => {
    const [bought] = sale.payload.lines;
    if (bought === undefined) throw new Error('The sale has no line.');
    const whole: ReturnLine = {
      lineNo: 1,
      fulfillmentOrderId: null,
      orderId: null,
      sku: bought.sku,
      name: bought.name,
      quantity: 1,
      disposition: 'restock',
      refundMinor: 100,
      refundTaxMinor: 0,
      kind: 'goods',
      unit: 'piece',
      quantityDecimals: 0,
      serialNumbers: [],
      reference: null,
      taxes: [],
      reason: null,
      ...line,
    };
    return here.journal.record({
      type: 'goods_returned',
      payload: {
        receiptNumber: here.journal.nextReceiptNumber,
        origin: { kind: 'sale', receiptNumber: sale.payload.receiptNumber },
        currency: 'USD',
        lines: [whole],
        refundMinor: whole.refundMinor,
        customerId: null,
        roundingMinor: 0,
        tenders: [refundTenderOf('cash', given.currency ?? 'USD', given.refundMinor ?? whole.refundMinor)],
        exchangeReceiptNumber: null,
        soldAt: null,
        ...given,
      },
    });
  };

  it(
    '[J5] sells into and closes the shift of another register: the sale stands, that drawer is left alone, ' + 'and people are told',
    async () => {
      const opening = there.journal.openShift();
      await push(db, there, [opening]);
      here.journal.shiftId = opening.id;
      const sales = [here.journal.sell([['A', 1]]), here.journal.sell([['A', 2]])];
      const closing = here.journal.record({ type: 'shift_closed', payload: { countedMinor: 5, expectedMinor: 5 } });
      expect(await outcomes(here, [...sales, closing])).toEqual(['applied', 'applied', 'applied']);
      expect(await shift(opening.id)).toMatchObject({ cashMinor: 0, closed: null });
      expect(await onHand('A')).toBe(97);
      const total = sales.reduce((sum, sale) => sum + sale.payload.totalMinor, 0);
      expect(await exceptions()).toMatchObject([
        { kind: 'cash_not_in_drawer', storeId: 'S1', cash: { USD: total } },
        { kind: 'shift_not_closed', cash: { USD: 5 } },
      ]);
      await goesOn(here);
    },
  );

  it('[J5] a drawer is closed once: what is counted or sold afterwards changes nothing of it', async () => {
    const opening = here.journal.openShift();
    const close = (countedMinor: number) => here.journal.record({ type: 'shift_closed', payload: { countedMinor, expectedMinor: 10_000 } });
    expect(await outcomes(here, [opening, close(9_000), close(1), here.journal.sell([['A', 1]])])).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
    ]);
    expect(await shift(opening.id)).toMatchObject({ cashMinor: 0, closed: { countedMinor: 9_000 } });
    expect((await exceptions()).map((one) => one.kind)).toEqual(['cash_not_in_drawer', 'shift_not_closed']);
    await goesOn(here);
  });

  it('[J5] a shift that nobody knows has no drawer', async () => {
    here.journal.shiftId = uuidv7();
    expect(await outcomes(here, [here.journal.sell([['A', 1]])])).toEqual(['applied']);
    expect((await exceptions()).map((one) => one.kind)).toEqual(['cash_not_in_drawer']);
    await goesOn(here);
  });

  const inEuros = (sale: SaleCompleted, receiptNumber: string): SaleCompleted => ({
    ...sale,
    receiptNumber,
    currency: 'EUR',
    tenders: sale.tenders.map((tender) => ({ ...tender, currency: 'EUR' })),
  });

  it('[M3] a drawer keeps cash by currency', async () => {
    const opening = here.journal.openShift();
    const dollars = here.journal.sell([['A', 1]]);
    const euros = here.journal.record({
      type: 'sale_completed',
      payload: inEuros(here.journal.sell([['A', 2]]).payload, here.journal.nextReceiptNumber),
    }) as OperationOf<'sale_completed'>;
    const [, , before] = here.journal.operations;
    if (before?.type !== 'sale_completed') throw new Error('That is no sale.');
    expect(await outcomes(here, [opening, dollars, before, euros])).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await shift(opening.id)).toMatchObject({
      cashMinor: dollars.payload.totalMinor + before.payload.totalMinor,
      otherCash: { EUR: euros.payload.totalMinor },
    });
    expect(await exceptions()).toMatchObject([{ kind: 'other_currency', cash: { EUR: euros.payload.totalMinor } }]);
    await goesOn(here);
  });

  it('[J5] what comes back on the line of another product, known or not, is asked about', async () => {
    const sale = here.journal.sell([['A', 3]]);
    expect(await outcomes(here, [sale, back(sale, { sku: 'B' }), back(sale, { sku: 'NEW' })])).toEqual(['applied', 'applied', 'applied']);
    expect([await onHand('A'), await onHand('B'), await onHand('NEW')]).toEqual([97, 101, 1]);
    const told = await exceptions();
    expect(told.map((one) => [one.kind, one.goods])).toEqual([
      ['returned_other_goods', [{ sku: 'B', quantity: 1 }]],
      ['returned_other_goods', [{ sku: 'NEW', quantity: 1 }]],
    ]);
    const [first] = told;
    expect(
      await resolveAtOffice(
        db,
        { operationId: uuidv7(), exceptionId: first?.id ?? '', choice: 'other_product', sku: 'A', quantity: 1, note: '' },
        actorNamed('head office'),
      ),
    ).toMatchObject({ ok: true });
    expect([await onHand('A'), await onHand('B')]).toEqual([98, 100]);
    await goesOn(here);
  });

  it.each<[string, string, (sale: OperationOf<'sale_completed'>) => Operation]>([
    [
      'a refund of 9e15 on a receipt that nobody knows',
      'not_believable',
      (sale) => back(sale, { refundMinor: 9_000_000_000_000_000 }, { origin: { kind: 'sale', receiptNumber: 'Z9-000001' } }),
    ],
    ['a refund with more tax than refund', 'totals_do_not_add_up', (sale) => back(sale, { refundTaxMinor: 101 })],
    ['a refund in another currency than was paid', 'totals_do_not_add_up', (sale) => back(sale, {}, { currency: 'EUR' })],
    [
      'a sale with more tax than total',
      'totals_do_not_add_up',
      (sale) => {
        const [line] = sale.payload.lines;
        if (line === undefined) throw new Error('The sale has no line.');
        const lines = [{ ...line, taxMinor: line.grossMinor + 1, totalMinor: line.grossMinor }];
        return here.journal.record({
          type: 'sale_completed',
          payload: {
            ...sale.payload,
            receiptNumber: here.journal.nextReceiptNumber,
            pricesIncludeTax: true,
            lines,
            taxMinor: line.grossMinor + 1,
            totalMinor: line.grossMinor,
            tenders: [cashOf(line.grossMinor, 0)],
          },
        });
      },
    ],
    [
      'a decision in the name of the head office',
      'not_its_own',
      () =>
        here.journal.record({
          type: 'exception_resolved',
          payload: {
            exceptionId: 'unknown_sku:S1:NEW',
            choice: 'catalog_added',
            sku: null,
            quantity: null,
            note: '',
            office: 'head office',
          },
        }),
    ],
  ])('[J6] %s goes to quarantine as %s, and holds nobody up', async (_what, code, forge) => {
    const sale = here.journal.sell([
      ['A', 1],
      ['NEW', 1],
    ]);
    expect(await outcomes(here, [sale, forge(sale)])).toEqual(['applied', `quarantined ${code}`]);
    expect((await readException(db, 'unknown_sku:S1:NEW'))?.exception.resolved).toBeNull();
    await goesOn(here);
  });

  it('[J5] an associate whom nobody knows and a date that cannot be are told once, and the sales stand', async () => {
    const sell = (given: Partial<Operation>) => {
      const { payload } = here.journal.sell([['A', 1]]);
      const made = here.journal.operations.pop();
      if (made === undefined) throw new Error('Nothing was recorded.');
      const again = reseal(made, { ...given, payload });
      here.journal.operations.push(again);
      return again;
    };
    const forged = [
      sell({ associateId: 'NOBODY' }),
      sell({ associateId: 'NOBODY' }),
      sell({ businessDate: '0001-01-01' }),
      sell({ businessDate: '9999-12-31' }),
      sell({ businessDate: '9999-12-31' }),
    ];
    expect(await outcomes(here, forged)).toEqual(forged.map(() => 'applied'));
    expect((await exceptions()).map((one) => one.id)).toEqual([
      `business_date_off:${here.registerId}:0001-01-01`,
      `business_date_off:${here.registerId}:9999-12-31`,
      'unknown_associate:S1:NOBODY',
    ]);
    expect(await onHand('A')).toBe(95);
    await goesOn(here);
  });

  it('[J6] 2,000 lines of a million units are counted, and honest sales behind and beside them go on', async () => {
    const goods = Array.from({ length: 2_000 }, () => ['A', 1_000_000] as const);
    const first = here.journal.record({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } });
    const sales = [here.journal.sell(goods), here.journal.sell(goods)];
    expect(await outcomes(here, [first, ...sales])).toEqual(['applied', 'applied', 'applied']);
    expect(await onHand('A')).toBe(100 - 2 * 2_000_000_000);
    expect(await outcomes(there, [there.journal.sell([['A', 1]])])).toEqual(['applied']);
    await goesOn(here);
  });

  it('[J4] what is far ahead of its turn is answered and not kept, so that no register fills the database', async () => {
    const near = here.journal.record({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } });
    const ahead = [10_000, 10_001, 1_000_000, Number.MAX_SAFE_INTEGER].map((seq) =>
      reseal(near, { id: uuidv7(), seq, prevHash: 'f'.repeat(64) }),
    );
    const intake = await send(db, here, ahead);
    expect(intake).toMatchObject({ ok: true, expectedSeq: 1, results: ahead.map(() => ({ outcome: 'parked', missingFrom: 1 })) });
    expect(await db.selectFrom('parked_operations').select('seq').execute()).toEqual([{ seq: 10_000 }]);
    expect(await outcomes(here, [near])).toEqual(['applied']);
  });

  it('[J5] two registers that are the first to sell what nobody knows are told of together', async () => {
    await Promise.all([here, there].map((register) => push(db, register, [register.journal.sell([['NEW', 2]])])));
    expect(await exceptions()).toMatchObject([{ kind: 'unknown_sku', goods: [{ sku: 'NEW', quantity: 4 }] }]);
    expect(await violations()).toEqual([]);
  });
});
