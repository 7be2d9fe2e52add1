import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, operationOf, soldOf } from '../../test/support/examples.ts';
import { decided } from '../../test/support/exchanges.ts';
import { ONE_STAYS, swapped } from '../../test/support/pickup-exchanges.ts';
import { factsOf } from '../../test/support/facts.ts';
import { JournalBuilder, wholeOf } from '../../test/support/journal-builder.ts';
import { DocumentMap } from '../base/document-map.ts';
import { timeInZone } from '../base/zoned-date.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { Operation, OperationOf } from '../registry/operations.ts';
import type { CashMoved } from '../shift/cash-movement.ts';
import { goodsExchanged, pickupExchanged } from '../exchanges/operations.ts';
import { expectedCash } from '../shift/close-shift.ts';
import { shiftDocument } from '../shift/documents.ts';
import type { CartLine } from '../pricing/cart-line.ts';
import { saleCompleted } from '../sale/operations.ts';
import { cashMoved, drawerHandedOver, drawerOpened, shiftClosed, shiftOpened, trainingStarted } from '../shift/operations.ts';
import type { ReportCase } from './report.ts';
import { expectedOf, saleThatFits, shiftReport, totalsOf } from './shift-report.ts';

const CASE: ReportCase = {
  departmentOf: (sku) => (sku === 'A' ? 'Tea' : null),
  hourOf: (at) => new Date(at).getUTCHours(),
  pricesIncludeTax: false,
};

const newJournal = () => new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
const reportOf = (journal: JournalBuilder, shiftId = journal.shiftId ?? '') => shiftReport(wholeOf(journal.operations), shiftId, CASE);

type Act = (journal: JournalBuilder, sold: OperationOf<typeof saleCompleted.type>[]) => void;

const move =
  (kind: CashMoved['kind'], amountMinor: number): Act =>
  (journal) =>
    void journal.record({ type: cashMoved.type, payload: { kind, currency: 'USD', amountMinor, reason: 'other', bag: null } });

const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(fc.constantFrom('A', 'B'), fc.integer({ min: 1, max: 9 }))
    .map<Act>((goods) => (journal, sold) => void sold.push(journal.sell([goods]))),
  fc.nat().map<Act>((which) => (journal, sold) => {
    const [sale] = sold.splice(which % Math.max(1, sold.length), 1);
    if (sale !== undefined) journal.takeBack(sale, 1);
  }),
  fc.tuple(fc.constantFrom('pay_in', 'pay_out', 'drop'), fc.integer({ min: 1, max: 100_000 })).map(([kind, minor]) => move(kind, minor)),
  fc.constant<Act>((journal) => void journal.record({ type: drawerOpened.type, payload: { reason: 'check_drawer' } })),
);

