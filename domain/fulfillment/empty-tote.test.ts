import { describe, expect, it } from 'vitest';
import { AT, fulfillmentOrderOf, operationOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { fulfillmentOrderDocument, toteDocument } from './documents.ts';
import { applyToteEmptied, emptyTote, isLeftOver } from './empty-tote.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { toteEmptied } from './operations.ts';

const tote = {
  id: `${STORE}:T-1`,
  storeId: STORE,
  code: 'T-1',
  goods: [{ fulfillmentOrderId: 'F1', orderNumber: 'WEB-7', lineNo: 1, sku: 'A', quantity: 2 }],
  since: '2026-03-01T18:00:00.000Z',
};
const knowing = (order: Partial<FulfillmentOrder>) =>
  DocumentMap.of(toteDocument, tote).with(fulfillmentOrderDocument, fulfillmentOrderOf(order));
const emptied = operationOf(toteEmptied.request({ tote: 'T-1' })) as Parameters<typeof applyToteEmptied>[1];

describe('a tote that was left full', () => {
  it('is emptied by hand when no order counts on it', () => {
    const reader = knowing({ state: { status: 'shipped', trackingNumber: 'T', at: AT } });
    expect(isLeftOver(reader, tote)).toBe(true);
    expect(emptyTote(reader, STORE, 'T-1')).toEqual({ ok: true, value: { type: 'tote_emptied', payload: { tote: 'T-1' } } });
    expect(applyToteEmptied(reader, emptied)).toEqual([toteDocument.put({ ...tote, goods: [], since: AT })]);
  });

  it('is not while its order is still to be packed, and an empty one neither', () => {
    const reader = knowing({ state: { status: 'picked' }, totes: ['T-1'] });
    expect(isLeftOver(reader, tote)).toBe(false);
    expect(emptyTote(reader, STORE, 'T-1')).toEqual({ ok: false, refusal: 'tote_in_use' });
    expect(emptyTote(reader, STORE, 'T-2')).toEqual({ ok: false, refusal: 'tote_empty' });
  });

  it('[J5] is empty if somebody emptied it all the same, and its order knows that', () => {
    const effects = applyToteEmptied(knowing({ state: { status: 'picked' }, totes: ['T-1', 'T-2'] }), emptied);
    expect(fulfillmentOrderDocument.in(effects)).toMatchObject([{ totes: ['T-2'] }]);
    expect(toteDocument.in(effects)).toMatchObject([{ goods: [] }]);
  });

  it('is nothing to a second person', () => {
    expect(applyToteEmptied(new DocumentMap(), emptied)).toEqual([]);
  });
});
