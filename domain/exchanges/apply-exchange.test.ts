import { describe, expect, it } from 'vitest';
import { operationOf, STORE } from '../../test/support/examples.ts';
import { BOUGHT, decided, named, reader } from '../../test/support/exchanges.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { storedValueDocument } from '../stored-value/documents.ts';
import { applyExchange } from './apply-exchange.ts';
import type { GoodsExchanged } from './exchange.ts';
import { goodsExchanged } from './operations.ts';

describe('applyExchange', () => {
  const apply = (payload: GoodsExchanged) => applyExchange(reader, operationOf(goodsExchanged.request(payload), { shiftId: 'SHIFT' }));

  it('[P1][P2] moves stock both ways once, keeps the sale, and notes what came back', () => {
    const effects = apply(decided(1, 6_250, { cashMinor: 2_000 }));
    expect(effects.flatMap((one) => (one.kind === 'stock' ? [[one.locationId, one.sku, one.onHand, one.cause]] : []))).toEqual([
      [STORE, 'A', 1, 'return'],
      [STORE, 'B', -1, 'sale'],
    ]);
    expect(saleDocument.in(effects).map(({ receiptNumber, returned, refundedTo }) => [receiptNumber, returned, refundedTo])).toEqual([
      ['A1-000001', { 1: 1 }, { 'GC-1': 2_000, P1: 3_000 }],
      ['A1-000002', {}, null],
    ]);
    expect(shiftDocument.in(effects).at(-1)?.cashMinor).toBe(1_750);
    expect(exceptionDocument.in(effects)).toEqual([]);
  });

  it('[J5] takes goods back a second time as a fact, and names the loss', () => {
    const twice = applyExchange(
      reader.with(saleDocument, { ...BOUGHT, returned: { 1: 2 } }),
      operationOf(goodsExchanged.request(decided(1, 5_000)), { shiftId: 'SHIFT' }),
    );
    expect(exceptionDocument.in(twice)).toMatchObject([{ kind: 'returned_more_than_bought', cash: { USD: -5_000 } }]);
  });

  it('moves a gift card on from where the return left it', () => {
    const loaded = { ...decided(2, 7_000, { givenBack: [{ refundId: 'R1', amountMinor: 1_000 }] }) };
    const tenders = loaded.sold.tenders.map((one, index) =>
      index === 1 ? { ...named, kind: 'gift_card' as const, reference: 'GC-1', amountMinor: 2_000 } : one,
    );
    expect(storedValueDocument.in(apply({ ...loaded, sold: { ...loaded.sold, tenders } })).map(({ balanceMinor }) => balanceMinor)).toEqual(
      [2_000, 0],
    );
  });
});
