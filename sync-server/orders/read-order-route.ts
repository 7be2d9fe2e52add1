import type { OrderView } from '../../domain/orders/order-intake.ts';
import { orderAnswer, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App } from '../access/route-context.ts';
import { batch } from '../base/batch.ts';
import type { Db } from '../db/database.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { orderParams, unknownOrder } from './order-number.ts';
import { readOrdersNamed } from './read-order.ts';

/** Reads an order by its number or its id; null where there is none. */
export type ReadOrder = (name: string) => Promise<OrderView | null>;

/** A reader that answers what is asked for within a millisecond by one query. */
export function createOrderReader(db: Db): ReadOrder {
  return batch<string, OrderView | null>({
    run: (names) => readOrdersNamed(db, names),
    weightOf: () => 1,
    maxWeight: 100,
    waitMs: 1,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
}

/** The web shop reads an order. */
export function readOrderRoute(app: App, read: ReadOrder): void {
  app.get(
    '/v1/orders/:number',
    {
      config: { access: 'orders' },
      schema: {
        tags: ['orders'],
        operationId: 'readOrder',
        summary: 'Read an order; its status is derived',
        description: 'Instead of the number, the address may have the `orderId` that events and answers name.',
        params: orderParams,
        response: { 200: orderAnswer, 404: errorBody },
      },
    },
    async (request) => {
      const view = await read(request.params.number);
      if (view === null) throw unknownOrder(request.params.number);
      return writeOrderAnswer(view);
    },
  );
}
