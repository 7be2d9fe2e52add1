import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { strokes } from './pickup-signature.ts';

/** How many signatures a register sends at once. */
export const MOST_SIGNATURES = 20;

/**
 * What a customer signed when they fetched an order. It stands in no operation: a journal cannot forget (rule A2). The handover
 * carries its `proofId`.
 */
export const pickupSignature = z.strictObject({ proofId: entityId, fulfillmentOrderId: entityId, strokes });

/** `POST /v1/pickups/signatures`. The same again changes nothing. Of an order whose customer was erased, nothing is kept. */
export const pickupSignatures = z.strictObject({ signatures: z.array(pickupSignature).min(1).max(MOST_SIGNATURES) });
export const pickupSignaturesTaken = z.strictObject({ taken: z.number().int().min(0) });

/** `GET /v1/orders/NUMBER/signatures`: what customers signed for an order, the oldest first. */
export const signedPickups = z.strictObject({
  items: z.array(
    z.strictObject({
      proofId: entityId,
      storeId: entityId,
      /** When it was handed over, by the clock of the register. */
      at: instant,
      /** The name of whoever handed it over; empty where nobody is known. */
      associate: text,
      strokes,
    }),
  ),
});

export type PickupSignature = z.infer<typeof pickupSignature>;
export type SignedPickups = z.infer<typeof signedPickups>;
