import { z } from 'zod';

/** In whole grams: the finest step of a counter scale. Below zero while less lies on the plate than when it was set to zero. */
const grams = z.number().int();

/** One look at a scale. */
export const weighing = z.discriminatedUnion('kind', [
  /** Nobody is there: no connection. */
  z.strictObject({ kind: z.literal('not_reachable') }),
  /** It was asked, and no answer came that can be read. */
  z.strictObject({ kind: z.literal('silent') }),
  /** `isZero` where nothing lies on the plate. `isNet` where the scale has taken a tare off. */
  z.strictObject({ kind: z.literal('stable'), grams, isZero: z.boolean(), isNet: z.boolean() }),
  /** The plate has not come to rest. What the scale shows meanwhile is no weight; null where it shows nothing. */
  z.strictObject({ kind: z.literal('moving'), grams: grams.nullable() }),
  /** `other_unit` where it does not show kilograms or whole grams; `fault` where it is out of order. */
  z.strictObject({ kind: z.literal('no_weight'), why: z.enum(['over_load', 'under_load', 'other_unit', 'fault']) }),
]);

export type Weighing = z.infer<typeof weighing>;

/** A scale, whatever protocol it speaks. No method throws for what a scale or a network does. */
export interface ScalePort {
  /** Looks once. */
  weigh(): Promise<Weighing>;
  /** Sets the scale to zero, and looks again. A scale refuses it while something heavy lies on the plate. */
  zero(): Promise<Weighing>;
  /**
   * An event of the scale: answers as soon as it looks different from `seen`, and with the same after {@link NEXT_WITHIN_MS}.
   * @param seen the look before; null answers at once.
   */
  next(seen: Weighing | null): Promise<Weighing>;
}

/** How long an event may take (milliseconds). A till that hears nothing for longer knows nothing of the scale. */
export const NEXT_WITHIN_MS = 2_000;

/** Whether two looks show the same. */
export function isSameWeighing(one: Weighing, other: Weighing | null): boolean {
  if (other === null || one.kind !== other.kind) return false;
  const values = new Map(Object.entries(other));
  return Object.entries(one).every(([key, value]) => values.get(key) === value);
}
