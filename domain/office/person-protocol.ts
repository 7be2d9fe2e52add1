import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { customer } from '../customers/customer.ts';
import { freeFields, orderPayment } from '../orders/channel-fields.ts';
import { customer as orderCustomer, shipTo } from '../fulfillment/fulfillment-order.ts';

const WAYS = ['email', 'phone', 'name', 'order', 'customer', 'associate'] as const;

/** By what a person is found: one of these. */
const personQueryShape = {
  email: text.min(3).max(320).optional(),
  phone: text.min(3).max(40).optional(),
  name: text.min(2).max(200).optional(),
  /** The number of one of their orders. */
  order: entityId.optional(),
  /** The id of a customer of the tills. */
  customer: entityId.optional(),
  /** The id of somebody who has worked in a store. */
  associate: entityId.optional(),
};

const ONE = 'Name one of email, phone, name, order, customer and associate.';
const namesOne = (query: Partial<Record<(typeof WAYS)[number], unknown>>) => WAYS.filter((way) => query[way] !== undefined).length === 1;

/** `POST /v1/people/find`. A body, so that no log of addresses names a person. */
export const personQuery = z.strictObject(personQueryShape).refine(namesOne, ONE);

export type PersonQuery = z.infer<typeof personQuery>;

/** What is kept about a person. */
export const personReport = z.strictObject({
  orders: z.array(
    z.strictObject({
      number: entityId,
      placedAt: instant,
      customer: orderCustomer,
      shipTo: shipTo.nullable(),
      /** What was said with it: what they wrote, what paid, and what the channel wanted to find again. */
      said: z.strictObject({
        giftMessage: text.nullable(),
        note: text.nullable(),
        payments: z.array(orderPayment),
        fields: freeFields,
        /** Those of its lines that have any. */
        lineFields: z.array(freeFields),
      }),
      /** Somebody still works on it: it has to be delivered or cancelled before the person can be erased. */
      isOpen: z.boolean(),
    }),
  ),
  /** Notes on these orders. */
  notes: z.array(z.strictObject({ id: entityId, text, at: instant })),
  /** Customers of the tills. What they agreed to stays, by their id. */
  customers: z.array(customer.omit({ changedAt: true })),
  /** Who has worked in a store: `isOpen` until they are removed, which has to come before. */
  associates: z.array(z.strictObject({ id: entityId, name: text, storeId: entityId, isOpen: z.boolean() })),
  /** Other rows in which the person's name, mail, phone or street stands, and what they signed, by table. */
  mentions: z.array(z.strictObject({ table: text, rows: z.number().int() })),
  /** What erasing takes: it fits exactly what is shown here. */
  code: text,
});

export type PersonReport = z.infer<typeof personReport>;

/** `POST /v1/people/erase`. */
export const eraseRequest = z.strictObject({ ...personQueryShape, code: text.max(64) }).refine(namesOne, ONE);

/** What was erased. */
export const erased = z.strictObject({
  orders: z.number().int(),
  notes: z.number().int(),
  associates: z.number().int(),
  customers: z.number().int(),
  mentions: z.number().int(),
});

export type Erased = z.infer<typeof erased>;
