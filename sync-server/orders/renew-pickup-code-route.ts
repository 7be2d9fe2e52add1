import { pickupCodeRequest } from '../../domain/orders/order-intake.ts';
import { orderAnswer, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { orderParams, unknownOrder } from './order-number.ts';
import { renewPickupCode } from './renew-pickup-code.ts';

/** The web shop gives an order another pickup code. */
export function renewPickupCodeRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/orders/:number/pickup-code',
    {
      config: { access: 'orders' },
      schema: {
        tags: ['orders'],
        operationId: 'renewPickupCode',
        summary: 'Gives a pickup another code, and withdraws the one before',
        description: 'For a code that came into other hands. Send the customer the new QR code, which the answer has as `pickupQr`.',
        params: orderParams,
        body: pickupCodeRequest,
        response: { 200: orderAnswer, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const renewed = await renewPickupCode(db, number, request.body.pickupCode ?? null);
      if (!renewed.ok && renewed.refusal === 'unknown_order') throw unknownOrder(number);
      if (!renewed.ok) {
        throw new HttpRefusal(409, {
          code: 'not_a_pickup',
          message: `Nobody fetches order ${number}: it is shipped.`,
          fix: 'Change how the customer gets it first.',
        });
      }
      return writeOrderAnswer(renewed.value);
    },
  );
}
