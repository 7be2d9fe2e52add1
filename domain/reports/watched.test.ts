import { describe, expect, it } from 'vitest';
import { JournalBuilder, wholeOf } from '../../test/support/journal-builder.ts';
import type { Adjustment } from '../base/adjustment.ts';
import type { AnyOperation } from '../base/envelope.ts';
import { saleCleared, saleLineReduced, type SaleRecorded } from '../sale/operations.ts';
import { drawerOpened, trainingStarted } from '../shift/operations.ts';
import { watchedIn } from './watched.ts';

const newJournal = () => new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
const whole = (journal: JournalBuilder): AnyOperation => wholeOf(journal.operations).at(-1) as AnyOperation;

const byHand = (source: Adjustment['source'], amountMinor: number, given: Partial<Adjustment> = {}): Adjustment => ({
  source,
  sourceId: null,
  amountMinor,
  reason: null,
  approvedBy: null,
  ...given,
});

/** A sale of two lines with these adjustments. */
function saleWith(first: Adjustment[], second: Adjustment[]): AnyOperation {
  const journal = newJournal();
  journal.openShift();
  journal.sell([
    ['A', 2],
    ['B', 1],
  ]);
  const sale = whole(journal) as SaleRecorded;
  const [a, b] = sale.payload.lines;
  if (a === undefined || b === undefined) throw new Error('The sale has two lines.');
  return {
    ...sale,
    payload: {
      ...sale.payload,
      lines: [
        { ...a, adjustments: first },
        { ...b, adjustments: second },
      ],
    },
  };
}

describe('what a manager looks at', () => {
  it('is nothing in a plain sale, nor in one that promotions and rewards made cheaper', () => {
    expect(watchedIn(saleWith([], []))).toEqual([]);
    expect(watchedIn(saleWith([byHand('promotion', -300, { sourceId: 'P' })], [byHand('reward', -500)]))).toEqual([]);
  });

  it('is one entry for each kind in a sale, with the sum of its lines, the first reason and who allowed it', () => {
    const found = watchedIn(
      saleWith(
        [byHand('price_override', -250, { reason: 'damaged' }), byHand('line_discount', -100)],
        [byHand('sale_discount', -50, { reason: 'goodwill', approvedBy: 'M' }), byHand('price_override', 20)],
      ),
    );
    const common = { at: '2026-03-02T10:00:00.000Z', seq: 2, associateId: 'associate-1', receiptNumber: 'A1-000001', origin: null };
    expect(found).toEqual([
      { ...common, kind: 'price_override', approvedBy: null, reason: 'damaged', amountMinor: 230 },
      { ...common, kind: 'discount', approvedBy: 'M', reason: 'goodwill', amountMinor: 150 },
    ]);
  });

  it('is negative where a price was made dearer', () => {
    expect(watchedIn(saleWith([byHand('price_override', 400)], []))).toMatchObject([{ kind: 'price_override', amountMinor: -400 }]);
  });

  it('is what came back, with the receipt that it was bought on; a void is one of its own', () => {
    const journal = newJournal();
    journal.openShift();
    const sale = journal.sell([['A', 2]]);
    journal.takeBack(sale, 1);
    const back = whole(journal) as AnyOperation & { payload: object };
    // 10.00 and 8 % tax.
    const expected = { seq: 3, receiptNumber: 'A1-000002', origin: 'A1-000001', amountMinor: 1080 };
    expect(watchedIn(back)).toMatchObject([{ ...expected, kind: 'return' }]);
    expect(watchedIn({ ...back, payload: { ...back.payload, isVoid: true } })).toMatchObject([{ ...expected, kind: 'void' }]);
  });

  it('is a drawer that was opened, with who allowed it, and what was given up before the payment', () => {
    const journal = newJournal();
    journal.openShift();
    const approval = { associateId: 'M', permission: 'drawer.open', method: 'pin' } as const;
    journal.record({ type: drawerOpened.type, payload: { reason: 'check_drawer' } }, { approval });
    expect(watchedIn(whole(journal))).toMatchObject([
      { kind: 'no_sale', receiptNumber: null, reason: 'check_drawer', approvedBy: 'M', amountMinor: 0 },
    ]);
    journal.record({ type: trainingStarted.type, payload: {} });
    expect(watchedIn(whole(journal))).toMatchObject([{ kind: 'training', receiptNumber: null, approvedBy: null, amountMinor: 0 }]);
    const lines = [{ sku: 'A', quantity: 1, unitPrice: 1_000_000 }];
    journal.record({ type: saleCleared.type, payload: { currency: 'USD', lines, grossMinor: 1000 } });
    const cleared = whole(journal) as AnyOperation & { payload: object };
    expect(watchedIn({ ...cleared, payload: { ...cleared.payload, reason: 'changed_mind' } })).toMatchObject([
      { kind: 'given_up', reason: 'changed_mind', amountMinor: 1000 },
    ]);
    const reduced = { currency: 'USD', sku: 'A', unitPrice: 1_000_000, quantityBefore: 3, quantityAfter: 1, grossMinor: 2000 };
    journal.record({ type: saleLineReduced.type, payload: reduced });
    expect(watchedIn(whole(journal))).toMatchObject([{ kind: 'taken_off', amountMinor: 2000 }]);
  });
});
