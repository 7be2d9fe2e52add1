import { cashOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { shiftDocument } from '../shift/documents.ts';
import { saleDocument } from './documents.ts';
import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown, operationOf, saleOf, shiftOf, STORE } from '../../test/support/examples.ts';
import { applySale } from './apply-sale.ts';
import { sale as saleSchema, saleCompletedPayload } from './sale.ts';

const sale = saleOf([cartLineOf({ quantity: 2 }), cartLineOf({ sku: 'B', quantity: 1 }), cartLineOf({ quantity: 3 })]);
const payload = saleCompletedPayload.strip().parse(sale);
const tendered = (givenMinor: number) => ({
  ...payload,
  tenders: [cashOf(givenMinor, givenMinor - sale.totalMinor)],
});
const withDrawer = DocumentMap.of(shiftDocument, shiftOf());

describe('applySale', () => {
  it('[P2] every SKU leaves the shelf once, with the sum of its lines, and no promise is touched', () => {
    const effects = applySale(nothingKnown, operationOf({ type: 'sale_completed', payload }));
    expect(effects.filter((effect) => effect.kind === 'stock')).toEqual([
      { kind: 'stock', locationId: STORE, sku: 'A', onHand: -5, reserved: 0, cause: 'sale' },
      { kind: 'stock', locationId: STORE, sku: 'B', onHand: -1, reserved: 0, cause: 'sale' },
    ]);
  });

  it('[J9] the sale is kept as it was totalled, with nothing returned', () => {
    const operation = operationOf({ type: 'sale_completed', payload });
    const [kept] = saleDocument.in(applySale(nothingKnown, operation));
    expect(kept).toMatchObject({ ...payload, saleId: operation.id, returned: {} });
    expect(saleSchema.parse(kept)).toEqual(kept);
  });

  it('the drawer holds the total more, whatever was given and changed', () => {
    const effects = applySale(
      withDrawer,
      operationOf({ type: 'sale_completed', payload: tendered(sale.totalMinor + 731) }, { shiftId: 'SHIFT' }),
    );
    expect(shiftDocument.in(effects).map((one) => one.cashMinor)).toEqual([shiftOf().cashMinor + sale.totalMinor]);
  });

  it('without a shift no drawer changes', () => {
    expect(shiftDocument.in(applySale(withDrawer, operationOf({ type: 'sale_completed', payload })))).toEqual([]);
  });
});
