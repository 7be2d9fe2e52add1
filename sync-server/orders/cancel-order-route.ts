import { cancelRequest, orderAnswer, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { userOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { cancelOrder } from './cancel-order.ts';
import { orderParams, unknownOrder } from './order-number.ts';

/** Makes an empty body of JSON null: many HTTP clients declare JSON and send nothing. */
function allowEmptyBody(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.toString().trim() === '') done(null, null);
    else void parse(request, body.toString(), done);
  });
}

/** The web shop cancels an order. `app` is a scope of its own: an empty body is allowed in all of it. */
export function cancelOrderRoute(app: App, { db }: RouteContext): void {
  allowEmptyBody(app);
  app.post(
    '/v1/orders/:number/cancel',
    {
      config: { access: 'orders' },
      schema: {
        tags: ['orders'],
        operationId: 'cancelOrder',
        summary: 'Cancel what has not left the stores',
        description: 'Takes no fields: the body is empty, or {}.',
        params: orderParams,
        body: cancelRequest,
        response: { 200: orderAnswer, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const cancelled = await cancelOrder(db, number, userOf(request));
      if (cancelled.ok) return writeOrderAnswer(cancelled.value);
      if (cancelled.refusal === 'unknown_order') throw unknownOrder(number);
      throw new HttpRefusal(409, {
        code: 'nothing_to_cancel',
        message: `All of order ${number} has left the stores.`,
        fix: 'Let the customer bring the goods back to a store.',
      });
    },
  );
}
