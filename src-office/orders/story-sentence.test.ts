import { describe, expect, it } from 'vitest';
import { orderReturned } from '../../domain/fulfillment/order-events.ts';
import { FULFILLMENT_OPERATIONS, linePicked, lineShortPicked, orderPacked, orderStaged } from '../../domain/fulfillment/operations.ts';
import { orderCancelled } from '../../domain/orders/events.ts';
import type { OrderStoryEntry } from '../../domain/orders/order-story.ts';
import { writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { knownWords } from '../../texts/words/words.ts';
import { fulfillmentOrderOf } from '../../test/support/examples.ts';
import { storySentence } from './story-sentence.ts';

const AT = '2026-11-28T12:00:00.000Z';
const part = fulfillmentOrderOf();
const [line] = part.lines;

const names = {
  order: { fulfillmentOrders: writeOrderAnswer({ fulfillmentOrders: [part] } as never).fulfillmentOrders },
  nameOf: (id: string) => (id === part.locationId ? 'Main Street' : id),
  timezone: 'UTC',
};

const operation = (type: string, payload: Record<string, unknown>, given: object = {}): OrderStoryEntry => ({
  ...{ kind: 'operation', at: AT, arrivedAt: AT, id: '0', type, outcome: 'applied', fulfillmentOrderIds: [part.id] },
  ...{ storeId: part.locationId, registerId: 'R1', associateId: 'a1', associateName: 'Ada', payload, ...given },
});

describe('an entry of the story of an order', () => {
  it.each<[OrderStoryEntry, string, string[], string]>([
    [{ kind: 'placed', at: AT }, 'Placed', [], 'plain'],
    [
      { kind: 'sourced', at: AT, fulfillmentOrderId: part.id, locationId: part.locationId, units: 2 },
      'Promised at Main Street',
      ['2 units'],
      'plain',
    ],
    [{ kind: 'sourced', at: AT, fulfillmentOrderId: part.id, locationId: 'GONE', units: 1 }, 'Promised at GONE', ['1 unit'], 'plain'],
    [{ kind: 'told', at: AT, fulfillmentOrderId: part.id }, 'Customer told by mail', [], 'plain'],
    [{ kind: 'event', at: AT, event: orderCancelled.event, fulfillmentOrderId: null }, 'Canceled', [], 'warn'],
    [{ kind: 'event', at: AT, event: orderReturned.event, fulfillmentOrderId: part.id }, 'Goods came back', ['Main Street'], 'warn'],
    [{ kind: 'event', at: AT, event: 'of_tomorrow', fulfillmentOrderId: null }, 'of tomorrow', [], 'warn'],
    [
      { kind: 'office', at: AT, action: 'order.move', by: 'Bo', storeId: part.locationId },
      'Moved a pickup to another store',
      ['Main Street', 'Bo'],
      'warn',
    ],
    [
      operation(linePicked.type, { lineNo: line?.lineNo, quantity: 2, tote: 'T-1' }),
      'Picked',
      [`2 × ${line?.name ?? ''}`, 'T-1', 'Main Street', 'Ada'],
      'plain',
    ],
    [
      operation(
        lineShortPicked.type,
        { lineNo: line?.lineNo, quantity: 1, reason: 'not_found' },
        { arrivedAt: '2026-11-28T14:00:00.000Z' },
      ),
      'Short pick',
      [`1 × ${line?.name ?? ''}`, 'Not on the shelf', 'Main Street', 'Ada', 'arrived Nov 28, 2026, 2:00 PM'],
      'warn',
    ],
    [operation(orderStaged.type, { stagingLocation: 'Shelf 1' }), 'Ready for pickup', ['Shelf 1', 'Main Street', 'Ada'], 'plain'],
    [
      operation(orderPacked.type, {}, { outcome: 'quarantined', associateName: null }),
      'Packed',
      ['Main Street', 'in quarantine, without effect'],
      'warn',
    ],
    [operation('of_tomorrow', { reason: 'strange' }, { storeId: 'S9' }), 'of tomorrow', ['strange', 'S9', 'Ada'], 'warn'],
  ])('reads %j', (entry, title, details, tone) => {
    expect(storySentence(entry, names)).toEqual({ title, details, tone });
  });

  it('has words for every operation that names a part of an order', () => {
    const lacking = FULFILLMENT_OPERATIONS.map(({ type }) => type).filter(
      (type) => knownWords(`orderStory.${type}`) === null && knownWords(`what.${type}`) === null,
    );
    expect(lacking).toEqual([]);
  });
});
