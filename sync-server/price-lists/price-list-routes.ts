import { idParams } from '../../domain/access/access-protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { priceList } from '../../domain/price-lists/price-list.ts';
import { priceListPage, priceListQuery } from '../../domain/price-lists/price-list-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal, ORDER_BODY } from '../http/refuse.ts';
import { deletePriceList, listPriceLists, type PriceListRefusal, putPriceList } from './manage-price-lists.ts';
import { priceRefusal } from './price-refusal.ts';

const config = { access: 'prices' } as const;
const tags = ['prices'];

/** What came of a step. @throws HttpRefusal */
function taken<T>(result: Result<T, PriceListRefusal>): T {
  if (result.ok) return result.value;
  throw priceRefusal(result.refusal);
}

/** The head office, or its system, keeps the price lists. */
export function priceListRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/price-lists',
    {
      config,
      schema: {
        tags,
        operationId: 'listPriceLists',
        summary: 'Price lists by their ids',
        querystring: priceListQuery,
        response: { 200: priceListPage, 400: errorBody },
      },
    },
    (request) => listPriceLists(db, request.query),
  );
  app.put(
    '/v1/price-lists/:id',
    {
      config,
      bodyLimit: ORDER_BODY,
      schema: {
        tags,
        operationId: 'writePriceList',
        summary: 'Writes a price list, new or instead of the one with its id',
        description: 'Its prices stay. Tills begin and end it by the calendar of their store, also offline.',
        params: idParams,
        body: priceList,
        response: { 200: priceList, 400: errorBody },
      },
    },
    async (request): Promise<ReturnType<typeof priceList.parse>> => {
      const { id } = request.params;
      if (request.body.id === id) return taken(await putPriceList(db, request.body, actorOf(request)));
      throw new HttpRefusal(400, {
        code: 'other_id',
        message: `\`id\` is not ${id}, as in the address.`,
        field: 'id',
        fix: 'Send the list to the address with its id.',
      });
    },
  );
  app.delete(
    '/v1/price-lists/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'deletePriceList',
        summary: 'Takes a price list and its prices away from all tills',
        params: idParams,
        response: { 200: priceList, 404: errorBody },
      },
    },
    async (request) => taken(await deletePriceList(db, request.params.id, actorOf(request))),
  );
}
