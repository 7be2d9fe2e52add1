import { Readable } from 'node:stream';
import { z } from 'zod';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { orderListQuery } from '../../domain/orders/order-list-protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { exportOrders } from './export-orders.ts';

/** Whoever may read orders takes the list of them as a file. */
export function exportOrdersRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/orders.csv',
    {
      config: { access: 'orders' },
      schema: {
        tags: ['orders'],
        operationId: 'exportOrders',
        summary: 'The list of orders as a CSV file, the newest first',
        description:
          'All that `GET /v1/orders` lists for the same filters, in one answer. Amounts are decimal text in units of the currency.',
        querystring: orderListQuery.omit({ sort: true, limit: true, after: true }),
        response: { 200: z.unknown() },
      },
    },
    (request, reply) => {
      void reply.header('content-disposition', `attachment; filename="orders-${dateInZone(new Date(), 'UTC')}.csv"`);
      return reply.type('text/csv; charset=utf-8').send(Readable.from(exportOrders(db, request.query)));
    },
  );
}
