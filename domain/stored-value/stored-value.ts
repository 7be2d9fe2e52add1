import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';

/**
 * A gift card is sold; store credit is given for goods that came back. Whoever has the number has the money. An account is a customer's:
 * what they buy on it is owed, down to its limit. Points are a customer's, too: their balance is a number of points.
 */
export const storedValueKind = z.enum(['gift_card', 'store_credit', 'account', 'points']);

/** The kinds that are found by a number. */
export const numberedKind = storedValueKind.exclude(['account', 'points']);

/** Money that a customer has with the shop, on a number. */
export const storedValue = z.strictObject({
  /** Made of its number: see {@link storedValueId}. */
  id: entityId,
  kind: storedValueKind,
  /** The store that issued it, whose registers know it without a connection. */
  storeId: entityId,
  currency,
  /** In minor units; negative where more was taken than it had, and where a customer owes money on an account. */
  balanceMinor: minorAmount,
  /** How far the balance of an account may go below zero, in minor units; 0 for all others. */
  limitMinor: minorAmount.min(0).default(0),
  isBlocked: z.boolean().default(false),
  /** Null while only its use is known: nobody has said yet that it was issued. */
  issuedAt: instant.nullable(),
  /** When it was issued, used or changed last. */
  changedAt: instant,
});

/** Digits of a number that a person or a scanner may put between spaces and dashes. */
const NUMBER = /^\d{8,24}$/;

/** The number as it is looked up; null for what no card can carry: 8 to 24 digits, with spaces or dashes between them. */
export function readCardNumber(entered: string): string | null {
  const digits = entered.replace(/[\s-]/g, '');
  return NUMBER.test(digits) ? digits : null;
}

/**
 * The id of the money behind a number. The number itself is as good as cash, so nothing stores it: the id holds its last four digits,
 * for people to compare, and a hash of it.
 * @param number as {@link readCardNumber} gives it.
 */
export function storedValueId(number: string): string {
  return `SV-${number.slice(-4)}-${bytesToHex(sha256(utf8ToBytes(`outpost stored value ${number}`))).slice(0, 32)}`;
}

/** The last four digits of the number behind an id; the id itself where it was not made of a number. */
export function lastFourOf(id: string): string {
  return /^SV-(\d{4})-/.exec(id)?.[1] ?? id;
}

/** The id of a customer's account. */
export function accountId(customerId: string): string {
  return `AC-${bytesToHex(sha256(utf8ToBytes(`outpost account ${customerId}`))).slice(0, 32)}`;
}

/** What stands for a currency where points are counted: no code of ISO 4217. */
export const POINTS_CURRENCY = 'PTS';

/** The id of a customer's points. */
export function pointsId(customerId: string): string {
  return `PT-${bytesToHex(sha256(utf8ToBytes(`outpost points ${customerId}`))).slice(0, 32)}`;
}

export type StoredValueKind = z.infer<typeof storedValueKind>;
export type StoredValue = z.infer<typeof storedValue>;
