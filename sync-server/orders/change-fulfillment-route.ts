import { addressFaults } from '../../domain/orders/check-address.ts';
import { fulfillmentChange } from '../../domain/orders/order-intake.ts';
import { orderAnswer, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal, ORDER_BODY } from '../http/refuse.ts';
import { changeFulfillment } from './change-fulfillment.ts';
import { orderParams, unknownOrder } from './order-number.ts';

/** The web shop gives what waits for stock another way to its customer. */
export function changeFulfillmentRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/orders/:number/fulfillment',
    {
      config: { access: 'orders' },
      bodyLimit: ORDER_BODY,
      schema: {
        tags: ['orders'],
        operationId: 'changeFulfillment',
        summary: 'Give what waits for stock another way to its customer: another store, or a parcel',
        description: 'What the customer chose of `offer`. Only units that wait are changed; the same choice again changes nothing.',
        params: orderParams,
        body: fulfillmentChange,
        response: { 200: orderAnswer, 400: errorBody, 404: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const { fulfillment } = request.body;
      const [first, ...others] = fulfillment.kind === 'ship' ? addressFaults(fulfillment.shipTo, 'fulfillment.shipTo') : [];
      if (first !== undefined) throw new HttpRefusal(422, first, others);
      const changed = await changeFulfillment(db, number, fulfillment);
      if (changed.ok) return writeOrderAnswer(changed.value);
      switch (changed.refusal) {
        case 'unknown_order':
          throw unknownOrder(number);
        case 'unknown_store':
          throw new HttpRefusal(422, {
            code: 'unknown_store',
            message: 'There is no such store where an order could be picked up.',
            field: 'fulfillment.storeId',
            fix: 'Send the id of a store that is open.',
          });
        case 'nothing_waits':
          throw new HttpRefusal(409, {
            code: 'nothing_waits',
            message: `Nothing of order ${number} waits for stock.`,
            fix: 'Read the order again.',
          });
      }
    },
  );
}
