import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, operationOf, saleOf, soldOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { goodsReturned } from '../returns/operations.ts';
import { goodsReturnedPayload } from '../returns/return.ts';
import { saleCompleted } from '../sale/operations.ts';
import { countUses, readsOfUses, type UseMove, usesOfReturn, usesOfSale } from './count-uses.ts';
import { storePromotionUseDocument } from './documents.ts';
import { storeUseId } from './promotion-use.ts';

const off = (sourceId: string | null, amountMinor: number, source: 'promotion' | 'reward' | 'line_discount' = 'promotion') => ({
  source,
  sourceId,
  amountMinor: -amountMinor,
  reason: null,
  approvedBy: null,
});
const line = (lineNo: number, quantity: number, adjustments: ReturnType<typeof off>[]) => ({ lineNo, quantity, adjustments });

describe('what a sale adds to the uses of promotions', () => {
  it('is what each took off all of its lines, and one use', () => {
    const lines = [
      line(1, 3, [off('P', 100), off('POINTS', 20, 'reward')]),
      line(2, 1, [off('P', 50), off('X', 5, 'line_discount'), off(null, 9)]),
    ];
    expect(usesOfSale({ storeId: 'S1', lines })).toEqual([
      { storeId: 'S1', promotionId: 'P', amountMinor: 150, uses: 1 },
      { storeId: 'S1', promotionId: 'POINTS', amountMinor: 20, uses: 1 },
    ]);
  });
});

describe('what a return takes back', () => {
  const lines = [line(1, 3, [off('P', 100)]), line(2, 1, [off('P', 50), off('Q', 7)])];
  const cases: [string, Record<string, number>, { lineNo: number; quantity: number }[], UseMove[]][] = [
    ['a part of a line, and no use', {}, [{ lineNo: 1, quantity: 1 }], [{ storeId: 'S1', promotionId: 'P', amountMinor: -33, uses: 0 }]],
    ['the next unit of it', { 1: 1 }, [{ lineNo: 1, quantity: 1 }], [{ storeId: 'S1', promotionId: 'P', amountMinor: -34, uses: 0 }]],
    [
      'the same line told twice',
      {},
      [
        { lineNo: 1, quantity: 1 },
        { lineNo: 1, quantity: 2 },
      ],
      [{ storeId: 'S1', promotionId: 'P', amountMinor: -100, uses: 0 }],
    ],
    ['no more than was sold', { 1: 2 }, [{ lineNo: 1, quantity: 5 }], [{ storeId: 'S1', promotionId: 'P', amountMinor: -33, uses: 0 }]],
    [
      'nothing of what came back before',
      { 1: 9 },
      [{ lineNo: 1, quantity: 1 }],
      [{ storeId: 'S1', promotionId: 'P', amountMinor: 0, uses: 0 }],
    ],
    ['nothing of a line that was not sold', {}, [{ lineNo: 9, quantity: 1 }], []],
    [
      'each promotion of a line',
      {},
      [{ lineNo: 2, quantity: 1 }],
      [
        { storeId: 'S1', promotionId: 'P', amountMinor: -50, uses: 0 },
        { storeId: 'S1', promotionId: 'Q', amountMinor: -7, uses: 0 },
      ],
    ],
  ];
  it.each(cases)('[J9] %s', (_what, returned, back, expected) => {
    expect(usesOfReturn({ storeId: 'S1', lines, returned }, back)).toEqual(expected);
  });

  it('[J9] all of it and the use, where the sale is voided', () => {
    const back = lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }));
    const sold = usesOfSale({ storeId: 'S1', lines });
    expect(usesOfReturn({ storeId: 'S1', lines, returned: {} }, back, true)).toEqual(
      sold.map((one) => ({ ...one, amountMinor: -one.amountMinor, uses: -1 })),
    );
  });

  it('[J9] in any steps is what the sale added, once everything is back', () => {
    const sold = fc.record({ quantity: fc.integer({ min: 1, max: 40 }), amount: fc.integer({ min: 0, max: 5_000 }) });
    fc.assert(
      fc.property(fc.array(sold, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 7 }), (all, step) => {
        const made = all.map(({ quantity, amount }, index) => line(index + 1, quantity, [off('P', amount)]));
        const returned: Record<string, number> = {};
        let left = usesOfSale({ storeId: 'S1', lines: made }).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        for (const { lineNo, quantity } of made) {
          for (let done = 0; done < quantity; done += step) {
            const back = Math.min(step, quantity - done);
            left += usesOfReturn({ storeId: 'S1', lines: made, returned }, [{ lineNo, quantity: back }]).reduce(
              (sum, one) => sum + one.amountMinor,
              0,
            );
            returned[lineNo] = done + back;
          }
        }
        expect(left).toBe(0);
      }),
    );
  });
});

