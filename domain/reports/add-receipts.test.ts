import { describe, expect, it } from 'vitest';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { approvalOf } from '../../test/support/examples.ts';
import { JournalBuilder, wholeOf } from '../../test/support/journal-builder.ts';
import { cardPaymentEnded, cardPaymentStarted, cardRefundStarted, cardReversalEnded } from '../payments/operations.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { Operation } from '../registry/operations.ts';
import { expectedCash } from '../shift/close-shift.ts';
import { shiftDocument } from '../shift/documents.ts';
import type { ReportCase } from './report.ts';
import { expectedOf, shiftReport } from './shift-report.ts';

const CASE: ReportCase = { departmentOf: () => null, hourOf: () => 0, pricesIncludeTax: false };

/** A journal with an open shift. */
function opened(): JournalBuilder {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  journal.openShift();
  return journal;
}

/** The last entry with another payload. */
function changed({ operations }: JournalBuilder, payload: object): Operation[] {
  const last = operations.at(-1);
  return [...operations.slice(0, -1), { ...last, payload: { ...last?.payload, ...payload } } as unknown as Operation];
}

const reportOf = (journal: JournalBuilder, operations: readonly Operation[] = journal.operations, reportCase = CASE) =>
  shiftReport(wholeOf(operations), journal.shiftId ?? '', reportCase);

describe('what is paid in a shift', () => {
  it('tells cards by brand, those without their bank, and those that nobody answered for', () => {
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    journal.openShift();
    const start = (paymentId: string, amountMinor: number) =>
      journal.record({
        type: cardPaymentStarted.type,
        payload: { paymentId, cartId: 'C', terminalId: 'T', serviceId: paymentId, currency: 'USD', amountMinor },
      });
    start('P1', 1080);
    const approval = approvalOf({ authorizedMinor: 1080, isOnline: false });
    journal.record({ type: cardPaymentEnded.type, payload: { outcome: 'approved', paymentId: 'P1', approval } });
    start('P2', 500);
    const { payload } = journal.sell([['A', 1]]);
    const { operations } = journal;
    const tenders = [{ kind: 'card', currency: 'USD', amountMinor: 1180, tipMinor: 100, reference: 'P1', state: 'captured' }] as const;
    const byCard = { ...operations.at(-1), payload: { ...payload, tenders } } as unknown as Operation;
    const report = shiftReport(wholeOf([...operations.slice(0, -1), byCard]), journal.shiftId ?? '', CASE);
    expect(report).toMatchObject({
      tenders: [{ kind: 'card', scheme: 'visa', paid: { count: 1, minor: 1080 } }],
      tips: { 'associate-1': 100 },
      offlineCards: { count: 1, minor: 1080 },
      unansweredCards: { count: 1, minor: 500 },
      cashMinor: 0,
    });
  });

  it('and voided with its tip and its notes of another currency leaves nothing', () => {
    const journal = opened();
    const { payload } = journal.sell([['A', 1]]);
    const { operations } = journal;
    const notes = { kind: 'cash', currency: 'EUR', amountMinor: 543, tipMinor: 0, givenMinor: 500, changeMinor: 0, rate: '1.085' };
    const change = { kind: 'cash', currency: 'USD', amountMinor: -343, tipMinor: 0, givenMinor: 0, changeMinor: 343, rate: null };
    const card = { kind: 'card', currency: 'USD', amountMinor: 150, tipMinor: 50, reference: 'P1', state: 'captured' };
    const sold = changed(journal, { tenders: [card, notes, change] });
    expect(reportOf(journal, sold)).toMatchObject({ cashMinor: -343, otherCash: { EUR: 500 }, tips: { 'associate-1': 50 } });
    const last = operations.at(-1);
    const back = { reference: null, state: 'accepted' };
    const isBack = {
      receiptNumber: 'A1-000002',
      origin: { kind: 'sale', receiptNumber: payload.receiptNumber },
      currency: 'USD',
      refundMinor: 300,
      isVoid: true,
      lines: [],
      tenders: [
        { kind: 'card', currency: 'USD', amountMinor: 150, tipMinor: 50, ...back },
        { kind: 'cash', currency: 'EUR', amountMinor: 543, notes: { givenMinor: 500, rate: '1.085' }, ...back },
        { kind: 'cash', currency: 'USD', amountMinor: -343, ...back },
      ],
    };
    const taken = { ...last, id: 'VOID', associateId: 'manager-1', type: 'goods_returned', payload: { roundingMinor: 0, ...isBack } };
    const report = reportOf(journal, [...sold, taken as unknown as Operation]);
    expect(report).toMatchObject({ cashMinor: 0, otherCash: { EUR: 0 }, tips: { 'associate-1': 0 }, voids: { count: 1, minor: 300 } });
    const refunded = report.tenders.map(({ kind, paid, refunded: gave }) => [kind, paid.minor, gave.minor]);
    expect(refunded.sort()).toEqual([
      ['card', 100, 100],
      ['cash', 200, 200],
    ]);
  });

  it.each([
    ['gift_card', 'giftCardsSold'],
    ['deposit', 'deposits'],
    ['account_payment', 'accountPayments'],
  ] as const)('for a %s is no sale of goods, and is told apart', (kind, apart) => {
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    journal.openShift();
    const { payload } = journal.sell([
      ['A', 1],
      ['B', 2],
    ]);
    const lines = payload.lines.map((line, index) => (index === 1 ? { ...line, kind } : line));
    const sold = { ...journal.operations.at(-1), payload: { ...payload, lines } } as unknown as Operation;
    const report = shiftReport(wholeOf([...journal.operations.slice(0, -1), sold]), journal.shiftId ?? '', {
      departmentOf: () => 'Tea',
      hourOf: () => 9,
      pricesIncludeTax: false,
    });
    expect(report).toMatchObject({
      [apart]: { count: 1, minor: 2160 },
      gross: { count: 1, minor: 1000 },
      departments: { Tea: 1000 },
      hours: { 9: { count: 1, minor: 1000 } },
      units: 1,
      taxAddedMinor: 80,
      sales: { count: 1, minor: 3240 },
    });
  });
});

