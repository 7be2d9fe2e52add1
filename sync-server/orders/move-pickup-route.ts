import { moveRequest } from '../../domain/orders/order-intake.ts';
import { orderAnswer, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { userOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { type MoveRefusal, movePickup } from './move-pickup.ts';
import { orderParams, unknownOrder } from './order-number.ts';

function refusalOf(number: string, refusal: MoveRefusal): Error {
  switch (refusal) {
    case 'unknown_order':
      return unknownOrder(number);
    case 'unknown_store':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'There is no such store where an order could be picked up.',
        field: 'storeId',
        fix: 'Send the id of a store that is open.',
      });
    case 'not_a_pickup':
      return new HttpRefusal(409, {
        code: refusal,
        message: `Nobody fetches order ${number}: it is shipped.`,
        fix: 'Change how the customer gets it first.',
      });
    case 'picking_has_begun':
      return new HttpRefusal(409, {
        code: refusal,
        message: `A store has begun to pick order ${number}, or has it ready.`,
        fix: 'Have the customer fetch it there, or cancel it and place it again.',
      });
    case 'nothing_waits':
      return new HttpRefusal(409, {
        code: refusal,
        message: `Nothing of order ${number} waits for its customer in a store.`,
        fix: 'Read the order: it may have been handed over or cancelled.',
      });
  }
}

/** The customer of a pickup fetches it at another store. */
export function movePickupRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/orders/:number/store',
    {
      config: { access: 'orders' },
      schema: {
        tags: ['orders'],
        operationId: 'movePickup',
        summary: 'Has a pickup fetched at another store, as long as nobody has begun to pick it',
        description:
          'All of it moves; its pickup code stays. What the new store does not have waits for stock there. ' +
          'Send the new promise as `promisedAt`: the one before was that of the old store.',
        params: orderParams,
        body: moveRequest,
        response: { 200: orderAnswer, 400: errorBody, 404: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const moved = await movePickup(db, number, request.body, userOf(request));
      if (!moved.ok) throw refusalOf(number, moved.refusal);
      return writeOrderAnswer(moved.value);
    },
  );
}
