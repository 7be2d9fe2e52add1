import { z } from 'zod';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { instant } from '../../domain/base/envelope.ts';
import type { PublicKey } from '../../domain/base/signature.ts';
import { errorBody, registerKeyRequest } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import { HttpRefusal } from '../http/refuse.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { isUsableKey } from './check-signature.ts';
import { setRegisterKey } from './register-keys.ts';

/** @throws HttpRefusal for a key that is no point on the curve. */
export function checkKey(publicKey: PublicKey): void {
  if (isUsableKey(publicKey)) return;
  throw new HttpRefusal(400, {
    code: 'bad_request',
    message: 'This is no key: its coordinates are not on the curve.',
    field: 'publicKey',
    fix: 'Send the public key of a P-256 pair as a JSON Web Key.',
  });
}

/** A register that was enrolled by an app without keys names its key. */
export function registerKeyRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/registers/key',
    {
      config: { access: 'sync' },
      bodyLimit: 4 * 1024,
      schema: {
        tags: ['registers'],
        operationId: 'nameRegisterKey',
        summary: 'Names the key by which a register signs what it sends',
        description: 'Once. Only the head office can make the server forget a key, so that the register names another.',
        body: registerKeyRequest,
        response: { 200: z.object({ serverTime: instant }), 400: errorBody, 409: errorBody, 426: errorBody },
      },
    },
    async (request) => {
      const { registerId, publicKey: known } = callingRegister(request);
      const { publicKey } = request.body;
      // Each register names its key at each start: what is known already writes nothing.
      if (canonicalJson(known) === canonicalJson(publicKey)) return { serverTime: new Date().toISOString() };
      checkKey(publicKey);
      const kept = await setRegisterKey(db, registerId, publicKey);
      if (kept.ok) return { serverTime: new Date().toISOString() };
      request.log.error({ code: kept.refusal, registerId }, 'a register named another key than its own');
      throw new HttpRefusal(409, {
        code: kept.refusal,
        message: 'The server knows another key of this register.',
        field: 'publicKey',
        fix: 'Ask the head office to forget the old key, if this device has lost it.',
      });
    },
  );
}
