import { z } from 'zod';
import type { FastifyReply } from 'fastify';
import { signedIn, signedInUser, signInRequest } from '../../domain/access/access-protocol.ts';
import { nameKey } from '../../domain/access/name-key.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { hashSecret } from '../base/secrets.ts';
import { addressKey, type Allowance, createAttemptLimit } from '../http/limit-attempts.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import { actorOf } from './actor.ts';
import { callingUser } from './auth.ts';
import type { App, RouteContext } from './route-context.ts';
import { readUser, signIn, type SignInRefusal, signOut } from './sign-in.ts';

const tags = ['office users'];
/** Names, passwords and codes are short. */
const SIGN_IN_BODY = 4 * 1024;

/** Wrong attempts from one address. */
const BY_ADDRESS = { attempts: 10, perMs: 60_000 };
/** Wrong attempts with one name, from anywhere: more than one address has, so that no single one can keep a user out. */
const BY_NAME = { attempts: 100, perMs: 5 * 60_000 };
/** Wrong codes of who knows the password: with so few, six digits are not found by trying. */
const BY_CODE = { attempts: 10, perMs: 15 * 60_000 };

const REFUSALS: Record<SignInRefusal, RefusalText> = {
  wrong_name_or_password: {
    code: 'wrong_name_or_password',
    message: 'The name or the password is wrong.',
    fix: 'Try again, or ask somebody who manages users for a new password.',
  },
  code_needed: {
    code: 'code_needed',
    message: 'This user has a second factor.',
    field: 'code',
    fix: 'Send the code that your app shows, or a recovery code.',
  },
  code_wrong: {
    code: 'code_wrong',
    message: 'This code is wrong, or was used already.',
    field: 'code',
    fix: 'Wait for the next one, or use a recovery code.',
  },
};

/** The answer to too many attempts. @param waitMs how long (milliseconds) the next one has to wait. */
export function tooManyAttempts(reply: FastifyReply, waitMs: number): HttpRefusal {
  const seconds = Math.ceil(waitMs / 1000);
  void reply.header('retry-after', seconds);
  return new HttpRefusal(429, {
    code: 'too_many_attempts',
    message: 'There were too many wrong attempts.',
    fix: `Wait ${seconds} seconds.`,
  });
}

/** How long (milliseconds) a limit keeps somebody waiting. */
function waitOf(allowance: Allowance | undefined): number {
  return allowance === undefined || allowance.ok ? 0 : allowance.waitMs;
}

function signInRoute(app: App, { db }: RouteContext): void {
  const byAddress = createAttemptLimit(db, 'sign-in', BY_ADDRESS);
  const byName = createAttemptLimit(db, 'sign-in-name', BY_NAME);
  const byCode = createAttemptLimit(db, 'sign-in-code', BY_CODE);

  app.post(
    '/v1/office/sign-in',
    {
      config: { access: 'public' },
      bodyLimit: SIGN_IN_BODY,
      schema: {
        tags,
        operationId: 'signIn',
        summary: 'Signs a user of the head office in',
        description: 'The token of the answer is sent as Authorization: Bearer. It lasts 12 hours.',
        body: signInRequest,
        response: { 200: signedIn, 401: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { name, password, code } = request.body;
      const who = hashSecret(nameKey(name));
      const limits = [byAddress.take(addressKey(request.ip)), byName.take(who), ...(code === undefined ? [] : [byCode.take(who)])];
      const [ofAddress, ofName, ofCode] = await Promise.all(limits);
      const taken = [ofAddress, ofName, ofCode].filter((one) => one?.ok === true);
      const waitMs = Math.max(waitOf(ofAddress), waitOf(ofName));
      if (waitMs > 0) {
        // Whoever one limit refuses must not use up the others: those of a name are its user's too.
        for (const allowance of taken) await allowance.giveBack();
        throw tooManyAttempts(reply, waitMs);
      }
      // That the second factor is locked is told to who knows the password: to others it would say that the name exists.
      const isLocked = ofCode?.ok === false;
      const done = await signIn(db, isLocked ? { name, password } : request.body, request.ip, new Date());
      // A wrong password says nothing about the code, and a right one is no attempt.
      const counts = done.ok || done.refusal === 'code_needed' ? 0 : done.refusal === 'code_wrong' ? limits.length : 2;
      for (const allowance of taken.slice(counts)) await allowance.giveBack();
      if (done.ok) return done.value;
      if (isLocked && done.refusal === 'code_needed') throw tooManyAttempts(reply, waitOf(ofCode));
      request.log.warn({ code: done.refusal, ip: request.ip }, 'a sign-in at the head office failed');
      throw new HttpRefusal(401, REFUSALS[done.refusal]);
    },
  );
}

function signOutRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/office/sign-out',
    {
      config: { access: 'any_user' },
      schema: {
        tags,
        operationId: 'signOut',
        summary: 'Ends the sign-in of the user who asks',
        response: { 204: z.undefined().describe('The sign-in has ended.') },
      },
    },
    async (request, reply) => {
      await signOut(db, callingUser(request), actorOf(request));
      return reply.code(204).send();
    },
  );
}

function meRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/office/me',
    {
      config: { access: 'any_user' },
      schema: {
        tags,
        operationId: 'readMe',
        summary: 'The user who asks, and what they have to do first',
        response: { 200: signedInUser },
      },
    },
    (request) => readUser(db, callingUser(request).id),
  );
}

/** Users of the head office sign in and out. */
export function signInRoutes(app: App, context: RouteContext): void {
  signInRoute(app, context);
  signOutRoute(app, context);
  meRoute(app, context);
}
