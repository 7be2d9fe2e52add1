import { pickupKeysMade, pickupKeysRequest } from '../../domain/office/office-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf, logAction } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { transact } from '../db/transact.ts';
import { makePickupKey, withdrawPickupKeys } from './pickup-keys.ts';

/** The head office changes the key that signs pickup codes. */
export function pickupKeyRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/pickup-keys',
    {
      config: { access: 'keys' },
      schema: {
        tags: ['head office'],
        operationId: 'makePickupKey',
        summary: 'Signs pickup codes with a new key from now on',
        description:
          'Codes that were signed before go on counting, unless `withdraw` is true. Then customers need the new code, ' +
          'which reading their order gives.',
        body: pickupKeysRequest,
        response: { 200: pickupKeysMade, 400: errorBody },
      },
    },
    async (request) => {
      const { withdraw } = request.body;
      return transact(db, async (tx) => {
        const changeItems: ChangeItem[] = [];
        const withdrawn = withdraw ? await withdrawPickupKeys(tx, changeItems) : [];
        const keyId = await makePickupKey(tx, changeItems);
        await logAction(tx, actorOf(request), { code: 'pickup_key.make', subject: keyId, after: { withdrawn } });
        await allocateChanges(tx, changeItems);
        return { keyId, withdrawn };
      });
    },
  );
}
