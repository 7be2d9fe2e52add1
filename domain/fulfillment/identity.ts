import { z } from 'zod';
import { accept, refuse, type Result } from '../base/result.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { hashPickupCode } from './pickup-code.ts';
import type { PickupKey } from './pickup-key.ts';
import { looksSigned, readSignedCode, type SignedCodeFault } from './signed-code.ts';

/** The kinds of document by which somebody can show who they are. Only the kind is ever recorded, never a number. */
export const IDENTITY_DOCUMENTS = ['id_card', 'passport', 'driving_licence', 'residence_permit'] as const;

export const identityDocument = z.enum(IDENTITY_DOCUMENTS);

export type IdentityDocument = z.infer<typeof identityDocument>;

/** How somebody shows that an order is theirs to fetch. A code is the short one that is typed, or the text of the signed one. */
export type Proof =
  | { readonly by: 'pickup_code'; readonly code: string }
  /** A document with the customer's name. */
  | { readonly by: 'identity_document'; readonly document: IdentityDocument }
  /** Somebody else, who has the customer's code and shows a document of their own; null where the company asks for none. */
  | { readonly by: 'proxy'; readonly code: string; readonly document: IdentityDocument | null }
  /** A colleague answers for it. */
  | { readonly by: 'vouched' };

export type PickupCodeFault = SignedCodeFault | 'wrong_pickup_code' | 'pickup_code_used';

/**
 * Whether a code is one of an order's pickup codes: the short one, or the signed one that was given out last. Without one, none is.
 * @param keys those of the company, by which signed codes are checked.
 * @returns the id of a signed code; null for the short one.
 */
export function checkPickupCode(order: FulfillmentOrder, code: string, keys: Iterable<PickupKey>): Result<string | null, PickupCodeFault> {
  if (!looksSigned(code)) {
    return order.pickupCodeHash === hashPickupCode(order.orderNumber, code) ? accept(null) : refuse('wrong_pickup_code');
  }
  const read = readSignedCode(code, keys);
  if (!read.ok) return read;
  const { codeId, orderNumber } = read.value;
  if (orderNumber !== order.orderNumber) return refuse('wrong_pickup_code');
  if (order.pickupCodeId !== codeId) return refuse('pickup_code_withdrawn');
  return order.usedCodeId === codeId ? refuse('pickup_code_used') : accept(codeId);
}

/**
 * Whether a proof is enough for an order.
 * @param accepted the documents that the company lets count. @param keys see {@link checkPickupCode}.
 */
export function proofFault(
  order: FulfillmentOrder,
  proof: Proof,
  accepted: readonly IdentityDocument[],
  keys: Iterable<PickupKey>,
): PickupCodeFault | 'document_not_accepted' | null {
  const checked = 'code' in proof ? checkPickupCode(order, proof.code, keys) : accept(null);
  if (!checked.ok) return checked.refusal;
  const { by } = proof;
  if (by === 'pickup_code' || by === 'vouched') return null;
  if (by === 'proxy' && proof.document === null) return accepted.length === 0 ? null : 'document_not_accepted';
  return proof.document !== null && accepted.includes(proof.document) ? null : 'document_not_accepted';
}
