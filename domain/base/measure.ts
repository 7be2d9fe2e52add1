import { z } from 'zod';

/** What a quantity counts. */
export const unit = z.enum(['piece', 'g', 'kg', 'ml', 'l', 'cm', 'm', 'm2', 'hour']);

/**
 * How fine a quantity is: it counts steps of 10^−decimals units. A scale that shows 1.236 kg gives a quantity of 1236, the
 * unit kg and 3 decimals. Pieces have none.
 */
export const quantityDecimals = z.number().int().min(0).max(3);

const side = z.number().int().min(1).max(10_000);

/** Length, width and height in millimetres. */
export const sizeMm = z.tuple([side, side, side]);

export type Unit = z.infer<typeof unit>;
