import { z } from 'zod';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';

/** Where an order was placed, in the code that the company gave it. */
export const channelCode = text.regex(
  /^[a-z0-9_-]{1,32}$/,
  'A channel is a code of up to 32 small letters, digits, "-" and "_", such as "web".',
);

/** What the customer reads: a tag of BCP 47. */
export const customerLanguage = text.regex(
  /^(?=.{2,35}$)[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/,
  'A language is a tag of BCP 47, such as "de" or "pt-BR".',
);

export const orderRemark = text.trim().min(1).max(1000);

/** What was paid for the delivery, in minor units of the order's currency. */
export const shippingCost = z.strictObject({
  totalMinor: minorAmount.min(0).describe("Tax included, in whole minor units of the order's currency."),
  taxMinor: minorAmount.min(0).describe("The tax within totalMinor, in whole minor units of the order's currency."),
});

export const orderPayment = z.strictObject({
  reference: text.trim().min(1).max(200).describe('By what the payment is found where it was made.'),
  method: text.trim().min(1).max(40).describe('How it was paid, in your own words: "card".'),
  amountMinor: minorAmount.min(0).describe("In whole minor units of the order's currency."),
  captured: z.boolean().describe('True where the money was taken, false where it is only authorised.'),
});

/** How much the fields of an order or of a line take at most, as JSON in UTF-8. */
export const MOST_FIELD_BYTES = 4096;

/** What the pool only keeps for a channel: a flat object. It is never read by a rule of ours. */
export const freeFields = z
  .record(
    text.min(1).max(64),
    z.union([text, z.number(), z.boolean()], { error: 'A field is a text, a number or a boolean: lists and objects are not kept.' }),
  )
  .refine((fields) => utf8ToBytes(JSON.stringify(fields)).length <= MOST_FIELD_BYTES, {
    error: `Fields take at most ${MOST_FIELD_BYTES} bytes as JSON: keep the rest in your own system, under the order's number.`,
  });

/** What happens where not all of an order is there when it is placed: the rest waits, the rest is cancelled, or nothing is taken. */
export const backorderPolicy = z.enum(['allow', 'partial', 'refuse']);

export type ShippingCost = z.infer<typeof shippingCost>;
export type OrderPayment = z.infer<typeof orderPayment>;
export type FreeFields = z.infer<typeof freeFields>;

/** What a channel may say of an order beside what is ordered. */
export const channelFields = {
  channel: channelCode.describe('Where it was placed, in your own code: "web". Orders are listed by it. May be left out.').exactOptional(),
  note: orderRemark.describe('What the customer wrote to you about the order, for people. May be left out.').exactOptional(),
  language: customerLanguage
    .describe('What the customer reads, as a tag of BCP 47: "de". Mails to them are written in it. May be left out.')
    .exactOptional(),
  shipping: shippingCost
    .describe("What the customer paid for the delivery. It is part of the order's total. May be left out.")
    .exactOptional(),
  payments: z.array(orderPayment).max(20).describe('What paid for it. May be left out.').exactOptional(),
  backorder: backorderPolicy
    .describe(
      'What happens where not all of it is there: `allow`, the rest waits for stock; `partial`, the rest is cancelled at once; `refuse`, ' +
        'nothing is taken, and the answer is 409. May be left out, which is `allow`.',
    )
    .exactOptional(),
  fields: freeFields.describe('What else you want to find again: flat, up to 4 KB as JSON. May be left out.').exactOptional(),
};
