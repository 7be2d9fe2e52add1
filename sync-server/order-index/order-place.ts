import { z } from 'zod';
import { text } from '../../domain/base/text.ts';

/** Where a page of the list of orders ended. */
const place = z.discriminatedUnion('sort', [
  z.strictObject({ sort: z.literal('placed'), placed: z.iso.datetime({ offset: true }), id: text }),
  z.strictObject({ sort: z.literal('changed'), epoch: text.nullable(), seq: z.number().int().min(0), id: text }),
]);

export type OrderPlace = z.infer<typeof place>;

/** A place as the caller keeps it. */
export function writePlace(one: OrderPlace): string {
  return Buffer.from(JSON.stringify(one)).toString('base64url');
}

/** Reads what `writePlace` wrote, for a list in the same order; null for anything else. */
export function readPlace(after: string, sort: OrderPlace['sort']): OrderPlace | null {
  try {
    const read = place.safeParse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    return read.success && read.data.sort === sort ? read.data : null;
  } catch {
    return null;
  }
}