describe('the report of a shift', () => {
  it('[J9] expects the cash that the drawer of the books holds, and its parts make its sums', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const journal = newJournal();
        journal.openShift(20_000);
        const sold: OperationOf<typeof saleCompleted.type>[] = [];
        for (const one of acts) one(journal, sold);
        const books = new StoreOverlay(new DocumentMap());
        for (const operation of wholeOf(journal.operations)) books.fold(applyOperation(books, operation));
        const shift = books.get(shiftDocument, journal.shiftId ?? '');
        if (shift === undefined) throw new Error('The shift is open.');
        const report = reportOf(journal);
        expect(expectedOf(report)).toBe(expectedCash(shift));
        const discounts = Object.values(report.discounts).reduce((sum, { minor }) => sum + minor, 0);
        expect(report.sales.minor).toBe(
          report.gross.minor +
            discounts +
            report.taxAddedMinor +
            report.giftCardsSold.minor +
            report.deposits.minor +
            report.accountPayments.minor,
        );
        const paid = report.tenders.reduce((sum, one) => sum + one.paid.minor - one.refunded.minor, 0);
        expect(paid).toBe(report.sales.minor - report.returns.minor + report.roundingMinor);
        expect(report.receipts.count).toBe(report.sales.count + report.returns.count);
        expect(Object.values(report.associates).reduce((sum, one) => sum + one.salesMinor, 0)).toBe(report.sales.minor);
        const net = report.gross.minor + discounts;
        expect(Object.values(report.departments).reduce((sum, minor) => sum + minor, 0)).toBe(net);
        expect(Object.values(report.hours).reduce((sum, { minor }) => sum + minor, 0)).toBe(net);
      }),
    );
  });

  it('is the same before and after the closing, but for the closing', () => {
    const journal = newJournal();
    journal.openShift();
    journal.sell([['A', 2]]);
    const { lastSeq: _before, closed: none, ...x } = reportOf(journal);
    const closing = journal.record({ type: shiftClosed.type, payload: { countedMinor: 12_160, expectedMinor: 12_160, leftMinor: 10_000 } });
    const { lastSeq, closed, ...z } = reportOf(journal);
    expect(none).toBeNull();
    expect(z).toEqual(x);
    expect(closed).toMatchObject({ countedMinor: 12_160, leftMinor: 10_000, seq: closing.seq });
    expect(lastSeq).toBe(closing.seq);
  });

  it('[J8] is told by the shift that an operation names, and never by the clock', () => {
    const journal = newJournal();
    const first = journal.openShift();
    journal.sell([['A', 1]]);
    journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0 } });
    journal.shiftId = null;
    journal.openShift();
    // The clock was put back by a day in between.
    const late = journal.record({ type: drawerOpened.type, payload: { reason: 'other' } }, { at: '2026-03-01T10:00:00.000Z' });
    journal.sell([['B', 3]]);
    expect(reportOf(journal, first.id)).toMatchObject({ firstSeq: 1, lastSeq: 3, sales: { count: 1 }, noSales: {} });
    expect(reportOf(journal)).toMatchObject({
      firstSeq: 4,
      sales: { count: 1 },
      units: 3,
      noSales: { other: 1 },
      departments: { '': 3000 },
    });
    expect(late.shiftId).toBe(journal.shiftId);
  });

  it('[J8] has the hour that comes twice as one, and loses nothing while the clock jumps back, in the night in which clocks change', () => {
    const journal = newJournal();
    journal.openShift();
    for (const sku of ['A', 'B', 'A']) journal.sell([[sku, 1]]);
    // Berlin, 2026-10-25: 02:30 in summer time, 02:30 in winter time, and then a device whose clock is set back by 80 minutes.
    const times = ['2026-10-24T20:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-10-25T00:10:00.000Z'];
    const operations = journal.operations.map((one, index) => ({ ...one, at: times[index] ?? one.at }));
    const berlin = { ...CASE, hourOf: (at: string) => Number(timeInZone(new Date(at), 'Europe/Berlin').slice(0, 2)) };
    const report = shiftReport(wholeOf(operations), journal.shiftId ?? '', berlin);
    expect(report).toMatchObject({ firstSeq: 1, lastSeq: 4, sales: { count: 3 }, departments: { Tea: 2000, '': 1000 } });
    expect(Object.entries(report.hours).map(([hour, { minor }]) => [hour, minor])).toEqual([['2', 3000]]);
  });
});

it('[J9] goes on from what was counted when the drawer was handed over, and names who took it', () => {
  const journal = newJournal();
  journal.openShift();
  journal.sell([['A', 1]]);
  const payload = {
    fromId: 'associate-1',
    toId: 'BEN',
    currency: 'USD',
    countedMinor: 10_880,
    expectedMinor: 11_080,
    reason: 'wrong_change',
  };
  journal.record({ type: drawerHandedOver.type, payload });
  journal.sell([['A', 1]]);
  const report = reportOf(journal);
  // 100.00 and twice 10.80, less 2.00.
  expect(expectedOf(report)).toBe(11_960);
  expect(report.handovers).toMatchObject([{ fromId: 'associate-1', toId: 'BEN', countedMinor: 10_880 }]);
});

/** A sale of one article of this price without tax, for cash, rounded by so much. */
function sellFor(journal: JournalBuilder, minor: number, given: Partial<CartLine> = {}, roundingMinor = 0) {
  const sold = soldOf([cartLineOf({ unitPrice: minor * 1_000, taxClass: 'free', ...given })]);
  const amountMinor = minor + roundingMinor;
  const cash = { kind: 'cash', currency: 'USD', amountMinor, tipMinor: 0, givenMinor: amountMinor, changeMinor: 0, rate: null } as const;
  const payload = { ...sold, receiptNumber: journal.nextReceiptNumber, roundingMinor, tenders: [cash] };
  return journal.record({ type: saleCompleted.type, payload }) as OperationOf<typeof saleCompleted.type>;
}

