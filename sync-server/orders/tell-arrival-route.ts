import { arrivalRequest } from '../../domain/orders/order-intake.ts';
import { orderAnswer, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { orderParams, unknownOrder } from './order-number.ts';
import { tellArrival } from './tell-arrival.ts';

/** The web shop tells that a customer waits outside. */
export function tellArrivalRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/orders/:number/arrival',
    {
      config: { access: 'orders' },
      schema: {
        tags: ['orders'],
        operationId: 'tellArrival',
        summary: 'Tells the store that the customer of a pickup waits outside',
        description: 'Every register of the store shows since when, and where. Told again, the newest bay and car count.',
        params: orderParams,
        body: arrivalRequest,
        response: { 200: orderAnswer, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const told = await tellArrival(db, number, request.body);
      if (told.ok) return writeOrderAnswer(told.value);
      if (told.refusal === 'unknown_order') throw unknownOrder(number);
      throw new HttpRefusal(409, {
        code: 'nothing_waits',
        message: `Nothing of order ${number} waits for its customer in a store.`,
        fix: 'Read the order: it may have been handed over, or it waits for stock.',
      });
    },
  );
}
