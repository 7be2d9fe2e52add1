import { describe, expect, it } from 'vitest';
import { cartLineOf, operationOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import type { Recorded } from '../base/define-operation.ts';
import { heldSaleDocument } from './documents.ts';
import { type HeldSale, heldGoodsOf } from './held-sale.ts';
import { heldSaleTaken, saleHeld } from './operations.ts';
import { takeHeldSale } from './take-held-sale.ts';

const held: HeldSale = {
  ...heldGoodsOf([cartLineOf()], null, 'USD'),
  ...{
    id: 'H1',
    storeId: STORE,
    registerId: 'R1',
    prefix: 'A1',
    associateId: 'ANA',
    customerId: 'C1',
    at: '2026-03-02T10:00:00.000Z',
    taken: [],
  },
};
const known = DocumentMap.of(heldSaleDocument, held);
const wanted = { heldSaleId: 'H1', prefix: 'A2' };
const takenBy = (registerId: string, prefix: string, storeId = STORE) =>
  ({
    ...operationOf({ type: heldSaleTaken.type, payload: { ...wanted, prefix } }, { storeId }),
    registerId,
  }) as Recorded<'held_sale_taken', typeof wanted>;

describe('a held sale', () => {
  it('is known to every register of the store as soon as it is held', () => {
    const { id: _1, storeId: _2, registerId: _3, associateId: _4, at: _5, taken: _6, ...goods } = held;
    const operation = operationOf({ type: saleHeld.type, payload: { ...goods, heldSaleId: 'H1' } });
    const [document] = heldSaleDocument.in(saleHeld.apply(new DocumentMap(), operation as never));
    expect(document).toMatchObject({ id: 'H1', storeId: STORE, lines: held.lines, customerId: 'C1', taken: [] });
    expect(heldSaleDocument.endOf(held)).toBeNull();
  });

  it('is taken up once, as far as a register knows', () => {
    expect(takeHeldSale(known, wanted)).toEqual({ ok: true, value: heldSaleTaken.request(wanted) });
    const [after] = heldSaleDocument.in(heldSaleTaken.apply(known, takenBy('R2', 'A2')));
    if (after === undefined) throw new Error('Nothing was taken up.');
    expect(heldSaleDocument.endOf(after)).not.toBeNull();
    expect(takeHeldSale(DocumentMap.of(heldSaleDocument, after), wanted)).toEqual({ ok: false, refusal: 'held_sale_gone' });
    expect(takeHeldSale(new DocumentMap(), wanted)).toEqual({ ok: false, refusal: 'held_sale_gone' });
  });

  it('[J5] that two registers took up names both, the first one first', () => {
    const [once] = heldSaleDocument.in(heldSaleTaken.apply(known, takenBy('R2', 'A2')));
    if (once === undefined) throw new Error('Nothing was taken up.');
    const [twice] = heldSaleDocument.in(heldSaleTaken.apply(DocumentMap.of(heldSaleDocument, once), takenBy('R3', 'A3')));
    expect(twice?.taken.map(({ prefix }) => prefix)).toEqual(['A2', 'A3']);
  });

  it('[A3] is not taken up by another store, nor where nobody knows it', () => {
    expect(heldSaleTaken.apply(known, takenBy('R9', 'B1', 'ELSEWHERE'))).toEqual([]);
    expect(heldSaleTaken.apply(new DocumentMap(), takenBy('R2', 'A2'))).toEqual([]);
  });
});