describe('the uses of a promotion in a store', () => {
  it('are the sums of what its operations add, in any order', () => {
    const move = fc.record({
      storeId: fc.constant('S1'),
      promotionId: fc.constantFrom('P', 'Q'),
      amountMinor: fc.integer({ min: -500, max: 500 }),
      uses: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const after = (order: readonly UseMove[]) => {
          const overlay = new StoreOverlay(new DocumentMap());
          for (const one of order) overlay.fold(countUses(overlay, [one]));
          return ['P', 'Q'].map((id) => overlay.get(storePromotionUseDocument, storeUseId(id, 'S1')));
        };
        const sum = (id: string, of: 'amountMinor' | 'uses') =>
          moves.filter(({ promotionId }) => promotionId === id).reduce((total, one) => total + one[of], 0);
        expect(after(moves)).toEqual(after(moves.toReversed()));
        const [p, q] = after(moves);
        expect([p?.amountMinor ?? 0, p?.uses ?? 0]).toEqual([sum('P', 'amountMinor'), sum('P', 'uses')]);
        expect([q?.amountMinor ?? 0, q?.uses ?? 0]).toEqual([sum('Q', 'amountMinor'), sum('Q', 'uses')]);
      }),
    );
  });

  it('are told by a sale and by its return', () => {
    const { lines, ...rest } = soldOf([cartLineOf({ quantity: 2, unitPrice: 100_000 })]);
    const cheaper = lines.map((one) => ({ ...one, adjustments: [off('P', 30)] }));
    const sale = operationOf(saleCompleted.request({ ...rest, lines: cheaper }));
    const overlay = new StoreOverlay(new DocumentMap());
    overlay.fold(applyOperation(overlay, sale));
    const id = storeUseId('P', STORE);
    expect(overlay.get(storePromotionUseDocument, id)).toEqual({ id, promotionId: 'P', storeId: STORE, amountMinor: 30, uses: 1 });
    const back = goodsReturnedPayload.parse({
      ...{ receiptNumber: 'A1-000002', origin: { kind: 'sale', receiptNumber: rest.receiptNumber }, currency: 'USD', refundMinor: 85 },
      lines: [{ lineNo: 1, sku: 'A', name: 'A', quantity: 1, disposition: 'restock', refundMinor: 85, refundTaxMinor: 0 }],
      tenders: [{ kind: 'cash', currency: 'USD', amountMinor: 85, reference: null, state: 'accepted' }],
    });
    overlay.fold(applyOperation(overlay, operationOf(goodsReturned.request(back), { seq: 2 })));
    expect(overlay.get(storePromotionUseDocument, id)).toMatchObject({ amountMinor: 15, uses: 1 });
  });

  it('are looked at by the documents of the store', () => {
    const moves = usesOfSale(saleOf([cartLineOf()]));
    expect(moves).toEqual([]);
    expect(readsOfUses([{ storeId: 'S1', promotionId: 'P', amountMinor: 1, uses: 1 }])).toEqual([storePromotionUseDocument.key('P:S1')]);
  });
});
