import { z } from 'zod';
import { instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** Why an address gets nothing any more: somebody turned it off, it said that it is gone, or it took nothing for days. */
export const WEBHOOK_OFF = ['by_hand', 'gone', 'failing'] as const;

/** Where messages go. */
const address = text
  .max(2_000)
  .refine((given) => URL.canParse(given) && /^https?:\/\//.test(given), 'is no address such as https://shop.example/hooks')
  .refine((given) => !/^https?:\/\/[^/]*@/.test(given), 'has a name or a password in it, which would be logged');
const wanted = z.array(text.regex(/^[a-z_]{1,60}$/, 'is no kind of event')).max(100);

/** `POST /v1/webhooks`. Without `events`, or with none, it gets all. */
export const newWebhook = z.strictObject({ url: address, events: wanted.default([]) });
/** `POST /v1/webhooks/ID`: only what is said changes. */
export const webhookChange = z
  .strictObject({ url: address, events: wanted, on: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say what to change: url, events or on.');

/** An address that hears of events. */
export const webhook = z.strictObject({
  id: text,
  url: text,
  /** Kinds of event; none for all. */
  events: z.array(text),
  on: z.boolean(),
  /** Null while it is on. */
  offBecause: z.enum(WEBHOOK_OFF).nullable(),
  createdAt: instant,
  /** Since when nothing got through; null where the last message did. */
  failingSince: instant.nullable(),
  /** Messages that wait to be sent, or sent again. */
  waiting: z.number().int().min(0),
});
/** `GET /v1/webhooks`. */
export const webhookList = z.strictObject({ items: z.array(webhook) });
/** An address with its secret: the only answers that have it. */
export const webhookWithSecret = webhook.extend({ secret: text });

/** `POST /v1/webhooks/ID/replay`: what happened from one moment on, up to before another. */
export const replayRequest = z.strictObject({ from: instant, to: instant }).refine(({ from, to }) => from < to, {
  path: ['to'],
  message: 'must be later than from',
});
/** How many messages were made to be sent, or sent again. */
export const replayed = z.strictObject({ messages: z.number().int().min(0) });

/** `GET /v1/webhooks/ID/deliveries`: the newest first, behind `before`. */
export const deliveriesQuery = z.strictObject({
  state: z.enum(['waiting', 'delivered', 'given_up']).optional(),
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** A message to an address, and how it fared. */
export const delivery = z.strictObject({
  /** Its place in the log. */
  place: text,
  /** The same at every attempt: `webhook-id`. */
  messageId: text,
  event: text,
  state: z.enum(['waiting', 'delivered', 'given_up']),
  /** How often it was sent. */
  attempts: z.number().int().min(0),
  /** When it was made, when it was sent last, and when it is sent next. */
  createdAt: instant,
  sentAt: instant.nullable(),
  nextAt: instant.nullable(),
  /** Of the last answer; null where none came. */
  status: z.number().int().nullable(),
  milliseconds: z.number().int().min(0).nullable(),
  /** A code: why no answer came. */
  error: text.nullable(),
  /** How the last answer began. */
  answer: text.nullable(),
});
export const deliveryPage = z.strictObject({ items: z.array(delivery), next: text.nullable() });

export type NewWebhook = z.infer<typeof newWebhook>;
export type WebhookChange = z.infer<typeof webhookChange>;
export type Webhook = z.infer<typeof webhook>;
export type WebhookWithSecret = z.infer<typeof webhookWithSecret>;
export type Delivery = z.infer<typeof delivery>;
