import { z } from 'zod';
import { text } from '../../domain/base/text.ts';
import { HttpRefusal } from '../http/refuse.ts';

/** The path of an order's routes. */
export const orderParams = z.object({ number: text.min(1).max(64) });

/** The answer where no order has that number. */
export function unknownOrder(number: string): HttpRefusal {
  return new HttpRefusal(404, {
    code: 'unknown_order',
    message: `There is no order ${number}.`,
    field: 'number',
    fix: 'Check the order number.',
  });
}
