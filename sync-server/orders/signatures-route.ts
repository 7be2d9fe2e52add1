import { signedPickups } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { readSignatures } from '../pickup/pickup-signatures.ts';
import { orderParams, unknownOrder } from './order-number.ts';

/** The head office looks at what a customer signed when they fetched an order. */
export function signaturesRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/orders/:number/signatures',
    {
      config: { access: 'personal_data' },
      schema: {
        tags: ['head office'],
        operationId: 'readPickupSignatures',
        summary: 'What customers signed when they fetched an order',
        params: orderParams,
        response: { 200: signedPickups, 404: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const found = await readSignatures(db, number);
      if (found === null) throw unknownOrder(number);
      request.log.info({ order: number, signatures: found.items.length, by: actorOf(request).id }, 'what was signed was shown');
      return found;
    },
  );
}