describe('the cash that is expected and what a count says of it', () => {
  it.each(factsOf('cash-count-cases').map((row) => [row.id, row.title, row] as const))('%s: %s', (_id, _title, row) => {
    const minor = (column: keyof typeof row) => Math.round(Number(row[column]) * 100);
    const journal = newJournal();
    journal.openShift();
    const goods = minor('cash_refunds_exact');
    const early = goods > 0 ? sellFor(journal, goods) : null;
    journal.shiftId = null;
    journal.openShift(minor('opening_float'));
    if (minor('cash_sales_exact') > 0) sellFor(journal, minor('cash_sales_exact'), {}, minor('rounding_sum'));
    if (minor('gift_cards_sold_for_cash') > 0)
      sellFor(journal, minor('gift_cards_sold_for_cash'), { kind: 'gift_card', reference: 'CARD-1' });
    if (early !== null) journal.takeBack(early, 1);
    const moves = [
      ['pay_in', minor('paid_in')],
      ['pay_out', minor('paid_out')],
      ['pay_out', minor('card_tips_paid_from_drawer')],
      ['drop', minor('safe_drops')],
    ] as const;
    for (const [kind, amount] of moves) if (amount > 0) move(kind, amount)(journal, []);
    const report = reportOf(journal);
    expect(expectedOf(report)).toBe(minor('expected'));
    expect(minor('counted') - expectedOf(report)).toBe(minor('over_short'));
    expect(report.roundingMinor).toBe(minor('rounding_sum'));
    // A gift card is no sale of goods.
    expect(report.gross.minor).toBe(minor('cash_sales_exact'));
  });
});

describe('what is signed at the end of a shift', () => {
  it('numbers the closings without a gap, and its grand totals only grow', () => {
    const journal = newJournal();
    journal.openShift();
    const sale = journal.sell([['A', 2]]);
    const first = totalsOf(reportOf(journal), null);
    journal.openShift();
    journal.takeBack(sale, 1);
    const second = totalsOf(reportOf(journal), { totals: first, hash: 'f'.repeat(64) });
    expect(first).toEqual({
      zNumber: 1,
      firstSeq: 1,
      sales: 1,
      salesMinor: 2160,
      returns: 0,
      returnsMinor: 0,
      grandSalesMinor: 2160,
      grandReturnsMinor: 0,
      previousHash: null,
    });
    expect(second).toMatchObject({ zNumber: 2, sales: 0, returnsMinor: 1080, grandSalesMinor: 2160, grandReturnsMinor: 1080 });
    expect(second.previousHash).toBe('f'.repeat(64));
  });
});

it('[J8] names the day of its books, and counts trainings and sales with a price made by hand by whom', () => {
  const journal = newJournal();
  journal.openShift();
  journal.record({ type: trainingStarted.type, payload: {} });
  const { payload } = journal.sell([
    ['A', 1],
    ['B', 1],
  ]);
  const byHand = { source: 'price_override', sourceId: null, amountMinor: -100, reason: null, approvedBy: null } as const;
  const lines = payload.lines.map((line) => ({ ...line, adjustments: [byHand] }));
  const last = journal.operations.at(-1);
  const operations = [...journal.operations.slice(0, -1), { ...last, payload: { ...payload, lines } } as unknown as Operation];
  expect(shiftReport(wholeOf(operations), journal.shiftId ?? '', CASE)).toMatchObject({
    businessDate: '2026-03-02',
    trainings: 1,
    associates: { 'associate-1': { sales: 1, overrides: 1 } },
  });
});

describe('a sale that fits a difference', () => {
  it('is the only one whose change is as much, short or over', () => {
    const report = { changes: [sold('A1-000001', 1240), sold('A1-000002', 500), sold('A1-000003', 500)] };
    expect([saleThatFits(report, -1240), saleThatFits(report, 1240), saleThatFits(report, 500), saleThatFits(report, 1)]).toEqual([
      report.changes[0],
      report.changes[0],
      null,
      null,
    ]);
  });
});

function sold(receiptNumber: string, changeMinor: number) {
  return { receiptNumber, at: '2026-03-02T10:00:00.000Z', changeMinor };
}

it.each([
  ['an exchange', goodsExchanged.request(decided(1, 6_250, { cashMinor: 2_000 })), 6_250, 5_000],
  ['a pickup with a swap', pickupExchanged.request(swapped(ONE_STAYS, 4_583, 2_000)), 4_583, 3_333],
])('[J7] [M1] %s is one receipt, one sale and one return, and its drawer has the difference', (_what, request, soldMinor, backMinor) => {
  const opening = operationOf({ type: shiftOpened.type, payload: { currency: 'USD', floatMinor: 10_000 } }, { seq: 1 });
  const exchange = operationOf(request, { seq: 2, shiftId: opening.id });
  const report = shiftReport([opening, { ...exchange, id: 'X' }], opening.id, {
    departmentOf: () => null,
    hourOf: () => 0,
    pricesIncludeTax: false,
  });
  expect(report).toMatchObject({
    receipts: { first: 'A1-000002', last: 'A1-000002', count: 1 },
    sales: { count: 1, minor: soldMinor },
    returns: { count: 1, minor: backMinor },
    cashMinor: 1_250,
    lastSeq: 2,
  });
  const sums = report.tenders.map(({ kind, paid, refunded }) => [kind, paid.minor, refunded.minor]);
  expect(sums).toEqual([
    ['exchange', backMinor, backMinor],
    ['cash', 1_250, 0],
  ]);
});
