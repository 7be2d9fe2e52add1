import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { entityId, instant } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';
import { receiptNumber } from '../sale/sale.ts';
import { MOST_COUNTED_DAYS } from './settings.ts';

const DAY_MS = 86_400_000;

/** As many returns of a customer are kept; the oldest go first. */
const MOST_KEPT = 200;

const counted = z.strictObject({ receiptNumber, at: instant, refundMinor: minorAmount.min(0) });

/** What a customer brought back without a receipt, the newest last. */
export const noReceiptUse = z.strictObject({
  /** As {@link noReceiptUseId} makes it. */
  id: entityId,
  returns: z.array(counted).max(MOST_KEPT),
  /** When the newest was. */
  last: instant,
});

export type NoReceiptUse = z.infer<typeof noReceiptUse>;
export type CountedReturn = z.infer<typeof counted>;

/** Every register has to know it, so it does not tell who the customer is. It leaves once no policy counts its newest return. */
export const noReceiptUseDocument = defineDocument({
  kind: 'no_receipt_use',
  since: 2,
  schema: noReceiptUse,
  scope: 'all',
  stored: { in: 'documents' },
  held: 'memory',
  retention: {
    register: { daysAfterEnd: MOST_COUNTED_DAYS },
    feed: { daysAfterEnd: MOST_COUNTED_DAYS },
    server: { daysAfterEnd: MOST_COUNTED_DAYS },
  },
  personal: [],
  idOf: ({ id }) => id,
  endOf: ({ last }) => last,
  datedBy: ['last'],
});

/** The id under which the returns of a customer are counted. */
export function noReceiptUseId(customerId: string): string {
  return `NR-${bytesToHex(sha256(utf8ToBytes(`outpost no receipt ${customerId}`))).slice(0, 32)}`;
}

/** With one more return. What no policy can count any more goes. */
export function countReturn(id: string, before: NoReceiptUse | undefined, one: CountedReturn): NoReceiptUse {
  const all = [...(before?.returns ?? []), one].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = all.at(-1)?.at ?? one.at;
  const since = Date.parse(last) - MOST_COUNTED_DAYS * DAY_MS;
  return { id, returns: all.filter(({ at }) => Date.parse(at) >= since).slice(-MOST_KEPT), last };
}

/** What was brought back in so many days before a moment. @param at an instant. */
export function countedSince(
  use: NoReceiptUse | undefined,
  at: string,
  days: number,
): { readonly returns: number; readonly minor: number } {
  const since = Date.parse(at) - days * DAY_MS;
  const recent = (use?.returns ?? []).filter((one) => Date.parse(one.at) > since);
  return { returns: recent.length, minor: recent.reduce((sum, { refundMinor }) => sum + refundMinor, 0) };
}
