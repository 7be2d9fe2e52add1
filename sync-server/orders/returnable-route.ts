import { returnable } from '../../domain/orders/order-intake.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { createAttemptLimit } from '../http/limit-attempts.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { takeLookUp } from '../http/take-look-up.ts';
import { orderParams } from './order-number.ts';
import { readReturnable } from './read-returnable.ts';

/** How many numbers a register may look up for returns: far more than customers come, far fewer than there are. */
const LOOK_UPS = { attempts: 60, perMs: 5 * 60_000 };

/** A register finds what may come back. */
export function returnableRoute(app: App, { db }: RouteContext): void {
  const lookUps = createAttemptLimit(db, 'returnables', LOOK_UPS);

  app.get(
    '/v1/returnables/:number',
    {
      config: { access: 'sync' },
      schema: {
        tags: ['orders'],
        operationId: 'readReturnable',
        summary: 'Find a sale by receipt number, or an order by its number, for a return',
        params: orderParams,
        response: { 200: returnable, 404: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const { registerId } = callingRegister(request);
      const message = 'This register has looked up too many numbers in a short time.';
      await takeLookUp(lookUps, { registerId, message, about: { number } }, request, reply);
      const found = await readReturnable(db, number);
      request.log.info({ number, found: found?.kind ?? null }, 'a receipt or order was looked up for a return');
      if (found !== null) return found;
      throw new HttpRefusal(404, {
        code: 'nothing_returnable',
        message: `Nobody knows a receipt or an order ${number}.`,
        field: 'number',
        fix: 'Check the number on the receipt.',
      });
    },
  );
}
