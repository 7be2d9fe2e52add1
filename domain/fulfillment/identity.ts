import { z } from 'zod';
import { hashPickupCode } from './pickup-code.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';

/** The kinds of document by which somebody can show who they are. Only the kind is ever recorded, never a number. */
export const IDENTITY_DOCUMENTS = ['id_card', 'passport', 'driving_licence', 'residence_permit'] as const;

export const identityDocument = z.enum(IDENTITY_DOCUMENTS);

export type IdentityDocument = z.infer<typeof identityDocument>;

/** How somebody shows that an order is theirs to fetch. */
export type Proof =
  | { readonly by: 'pickup_code'; readonly code: string }
  /** A document with the customer's name. */
  | { readonly by: 'identity_document'; readonly document: IdentityDocument }
  /** Somebody else, who has the customer's code and shows a document of their own; null where the company asks for none. */
  | { readonly by: 'proxy'; readonly code: string; readonly document: IdentityDocument | null }
  /** A colleague answers for it. */
  | { readonly by: 'vouched' };

/** Whether a code is the pickup code of an order. Without one, none is. */
export function isPickupCode(order: FulfillmentOrder, code: string): boolean {
  return order.pickupCodeHash === hashPickupCode(order.orderNumber, code);
}

/**
 * Whether a proof is enough for an order.
 * @param accepted the documents that the company lets count.
 */
export function proofFault(
  order: FulfillmentOrder,
  proof: Proof,
  accepted: readonly IdentityDocument[],
): 'wrong_pickup_code' | 'document_not_accepted' | null {
  if ('code' in proof && !isPickupCode(order, proof.code)) return 'wrong_pickup_code';
  const { by } = proof;
  if (by === 'pickup_code' || by === 'vouched') return null;
  if (by === 'proxy' && proof.document === null) return accepted.length === 0 ? null : 'document_not_accepted';
  return proof.document !== null && accepted.includes(proof.document) ? null : 'document_not_accepted';
}
