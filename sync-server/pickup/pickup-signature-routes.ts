import { pickupSignatures, pickupSignaturesTaken } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { transact } from '../db/transact.ts';
import { ORDER_BODY } from '../http/refuse.ts';
import { takeSignatures } from './pickup-signatures.ts';

/** Registers send what customers signed at pickup. */
export function pickupSignatureRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/pickups/signatures',
    {
      bodyLimit: ORDER_BODY,
      config: { access: 'sync' },
      schema: {
        tags: ['orders'],
        operationId: 'sendPickupSignatures',
        summary: 'A register sends what customers signed when they fetched their orders',
        description:
          'The handover carries the id of the signature alone. Both may come in any order, and the same again changes nothing. ' +
          'A signature is deleted after 180 days, and with its customer.',
        body: pickupSignatures,
        response: { 200: pickupSignaturesTaken, 400: errorBody },
      },
    },
    async (request) => {
      const { storeId } = callingRegister(request);
      return { taken: await transact(db, (tx) => takeSignatures(tx, storeId, request.body.signatures)) };
    },
  );
}