it('a card that was taken without its bank, and got its money back, is taken no more', () => {
  const journal = opened();
  for (const paymentId of ['P1', 'P2']) {
    const approval = approvalOf({ authorizedMinor: 1080, isOnline: false });
    journal.record({ type: cardPaymentEnded.type, payload: { outcome: 'approved', paymentId, approval } });
    journal.record({ type: cardReversalEnded.type, payload: { paymentId, isReversed: paymentId === 'P1' } });
  }
  expect(reportOf(journal).offlineCards).toEqual({ count: 1, minor: 1080 });
});

describe('what came back', () => {
  it.each([
    ['on top of', false, 1000],
    ['within', true, 1080],
  ])('is taken off net sales like it was sold, with taxes %s the prices', (_where, pricesIncludeTax, netMinor) => {
    const journal = opened();
    journal.takeBack(journal.sell([['A', 2]]), 1);
    expect(reportOf(journal, journal.operations, { ...CASE, pricesIncludeTax })).toMatchObject({
      returns: { count: 1, minor: 1080 },
      returnedNetMinor: netMinor,
      taxes: [{ code: 'standard', baseMinor: 1000, taxMinor: 80 }],
    });
  });

  it.each([
    ['on top of', false, 900, { baseMinor: 1_100, taxMinor: 88 }],
    ['within', true, 972, { baseMinor: 1_100, taxMinor: 88 }],
  ])('leaves the store what it kept as a fee, with taxes %s the prices', (_where, pricesIncludeTax, netMinor, tax) => {
    const journal = opened();
    const back = journal.takeBack(journal.sell([['A', 2]]), 1);
    const { lines } = back.payload as { readonly lines: readonly object[] };
    // A tenth of 10.80, and of its tax.
    const taxes = [{ code: 'standard', ratePpm: 80_000, baseMinor: 100, amountMinor: 8 }];
    const fee = { amountMinor: 108, taxMinor: 8, taxes };
    const operations = changed(journal, { refundMinor: 972, lines: lines.map((line) => ({ ...line, fee })) });
    expect(reportOf(journal, operations, { ...CASE, pricesIncludeTax })).toMatchObject({
      returns: { count: 1, minor: 972 },
      restockingFees: { count: 1, minor: 108 },
      returnedNetMinor: netMinor,
      taxes: [{ code: 'standard', ...tax }],
    });
  });

  it('takes off its tax also where that is told as a sum alone', () => {
    const journal = opened();
    const back = journal.takeBack(journal.sell([['A', 2]]), 1);
    const { lines } = back.payload as { readonly lines: readonly object[] };
    expect(reportOf(journal, changed(journal, { lines: lines.map((line) => ({ ...line, taxes: [] })) })).taxes).toEqual([
      { code: '', ratePpm: 0, baseMinor: -1000, taxMinor: -80 },
      { code: 'standard', ratePpm: 80_000, baseMinor: 2000, taxMinor: 160 },
    ]);
  });

  it('is no goods where it is a gift card', () => {
    const journal = opened();
    const back = journal.takeBack(journal.sell([['A', 1]]), 1);
    const { lines } = back.payload as { readonly lines: readonly object[] };
    const report = reportOf(journal, changed(journal, { lines: lines.map((line) => ({ ...line, kind: 'gift_card' })) }));
    expect(report).toMatchObject({ returns: { minor: 1080 }, returnedNetMinor: 0 });
  });

  it('is a deposit that was paid back, where it was one', () => {
    const journal = opened();
    const back = journal.takeBack(journal.sell([['A', 1]]), 1);
    const { lines } = back.payload as { readonly lines: readonly object[] };
    const report = reportOf(journal, changed(journal, { lines: lines.map((line) => ({ ...line, kind: 'deposit' })) }));
    expect(report.depositsBack).toEqual({ count: 1, minor: 1080 });
  });

  it('by a card is taken off the brand that was paid with', () => {
    const journal = opened();
    journal.record({ type: cardPaymentEnded.type, payload: { outcome: 'approved', paymentId: 'P1', approval: approvalOf({}) } });
    const sale = journal.sell([['A', 1]]);
    journal.record({
      type: cardRefundStarted.type,
      payload: {
        ...{ refundId: 'F1', paymentId: 'P1', returnId: 'B1', terminalId: 'T', serviceId: 'F1' },
        ...{ currency: 'USD', amountMinor: 1080, returnMinor: 1080 },
      },
    });
    journal.takeBack(sale, 1);
    const tenders = [{ kind: 'card', currency: 'USD', amountMinor: 1080, reference: 'F1', state: 'captured' }];
    expect(reportOf(journal, changed(journal, { tenders })).tenders).toContainEqual(
      expect.objectContaining({ kind: 'card', scheme: 'visa', refunded: { count: 1, minor: 1080 } }),
    );
  });
});

describe('cash of another currency than the drawer', () => {
  it('[M3] is kept apart, as the books keep it', () => {
    const journal = opened();
    journal.sell([['A', 1]]);
    const operations = wholeOf(changed(journal, { currency: 'EUR' })).map((one) => {
      const { payload } = one as unknown as { readonly payload: { readonly tenders?: readonly object[] } };
      const tenders = payload.tenders?.map((tender) => ({ ...tender, currency: 'EUR' }));
      return { ...one, payload: { ...payload, ...(tenders && { tenders }) } } as unknown as Operation;
    });
    const books = new StoreOverlay(new DocumentMap());
    for (const operation of operations) books.fold(applyOperation(books, operation));
    const shift = books.get(shiftDocument, journal.shiftId ?? '');
    if (shift === undefined) throw new Error('The shift is open.');
    const report = reportOf(journal, operations);
    expect([expectedOf(report), report.otherCash]).toEqual([expectedCash(shift), shift.otherCash]);
    expect(report.otherCash).toEqual({ EUR: 1080 });
  });
});
