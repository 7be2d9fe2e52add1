import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fulfillmentOrderOf } from '../../test/support/examples.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { orderNoteDocument } from '../notes/order-note.ts';
import { defineDocument } from './define-document.ts';
import { emptyPersonal, ERASED } from './empty-personal.ts';
import { WHILE_CURRENT } from './retention.ts';

const shipTo = { line1: '1 Main St', city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' };
const customer = { name: 'Jane Doe', email: 'jane@example.com', phone: '+1 555 0100' };

describe('emptying what is personal', () => {
  it.each([shipTo, null])('[A2] leaves of an order what was bought, and no person', (to) => {
    const order = fulfillmentOrderOf({ customer, shipTo: to });
    expect(emptyPersonal(fulfillmentOrderDocument, order)).toEqual({
      ...order,
      customer: { name: ERASED, email: null, phone: null },
      shipTo: to === null ? null : { line1: '', city: '', region: '', postalCode: '', country: '' },
    });
    expect(order.customer).toEqual(customer);
  });

  it('[A2] leaves a valid document', () => {
    const note = {
      id: 'N',
      storeId: 'S1',
      fulfillmentOrderId: 'F',
      text: 'Jane comes at 5.',
      at: '2026-03-02T10:00:00.000Z',
      associateId: null,
    };
    expect(emptyPersonal(orderNoteDocument, note)).toEqual({ ...note, text: ERASED });
  });

  it('[A2] says so where a field that is called personal cannot be emptied', () => {
    const born = defineDocument({
      kind: 'born',
      schema: z.strictObject({ year: z.number() }),
      scope: 'all',
      stored: { in: 'documents' },
      held: 'memory',
      retention: WHILE_CURRENT,
      personal: ['year'],
    });
    expect(() => emptyPersonal(born, { year: 1990 })).toThrow('born.year cannot be emptied.');
  });
});
