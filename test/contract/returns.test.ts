import { describe, expect, it } from 'vitest';
import type { Exception } from '../../domain/exceptions/exception.ts';
import { goodsExchanged } from '../../domain/exchanges/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { noReceiptUseDocument } from '../../domain/returns/no-receipt-use.ts';
import { goodsReturned, type ReturnRecorded } from '../../domain/returns/operations.ts';
import { returnWithoutReceipt } from '../../domain/returns/return-without-receipt.ts';
import { noReceiptPolicy } from '../../domain/returns/settings.ts';
import { saleCompleted, type SaleRecorded } from '../../domain/sale/operations.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { setAsideDocument, setAsideSettled } from '../../domain/stock/set-aside.ts';
import { whatHappened } from '../../src-renderer/kit/exceptions/exception-words.ts';
import { limitSentence, sourceOf } from '../../src-renderer/tasks/returns/return-form.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { roles } from '../../domain/permissions/roles.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { cartLineOf, DATE } from '../support/examples.ts';
import { readAvailability } from '../../sync-server/stock/read-availability.ts';
import { exchangeFor } from './support/exchange.ts';
import { openPool } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe('returns at the server', () => {
  let db: Db;
  let desks: [Enrolled, Enrolled, Enrolled];
  let sale: SaleRecorded;
  useSyncPool(openPool, async (pool) => {
    ({ db } = pool);
    desks = [pool.register, await enrol(db), await enrol(db)];
    desks[0].journal.openShift();
    sale = desks[0].journal.sell([['A', 2]]);
    await push(db, desks[0], desks[0].journal.operations);
  });

  const exceptions = async (): Promise<Exception[]> =>
    (await db.selectFrom('exceptions').select('body').orderBy('id').execute()).map((row) => row.body);
  const onHand = async () => (await readAvailability(db, ['A'], 'S1'))[0]?.onHand;

  it('[J5] [J9] two units come back at three desks that are cut off: the third is a fact, with its loss and a sentence', async () => {
    const back = desks.map(({ journal }) => journal.takeBack(sale, 1));
    for (const [index, desk] of desks.entries()) expect(await push(db, desk, [back[index]])).toMatchObject([{ outcome: 'applied' }]);
    const [told, ...more] = await exceptions();
    expect(more).toEqual([]);
    expect(told).toMatchObject({ kind: 'returned_more_than_bought', operationId: back[2]?.id, goods: [{ sku: 'A', quantity: 1 }] });
    // Half of what two units cost, which nobody had paid a third time.
    expect(told?.cash).toEqual({ USD: -sale.payload.totalMinor / 2 });
    expect(told === undefined ? '' : whatHappened(told, []).replaceAll(/[\u2068\u2069]/g, '')).toBe(
      `With this return, more came back on receipt ${sale.payload.receiptNumber} than was bought.`,
    );
    // Sold two, and three lie on the shelf again.
    expect(await onHand()).toBe(101);
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
    // Whoever asks now reads why nothing is left.
    const body = (await pullAll(db, desks[1])).documents;
    const known = [...body].find(([key]) => key.includes(` ${saleDocument.kind} `))?.[1];
    const [line] = sourceOf({ kind: 'sale', sale: saleDocument.completed(known as never) }).lines;
    expect(line === undefined ? '' : limitSentence(line)).toBe('Nothing of this can come back: 2 were bought and 3 came back before.');
  });

  it('[J5] [J9] [M1] two units come back over three desks, in exchanges too: the books are right, and the loss is named', async () => {
    const [first, second, third] = desks;
    for (const { journal } of [second, third]) journal.openShift();
    const before = await onHand();
    // For dearer goods, for as much, and for nothing.
    exchangeFor(first.journal, sale, 1, 'A', 2);
    const even = exchangeFor(second.journal, sale, 1, 'A', 1);
    const last = third.journal.takeBack(sale, 1);
    for (const desk of desks) await push(db, desk, desk.journal.operations);
    const [told, ...more] = await exceptions();
    expect(more).toEqual([]);
    expect(told).toMatchObject({ kind: 'returned_more_than_bought', operationId: last.id, cash: { USD: -1_080 } });
    // Three came back and three were taken home.
    expect(await onHand()).toBe(before);
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
    const drawers = await db.selectFrom('shifts').select('body').orderBy('register_id').execute();
    expect(drawers.map(({ body }) => body.cashMinor).sort((a, b) => a - b)).toEqual([-1_080, 0, 3_240]);
    const { receiptNumber } = even.payload;
    const filed = await db.selectFrom('returns').select(['refund_minor']).where('receipt_number', '=', receiptNumber).execute();
    const sold = await db.selectFrom('sales').select(['total_minor', 'sale_id']).where('receipt_number', '=', receiptNumber).execute();
    expect([filed, sold]).toEqual([[{ refund_minor: 1_080 }], [{ total_minor: 1_080, sale_id: even.id }]]);
  });

  it('[J9] goods of an exchange come back as those of a sale, and a forged exchange is set aside', async () => {
    const [first] = desks;
    const dearer = exchangeFor(first.journal, sale, 1, 'A', 2);
    const sold = inParts(dearer).find((one) => saleCompleted.is(one));
    if (sold === undefined) throw new Error('An exchange has a sale.');
    first.journal.takeBack(sold, 2);
    expect(await push(db, first, first.journal.operations.slice(-2))).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    expect(await exceptions()).toEqual([]);
    const { payload } = dearer;
    const receiptNumber = first.journal.nextReceiptNumber;
    const back = { ...payload.back, exchangeReceiptNumber: receiptNumber, tenders: [] };
    const forged = first.journal.record(goodsExchanged.request({ ...payload, receiptNumber, back }));
    expect(await push(db, first, [forged])).toMatchObject([{ outcome: 'quarantined' }]);
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
  });

  it('[J5] goods without a receipt give too much, at two desks that are cut off or by their price: the loss is named', async () => {
    const by = actorNamed('test');
    const policy = { ...noReceiptPolicy.standard, allowed: true, perCustomer: { days: 90, returns: null, mostMinor: 1_500 } };
    await saveSetting(db, noReceiptPolicy, { level: 'company', id: 'company', value: policy }, by);
    const bring = ({ journal }: Enrolled, unitPrice: number, customerId: string) => {
      const rules = { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 0 }), promotions: [], date: DATE };
      const [line] = priceSale([cartLineOf({ sku: 'A', unitPrice })], rules).lines;
      if (line === undefined) throw new Error('One line was asked for.');
      const decided = returnWithoutReceipt({
        ...{ receiptNumber: journal.nextReceiptNumber, currency: 'USD', document: 'passport', customerId, storeCredit: 'SV-4821-0f' },
        goods: [{ line, disposition: 'restock', reason: null, condition: null }],
        ...{ policy, use: undefined, at: `${DATE}T12:00:00.000Z` },
      });
      if (!decided.ok) throw new Error(decided.refusal);
      return journal.record(goodsReturned.request(decided.value));
    };
    const [first, second, third] = desks;
    // A costs 10.00 by the catalog, and the customer has 15.00 in all.
    await push(db, first, [bring(first, 1_000_000, 'C1')]);
    const late = bring(second, 1_000_000, 'C1');
    await push(db, second, [late]);
    const dear = bring(third, 1_200_000, 'C2');
    await push(db, third, [dear]);
    const told = (await exceptions()).map(({ operationId, facts, cash }) => ({ operationId, trouble: facts?.['trouble'], cash }));
    expect(told).toHaveLength(2);
    expect(told).toContainEqual({ operationId: late.id, trouble: 'customer_limit', cash: { USD: -500 } });
    expect(told).toContainEqual({ operationId: dear.id, trouble: 'price', cash: { USD: -200 } });
    expect(await onHand()).toBe(101);
    const known = [...(await pullAll(db, third)).documents].filter(([key]) => key.startsWith(`all ${noReceiptUseDocument.kind} `));
    expect(known.map(([, use]) => noReceiptUseDocument.completed(use as never).returns.length).sort()).toEqual([1, 2]);
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
  });

  it('[P1] [P2] goods that were set aside are no stock until somebody decides, and are settled once', async () => {
    const [first, second] = desks;
    await push(db, first, [first.journal.takeBack(sale, 2, 'quarantine')]);
    expect(await onHand()).toBe(98);
    const asideAt = async (desk: Enrolled) =>
      [...(await pullAll(db, desk)).documents]
        .filter(([key]) => key.includes(` ${setAsideDocument.kind} `))
        .map(([, one]) => setAsideDocument.completed(one as never));
    expect(await asideAt(second)).toMatchObject([{ sku: 'A', purpose: 'quarantine', quantity: 2 }]);
    const settle = ({ journal }: Enrolled, quantity: number) =>
      journal.record(setAsideSettled.request({ sku: 'A', purpose: 'quarantine', quantity, outcome: 'shelf' }));
    // The second was cut off, and counts on two that the first has put on the shelf but for one.
    const late = settle(second, 2);
    await push(db, first, [settle(first, 1)]);
    await push(db, second, [late]);
    expect(await onHand()).toBe(100);
    expect(await asideAt(second)).toMatchObject([{ quantity: 0 }]);
    expect(await exceptions()).toEqual([]);
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
  });

  it('[A1] [J5] goods that nobody was allowed to take back any more are taken back, and a person is asked', async () => {
    await saveSetting(db, roles, { level: 'company', id: 'company', value: { associate: {} } }, actorNamed('test'));
    const { journal } = desks[0];
    const { payload } = journal.takeBack(sale, 1) as ReturnRecorded;
    const against = { term: 'window', approvedBy: null } as const;
    const late = journal.record({
      type: goodsReturned.type,
      payload: { ...payload, receiptNumber: journal.nextReceiptNumber, lines: payload.lines.map((line) => ({ ...line, against })) },
    });
    await push(db, desks[0], journal.operations);
    expect(await exceptions()).toMatchObject([{ kind: 'not_allowed', operationId: late.id, facts: { what: goodsReturned.type } }]);
    expect(await onHand()).toBe(100);
  });
});
