import { sql } from 'kysely';
import { z } from 'zod';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import { nearbyStock } from '../../domain/stock/nearby.ts';
import { stockStory } from '../../domain/stock/story.ts';
import { callingRegister } from '../access/auth.ts';
import { readNearby } from './read-nearby.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { readStory } from './read-story.ts';
import { readAvailabilityPage } from './read-availability.ts';
import { text } from '../../domain/base/text.ts';

/** So many items an answer has at most: some 100 KB. */
const MOST = 1_000;

const skuText = text.min(1).max(64);
const query = z.object({
  /** May be given many times. */
  sku: z.union([skuText, z.array(skuText).min(1).max(200)]),
  location: text.min(1).max(64).optional(),
  /** How many items an answer has at most. */
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
  /** `next` of the answer before. */
  after: text.max(300).optional(),
});
const answer = z.object({
  items: z.array(z.object({ sku: text, locationId: text, onHand: z.number(), reserved: z.number(), available: z.number() })),
  /** Where the next answer begins, as `after`; left out in the last one. */
  next: z.string().optional(),
});

const place = z.tuple([text, text]);

/** Reads where the answer before ended. @throws HttpRefusal */
function readAfter(after: string | undefined): { sku: string; locationId: string } | undefined {
  if (after === undefined) return undefined;
  try {
    const [sku, locationId] = place.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    return { sku, locationId };
  } catch {
    throw new HttpRefusal(400, {
      code: 'bad_request',
      message: 'This is not where an answer ended.',
      field: 'after',
      fix: 'Send next of the answer before, as it was.',
    });
  }
}

const noSuchSku = (sku: string): RefusalText => ({
  code: 'unknown_sku',
  message: `The catalog has no SKU ${sku}.`,
  field: 'sku',
  fix: 'Correct the SKU.',
});

/** A register asks who has an article beside its own store: for a customer who stands there. */
function nearbyRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/stock/:sku/nearby',
    {
      config: { access: 'sync' },
      schema: {
        tags: ['stock'],
        operationId: 'readNearbyStock',
        summary: 'A register asks which locations near its store have an article',
        params: z.object({ sku: skuText }),
        response: { 200: nearbyStock },
      },
    },
    (request) => readNearby(db, callingRegister(request).storeId, request.params.sku),
  );
}

/** A register asks what moved the stock of an article in its own store. */
function storyRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/stock/:sku/story',
    {
      config: { access: 'sync' },
      schema: {
        tags: ['stock'],
        operationId: 'readStockStory',
        summary: 'A register asks what moved the stock of an article in its store, the newest first',
        params: z.object({ sku: skuText }),
        querystring: z.object({
          /** `next` of the answer before. */
          before: z.coerce.number().int().min(1).optional(),
        }),
        response: { 200: stockStory },
      },
    },
    (request) => readStory(db, callingRegister(request).storeId, request.params.sku, request.query.before),
  );
}

/** What may be promised, by SKU and location, who has an article near a store, and what moved its stock. */
export function stockRoutes(app: App, context: RouteContext): void {
  const { db } = context;
  nearbyRoute(app, context);
  storyRoute(app, context);
  app.get(
    '/v1/availability',
    {
      config: { access: 'availability' },
      schema: {
        tags: ['stock'],
        operationId: 'readAvailability',
        summary: 'What may be promised of SKUs, at one location or at all that have them',
        querystring: query,
        response: { 200: answer, 400: errorBody, 422: errorBody },
      },
    },
    async (request) => {
      const { sku: asked, location, limit } = request.query;
      const after = readAfter(request.query.after);
      const skus = [...new Set([asked].flat())];
      const known = await db.selectFrom('products').select('sku').where(sql<boolean>`sku = any(${skus}::text[])`).execute();
      const codes = new Set(known.map(({ sku }) => sku));
      const [first, ...others] = skus.filter((one) => !codes.has(one)).map(noSuchSku);
      if (first !== undefined) throw new HttpRefusal(422, first, others);
      const { items, isLast } = await readAvailabilityPage(db, { skus, locationId: location, limit, after });
      const last = items.at(-1);
      return {
        items,
        ...(isLast || last === undefined ? {} : { next: Buffer.from(JSON.stringify([last.sku, last.locationId])).toString('base64url') }),
      };
    },
  );
}
