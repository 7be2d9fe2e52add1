import type { IdentityDocument } from '../fulfillment/identity.ts';
import { countedSince, type NoReceiptUse } from './no-receipt-use.ts';
import type { NoReceiptPolicy } from './settings.ts';

/** What may speak against a return without a receipt, what weighs most first. */
export const NO_RECEIPT_TROUBLES = ['not_offered', 'customer', 'document', 'return_limit', 'customer_returns', 'customer_limit'] as const;

export type NoReceiptTrouble = (typeof NO_RECEIPT_TROUBLES)[number];

/** A return without a receipt, as far as the policy asks. */
export interface AskedWithoutReceipt {
  readonly document: IdentityDocument | null;
  readonly customerId: string | null;
  /** What it gives, in minor units. */
  readonly refundMinor: number;
  /** When, an instant. */
  readonly at: string;
}

/** Why a policy does not allow a return, and the most that it would give. */
export interface AgainstPolicy {
  readonly trouble: NoReceiptTrouble;
  /** Minor units; null where it is about no amount. */
  readonly mostMinor: number | null;
}

/** The most that a return gives now, in minor units; null where nothing limits it. @param at an instant. */
export function mostWithoutReceipt(
  { mostMinor, perCustomer }: NoReceiptPolicy,
  use: NoReceiptUse | undefined,
  { customerId, at }: Pick<AskedWithoutReceipt, 'customerId' | 'at'>,
): number | null {
  const limits = mostMinor === null ? [] : [mostMinor];
  if (customerId !== null && perCustomer.mostMinor !== null)
    limits.push(Math.max(0, perCustomer.mostMinor - countedSince(use, at, perCustomer.days).minor));
  return limits.length === 0 ? null : Math.min(...limits);
}

/**
 * Why a policy does not allow a return without a receipt; null where it does.
 * @param use what the customer brought back before; undefined where that is nothing, or nobody knows the customer.
 */
export function againstPolicy(policy: NoReceiptPolicy, use: NoReceiptUse | undefined, asked: AskedWithoutReceipt): AgainstPolicy | null {
  const { allowed, documents, needsCustomer, mostMinor, perCustomer } = policy;
  const { document, customerId, refundMinor, at } = asked;
  if (!allowed) return { trouble: 'not_offered', mostMinor: null };
  if (needsCustomer && customerId === null) return { trouble: 'customer', mostMinor: null };
  if (documents.length > 0 && (document === null || !documents.includes(document))) return { trouble: 'document', mostMinor: null };
  if (mostMinor !== null && refundMinor > mostMinor) return { trouble: 'return_limit', mostMinor };
  if (customerId === null) return null;
  const before = countedSince(use, at, perCustomer.days);
  if (perCustomer.returns !== null && before.returns >= perCustomer.returns) return { trouble: 'customer_returns', mostMinor: 0 };
  const left = mostWithoutReceipt(policy, use, asked);
  return left !== null && refundMinor > left ? { trouble: 'customer_limit', mostMinor: left } : null;
}
