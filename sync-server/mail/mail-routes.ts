import { mailAddresses, mailAddressesTaken } from '../../domain/mail/mail-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { transact } from '../db/transact.ts';
import { createAttemptLimit } from '../http/limit-attempts.ts';
import { ORDER_BODY } from '../http/refuse.ts';
import { takeLookUp } from '../http/take-look-up.ts';
import { takeAddresses } from './send-mail.ts';

/** How many mails a register may send: more than a counter has customers, far less than a nuisance. */
const MAILS = { attempts: 300, perMs: 5 * 60_000 };

const MESSAGE = 'This register has sent too many mails in a short time.';

/** Registers tell to whom mails go that their customers asked for. */
export function mailRoutes(app: App, { db }: RouteContext): void {
  const limit = createAttemptLimit(db, 'mails', MAILS);
  app.post(
    '/v1/mails/addresses',
    {
      bodyLimit: ORDER_BODY,
      config: { access: 'sync' },
      schema: {
        tags: ['customers'],
        operationId: 'sendMailAddresses',
        summary: 'A register tells to whom mails go that were asked for at the till',
        description:
          'The operation that asks for a mail carries its id alone. Address and operation may come in any order. ' +
          'The same again changes nothing, and the address is deleted once the mail was sent, or after 30 days.',
        body: mailAddresses,
        response: { 200: mailAddressesTaken, 400: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { registerId } = callingRegister(request);
      const { recipients } = request.body;
      await takeLookUp(limit, { registerId, message: MESSAGE, about: {}, count: recipients.length }, request, reply);
      return { taken: await transact(db, (tx) => takeAddresses(tx, recipients)) };
    },
  );
}
