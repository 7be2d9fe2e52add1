import { orderListQuery, orderPage } from '../../domain/orders/order-list-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { listOrders } from './list-orders.ts';
import { readPlace } from './order-place.ts';

/** Whoever may read orders lists, finds and follows them. */
export function listOrdersRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/orders',
    {
      config: { access: 'orders' },
      schema: {
        tags: ['orders'],
        operationId: 'listOrders',
        summary: 'List orders, find them by words, or follow what changes',
        description:
          'All that is given has to fit. With `sort=changed`, ask again with `next` of the answer before: an order that has changed ' +
          'meanwhile comes again, and none is left out.',
        querystring: orderListQuery,
        response: { 200: orderPage, 400: errorBody },
      },
    },
    (request) => {
      const { after, sort } = request.query;
      const place = after === undefined ? null : readPlace(after, sort);
      if (after !== undefined && place === null) {
        throw new HttpRefusal(400, {
          code: 'bad_request',
          message: 'This is not where an answer in this order ended.',
          field: 'after',
          fix: 'Send next of the answer before, as it was, with the same sort.',
        });
      }
      return listOrders(db, request.query, place);
    },
  );
}
