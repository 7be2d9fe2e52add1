import { sql } from 'kysely';
import { z } from 'zod';
import { errorBody } from '../../domain/wire/protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import type { App, RouteContext } from '../http/route-context.ts';
import { readAvailability } from './read-availability.ts';
import { text } from '../../domain/text.ts';

const skuText = text.min(1).max(64);
const query = z.object({
  /** May be given many times. */
  sku: z.union([skuText, z.array(skuText).min(1).max(200)]),
  location: text.min(1).max(64).optional(),
});
const answer = z.object({
  items: z.array(z.object({ sku: text, locationId: text, onHand: z.number(), reserved: z.number(), available: z.number() })),
});

/** `GET /v1/availability`: what may be promised, by SKU and location. */
export function stockRoutes(app: App, { db, auth }: RouteContext): void {
  app.get('/v1/availability', {
    onRequest: auth.registerOrApiKey,
    schema: {
      tags: ['stock'], security: [{ bearer: [] }], summary: 'What may be promised of SKUs, at one location or at all that have them',
      querystring: query, response: { 200: answer, 422: errorBody },
    },
  }, async (request) => {
    const { sku: asked, location } = request.query;
    const skus = [...new Set([asked].flat())];
    const known = await db.selectFrom('products').select('sku').where(sql<boolean>`sku = any(${skus}::text[])`).execute();
    const unknown = skus.find((one) => !known.some((product) => product.sku === one));
    if (unknown !== undefined) {
      throw new HttpRefusal(422, { code: 'unknown_sku', message: `The catalog has no SKU ${unknown}.`, field: 'sku', fix: 'Correct the SKU.' });
    }
    return { items: await readAvailability(db, skus, location) };
  });
}
