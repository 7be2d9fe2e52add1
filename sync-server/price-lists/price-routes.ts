import { z } from 'zod';
import { idParams } from '../../domain/access/access-protocol.ts';
import { entityId } from '../../domain/base/envelope.ts';
import type { Result } from '../../domain/base/result.ts';
import { listPrice } from '../../domain/price-lists/price-list.ts';
import {
  priceAnswer,
  priceDeletion,
  priceQuery,
  priceQuestion,
  pricesPage,
  pricesRequest,
  pricesWritten,
} from '../../domain/price-lists/price-list-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { ORDER_BODY } from '../http/refuse.ts';
import { answerPrice, type QuestionRefusal } from './answer-price.ts';
import { deletePrice, listPrices, type PriceRefusal, putPrices } from './manage-prices.ts';
import { priceRefusal } from './price-refusal.ts';

const config = { access: 'prices' } as const;
const tags = ['prices'];
const refusals = { 400: errorBody, 404: errorBody };

/** What came of a step. @throws HttpRefusal */
function taken<T>(result: Result<T, PriceRefusal | QuestionRefusal>): T {
  if (result.ok) return result.value;
  throw priceRefusal(result.refusal);
}

function writeRoutes(app: App, { db }: RouteContext): void {
  app.put(
    '/v1/price-lists/:id/prices',
    {
      config,
      bodyLimit: ORDER_BODY,
      schema: {
        tags,
        operationId: 'writePrices',
        summary: 'Writes prices into a list: all of them, or none',
        description:
          'Each is new, or takes the place of the one with its SKU and first day. While a newer price holds, it goes before an open one.',
        params: idParams,
        body: pricesRequest,
        response: { 200: pricesWritten, ...refusals },
      },
    },
    async (request) => ({ written: taken(await putPrices(db, request.params.id, request.body.prices, actorOf(request))) }),
  );
  app.delete(
    '/v1/price-lists/:id/prices/:sku',
    {
      config,
      schema: {
        tags,
        operationId: 'deletePrice',
        summary: 'Takes a price out of a list',
        params: idParams.extend({ sku: entityId }),
        querystring: priceDeletion,
        response: { 200: listPrice, ...refusals },
      },
    },
    async (request) => {
      const { id, sku } = request.params;
      return taken(await deletePrice(db, id, sku, request.query.startsOn ?? null, actorOf(request)));
    },
  );
}

/** The head office, or its system, keeps the prices in the lists, and asks what an article costs. */
export function priceRoutes(app: App, context: RouteContext): void {
  const { db } = context;
  app.get(
    '/v1/price-lists/:id/prices',
    {
      config,
      schema: {
        tags,
        operationId: 'listPrices',
        summary: 'The prices of a list',
        params: idParams,
        querystring: priceQuery,
        response: { 200: pricesPage, ...refusals },
      },
    },
    async (request) => taken(await listPrices(db, request.params.id, request.query)),
  );
  writeRoutes(app, context);
  app.get(
    '/v1/prices/:sku',
    {
      config,
      schema: {
        tags,
        operationId: 'readPrice',
        summary: 'What an article costs in a store',
        description: 'By the function that the tills use. Without a customer it is the price for everybody.',
        params: z.object({ sku: entityId }),
        querystring: priceQuestion,
        response: { 200: priceAnswer, ...refusals },
      },
    },
    async (request) => taken(await answerPrice(db, request.params.sku, request.query)),
  );
}
