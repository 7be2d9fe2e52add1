import { expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf, operationOf } from '../../test/support/examples.ts';
import { exceptionsIn, orderAfter, waveOf } from '../../test/support/fulfillment.ts';
import type { LooseRequest } from '../../test/support/loose-request.ts';
import { DocumentMap } from '../base/document-map.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { fulfillmentOrderDocument, toteDocument, waveDocument } from './documents.ts';

const order = fulfillmentOrderOf({
  lines: [fulfillmentLineOf({ quantity: 1, picked: 0, substitutes: [{ sku: 'B', gtin: null, name: 'Article B' }] })],
  state: { status: 'picking', waveId: 'W' },
});
const wave = { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1, waveId: 'MINE', tote: 'T-1' };
const TAKEN: readonly LooseRequest[] = [
  { type: 'line_picked', payload: wave },
  { type: 'line_substituted', payload: { ...wave, sku: 'B', reason: 'not_found' } },
];

it.each(TAKEN)('[J5] $type for an order that a colleague has by then: whoever came second puts it back, out of the tote', (request) => {
  const mine = waveOf({ id: 'MINE', lost: [{ fulfillmentOrderId: 'F1', pickerId: 'OTHER' }] });
  const reader = DocumentMap.of(fulfillmentOrderDocument, order).with(waveDocument, mine);
  const effects = applyOperation(reader, operationOf(request));
  expect(exceptionsIn(effects)).toEqual(['picked_by_two']);
  expect(orderAfter(effects)).toBeUndefined();
  expect(toteDocument.in(effects)).toMatchObject([{ code: 'T-1', goods: [{ quantity: 1 }] }]);
});

it.each(TAKEN)('[J5] $type once more than the order asks for: in a wave of two, by two', (request) => {
  const taken = waveOf({ id: 'MINE', pickerId: 'OTHER' });
  const done = { ...order, lines: order.lines.map((line) => ({ ...line, picked: 1 })) };
  const reader = DocumentMap.of(fulfillmentOrderDocument, done).with(waveDocument, taken);
  expect(exceptionsIn(applyOperation(reader, operationOf(request)))).toEqual(['picked_by_two']);
  expect(exceptionsIn(applyOperation(DocumentMap.of(fulfillmentOrderDocument, done), operationOf(request)))).toEqual(['picked_too_many']);
});
