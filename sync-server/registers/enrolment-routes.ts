import type { FastifyReply } from 'fastify';
import { codeRequest, registerCode } from '../../domain/access/register-protocol.ts';
import { enrolment, enrolRequest, errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { addressKey, createAttemptLimit } from '../http/limit-attempts.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import { actorOf } from '../access/actor.ts';
import { issueCode } from './issue-code.ts';
import { enrolRegister, type EnrolRefusal } from './enrol-register.ts';
import { checkKey } from './register-key-routes.ts';
import { createTurns } from './wait-for-turn.ts';

/** A code is asked for or sent, and little else. */
const CODE_BODY = 4 * 1024;

const ENROL_REFUSALS: Record<EnrolRefusal, { readonly status: number; readonly text: RefusalText }> = {
  unknown_code: {
    status: 404,
    text: { code: 'unknown_code', message: 'This code is not known.', field: 'code', fix: 'Check it, or ask for a new one.' },
  },
  code_used: {
    status: 410,
    text: {
      code: 'code_used',
      message: 'A register has used this code already.',
      field: 'code',
      fix: 'Ask for a new one: each works once.',
    },
  },
  code_expired: {
    status: 410,
    text: { code: 'code_expired', message: 'This code has expired.', field: 'code', fix: 'Ask for a new one.' },
  },
};

/** Wrong codes that one address is told about. */
const TOLD = { attempts: 10, perMs: 60_000 };
/**
 * Beyond that nobody is told any more what is wrong with a code, but a right one still works: whoever guesses must not
 * be able to keep the shop's own people out. At this pace a code, one of 30⁸ that lives for days, is not found by guessing.
 */
const SLOWLY = { pace: { attempts: 5, perMs: 1_000 }, waiting: 10 };

/** The answer to too many attempts. @param waitMs how long (milliseconds) the next one has to wait. */
function tooMany(reply: FastifyReply, waitMs: number): HttpRefusal {
  const seconds = Math.ceil(waitMs / 1000);
  void reply.header('retry-after', seconds);
  return new HttpRefusal(429, {
    code: 'too_many_attempts',
    message: 'Too many codes were tried from here.',
    fix: `Check the code, and wait ${seconds} seconds.`,
  });
}

function enrolRoute(app: App, { db, protocol }: RouteContext): void {
  const told = createAttemptLimit(db, 'enrol', TOLD);
  const waitForTurn = createTurns(SLOWLY);

  app.post(
    '/v1/registers/enrol',
    {
      config: { access: 'public' },
      bodyLimit: CODE_BODY,
      schema: {
        tags: ['registers'],
        operationId: 'enrolRegister',
        summary: 'Turns a one-time code into a register with a token of its own',
        body: enrolRequest,
        response: { 200: enrolment, 400: errorBody, 404: errorBody, 409: errorBody, 410: errorBody, 426: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { code, protocolVersion, publicKey } = request.body;
      protocol.check(protocolVersion);
      if (publicKey !== undefined) checkKey(publicKey);
      const who = addressKey(request.ip);
      const allowance = await told.take(who);
      if (!allowance.ok && !(await waitForTurn(who))) throw tooMany(reply, allowance.waitMs);
      const enrolled = await enrolRegister(db, code, publicKey);
      if (enrolled.ok) {
        if (allowance.ok) await allowance.giveBack();
        request.log.info({ register: enrolled.value.registerId, store: enrolled.value.storeId, ip: request.ip }, 'a register has enrolled');
        return enrolled.value;
      }
      if (!allowance.ok) throw tooMany(reply, allowance.waitMs);
      const { status, text } = ENROL_REFUSALS[enrolled.refusal];
      throw new HttpRefusal(status, text);
    },
  );
}

function codeRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/registers/codes',
    {
      config: { access: 'registers' },
      bodyLimit: CODE_BODY,
      schema: {
        tags: ['registers'],
        operationId: 'makeRegisterCode',
        summary: 'Makes a one-time code with which a register enrols in a store',
        body: codeRequest,
        response: { 201: registerCode, 404: errorBody },
      },
    },
    async (request, reply) => {
      const { storeId } = request.body;
      const made = await issueCode(db, storeId, actorOf(request));
      if (made.ok) return reply.code(201).send(made.value);
      throw new HttpRefusal(404, {
        code: 'unknown_store',
        message: `There is no store ${storeId}.`,
        field: 'storeId',
        fix: 'Use the id of a store.',
      });
    },
  );
}

/** One-time codes: the head office makes them, a register enrols with one. */
export function enrolmentRoutes(app: App, context: RouteContext): void {
  enrolRoute(app, context);
  codeRoute(app, context);
}
