import { z } from 'zod';
import { entityId, instant } from '../../domain/operation/envelope.ts';
import { enrolment, enrolRequest, errorBody, pullRequest, pullResponse, pushRequest, pushResponse } from '../../domain/wire/protocol.ts';
import type { Result } from '../../domain/result.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { callingRegister, registerCloned } from '../http/auth.ts';
import { createAttemptLimit } from '../http/limit-attempts.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import type { App, RouteContext } from '../http/route-context.ts';
import { acceptRound, type Intake, type ReadSubmission, readSubmission } from './accept-operations.ts';
import { enrolRegister, type EnrolRefusal, makeEnrolmentCode } from './enrol-register.ts';
import { gather } from './gather.ts';
import { answerPulls } from './answer-pulls.ts';
import type { Pulled, PullRefusal, PullRequest } from './pull-changes.ts';

const ENROL_REFUSALS: Record<EnrolRefusal, { readonly status: number; readonly text: RefusalText }> = {
  unknown_code: { status: 404, text: { code: 'unknown_code', message: 'This code is not known.', field: 'code', fix: 'Check it, or ask for a new one.' } },
  code_used: { status: 410, text: { code: 'code_used', message: 'A register has used this code already.', field: 'code', fix: 'Ask for a new one: each works once.' } },
  code_expired: { status: 410, text: { code: 'code_expired', message: 'This code has expired.', field: 'code', fix: 'Ask for a new one.' } },
};

function enrolmentRoutes(app: App, { db, auth, protocol }: RouteContext): void {
  const attempts = createAttemptLimit({ attempts: 10, perMs: 60_000 });
  app.post('/v1/registers/enrol', {
    schema: {
      tags: ['registers'], summary: 'Turns a one-time code into a register with a token of its own', body: enrolRequest,
      response: { 200: enrolment, 404: errorBody, 409: errorBody, 410: errorBody, 426: errorBody, 429: errorBody },
    },
  }, async (request, reply) => {
    const waitMs = attempts.waitFor(request.ip);
    if (waitMs > 0) {
      void reply.header('retry-after', Math.ceil(waitMs / 1000));
      throw new HttpRefusal(429, { code: 'too_many_attempts', message: 'Too many codes were tried from here.', fix: `Wait ${Math.ceil(waitMs / 1000)} seconds.` });
    }
    protocol.check(request.body.protocolVersion);
    const enrolled = await enrolRegister(db, request.body.code);
    if (enrolled.ok) return enrolled.value;
    attempts.failed(request.ip);
    const { status, text } = ENROL_REFUSALS[enrolled.refusal];
    throw new HttpRefusal(status, text);
  });

  app.post('/v1/registers/codes', {
    onRequest: auth.apiKey,
    schema: {
      tags: ['registers'], summary: 'Makes a one-time code with which a register enrols in a store', security: [{ bearer: [] }],
      body: z.strictObject({ storeId: entityId }), response: { 201: z.object({ code: z.string(), expiresAt: instant }), 404: errorBody },
    },
  }, async (request, reply) => {
    const made = await makeEnrolmentCode(db, request.body.storeId);
    if (made.ok) return reply.code(201).send(made.value);
    throw new HttpRefusal(404, { code: 'unknown_store', message: `There is no store ${request.body.storeId}.`, field: 'storeId', fix: 'Use the id of a store.' });
  });
}

function intakeRoutes(app: App, { db, auth }: RouteContext): void {
  const submit = gather<ReadSubmission, Intake>({
    run: (submissions) => acceptRound(db, submissions),
    weightOf: (submission) => submission.readings.length,
    maxWeight: 500,
    waitMs: 3,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  app.post('/v1/operations', {
    onRequest: auth.register,
    schema: {
      tags: ['sync'], summary: "Takes a register's operations, each on its own", security: [{ bearer: [] }],
      body: pushRequest, response: { 200: pushResponse, 409: errorBody, 426: errorBody },
    },
  }, async (request) => {
    const { registerId } = callingRegister(request);
    const submission = readSubmission({ registerId, operations: request.body.operations });
    let intake = await submit(submission);
    if (intake.ok) for (const alarm of intake.alarms) request.log.error(alarm, 'an operation that no honest register sends');
    // Each round waits its turn among those of others.
    while (intake.ok && intake.more) intake = await submit(submission);
    if (!intake.ok) throw registerCloned();
    const { results, expectedSeq, lastHash } = intake;
    return { results, expectedSeq, lastHash: expectedSeq > 1 ? lastHash : null, serverTime: new Date().toISOString() };
  });
}

function pullRoutes(app: App, { db, auth }: RouteContext): void {
  const pull = gather<PullRequest, Result<Pulled, PullRefusal>>({
    run: (requests) => answerPulls(db, requests),
    weightOf: () => 1,
    // Their answers are in memory together, and each may be a few hundred kilobytes of catalog.
    maxWeight: 32,
    waitMs: 3,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  app.post('/v1/pull', {
    onRequest: auth.register,
    schema: {
      tags: ['sync'], summary: 'Gives what has changed since a checkpoint', security: [{ bearer: [] }],
      body: pullRequest, response: { 200: pullResponse, 403: errorBody, 409: errorBody, 426: errorBody },
    },
    // The database has made the JSON already; reading it again to check it would cost more than making it.
    serializerCompiler: () => (payload: unknown) => (typeof payload === 'string' ? payload : JSON.stringify(payload)),
  }, async (request, reply) => {
    const { registerId, storeId } = callingRegister(request);
    const { checkpoint, limit, life } = request.body;
    const pulled = await pull({ registerId, storeId, checkpoint, limit, life });
    if (!pulled.ok) {
      const { code, scope } = pulled.refusal;
      throw code === 'other_scope'
        ? new HttpRefusal(403, { code, message: 'A register pulls its own scopes only.', field: `checkpoint.${scope}`, fix: 'Leave this scope out.' })
        : new HttpRefusal(409, { code, message: 'The pool has never come this far: it was set back to an older state.', field: `checkpoint.${scope}`, fix: 'Pull again from an empty checkpoint.' });
    }
    const { changesJson, life: newest, ...rest } = pulled.value;
    const tail = JSON.stringify({ ...rest, ...(life === undefined ? {} : { life: newest }), serverTime: new Date().toISOString() });
    return reply.type('application/json; charset=utf-8').send(`{"changes":${changesJson},${tail.slice(1)}` as never);
  });
}

/** Enrolment, journal intake and the change feed. */
export function syncRoutes(app: App, context: RouteContext): void {
  enrolmentRoutes(app, context);
  intakeRoutes(app, context);
  pullRoutes(app, context);
}
