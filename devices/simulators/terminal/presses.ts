import { z } from 'zod';

/** What a customer or a mishap does with the payment that the terminal shows. */
export const press = z.discriminatedUnion('button', [
  z.strictObject({ button: z.literal('approve') }),
  /** The card has no more than this, in the currency's units. */
  z.strictObject({ button: z.literal('approve_part'), amount: z.number().positive() }),
  z.strictObject({ button: z.literal('approve_with_tip'), tip: z.number().positive() }),
  z.strictObject({ button: z.literal('approve_with_signature') }),
  /** Without its host: under the terminal's own limits. */
  z.strictObject({ button: z.literal('approve_offline') }),
  /** `condition` is one of nexo's error conditions, or any other text. */
  z.strictObject({ button: z.literal('decline'), condition: z.string().min(1).max(64) }),
  /** The money moves, and the connection breaks before the till hears of it. */
  z.strictObject({ button: z.literal('approve_and_lose') }),
  /** The money moves, and half of the answer arrives. */
  z.strictObject({ button: z.literal('approve_and_cut') }),
  /** The connection breaks, and the customer is still at it. */
  z.strictObject({ button: z.literal('lose_connection') }),
]);

export type Press = z.infer<typeof press>;

/** What the terminal does by itself with the payments to come: waits for a button, or presses this one. */
export const habit = z.union([z.literal('wait'), press]);
export type Habit = z.infer<typeof habit>;
