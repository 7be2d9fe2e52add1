import type { FastifyReply } from 'fastify';
import {
  confirmRequest,
  passwordRequest,
  recoveryCodes,
  secondFactorRequest,
  secondFactorSecret,
  signedInUser,
} from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { createAttemptLimit } from '../http/limit-attempts.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import { actorOf } from './actor.ts';
import { callingUser } from './auth.ts';
import type { App, RouteContext } from './route-context.ts';
import { beginSecondFactor, confirmSecondFactor, type SecondFactorRefusal } from './second-factor.ts';
import { changePassword, readUser } from './sign-in.ts';
import { tooManyAttempts } from './sign-in-routes.ts';

const tags = ['office users'];
const config = { access: 'any_user' } as const;

/** Wrong passwords and codes of somebody who is signed in: a token alone must not lead to the password. */
const OWN = { attempts: 10, perMs: 15 * 60_000 };

type Refusal = SecondFactorRefusal | 'same_password' | 'nothing_to_confirm';

const REFUSALS: Record<Refusal, RefusalText> = {
  wrong_password: { code: 'wrong_password', message: 'The password is wrong.', field: 'password', fix: 'Enter your present password.' },
  same_password: { code: 'same_password', message: 'This is the password that you have.', field: 'next', fix: 'Choose another one.' },
  code_needed: {
    code: 'code_needed',
    message: 'You have a second factor already.',
    field: 'code',
    fix: 'Enter a code of it, or a recovery code.',
  },
  code_wrong: {
    code: 'code_wrong',
    message: 'This code is wrong, or was used already.',
    field: 'code',
    fix: 'Wait for the next one. Check the clock of the telephone.',
  },
  nothing_to_confirm: {
    code: 'nothing_to_confirm',
    message: 'No second factor is being set up.',
    fix: 'Begin again.',
  },
};

type AskOnce = <T>(
  userId: string,
  reply: FastifyReply,
  work: () => Promise<{ ok: true; value: T } | { ok: false; refusal: Refusal }>,
) => Promise<T>;

/** Lets a user try, but not too often; what goes well counts as no attempt. */
function createTries(db: RouteContext['db']): AskOnce {
  const limit = createAttemptLimit(db, 'own-secret', OWN);
  return async (userId, reply, work) => {
    const allowance = await limit.take(userId);
    if (!allowance.ok) throw tooManyAttempts(reply, allowance.waitMs);
    const done = await work();
    if (!done.ok) throw new HttpRefusal(403, REFUSALS[done.refusal]);
    await allowance.giveBack();
    return done.value;
  };
}

/** A user changes their own password, and sets up their own second factor. */
export function ownSecretRoutes(app: App, { db }: RouteContext): void {
  const tryOnce = createTries(db);

  app.post(
    '/v1/office/password',
    {
      config,
      schema: {
        tags,
        operationId: 'changePassword',
        summary: 'Changes the password of the user who asks, and ends their other sign-ins',
        body: passwordRequest,
        response: { 200: signedInUser, 403: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const user = callingUser(request);
      await tryOnce(user.id, reply, () => changePassword(db, user, request.body, actorOf(request)));
      return readUser(db, user.id);
    },
  );

  app.post(
    '/v1/office/second-factor',
    {
      config,
      schema: {
        tags,
        operationId: 'beginSecondFactor',
        summary: 'Begins to set up a second factor; it counts once it is confirmed',
        body: secondFactorRequest,
        response: { 200: secondFactorSecret, 403: errorBody, 429: errorBody },
      },
    },
    (request, reply) => {
      const user = callingUser(request);
      return tryOnce(user.id, reply, () => beginSecondFactor(db, user, request.body, new Date()));
    },
  );

  app.post(
    '/v1/office/second-factor/confirm',
    {
      config,
      schema: {
        tags,
        operationId: 'confirmSecondFactor',
        summary: 'Lets the new second factor count, and gives recovery codes',
        body: confirmRequest,
        response: { 200: recoveryCodes, 403: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const user = callingUser(request);
      const codes = await tryOnce(user.id, reply, () => confirmSecondFactor(db, user, request.body.code, actorOf(request), new Date()));
      return { recoveryCodes: codes };
    },
  );
}
