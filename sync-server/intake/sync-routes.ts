import type { z } from 'zod';
import { errorBody, type OperationResult, pullRequest, pullResponse, pushRequest, pushResponse } from '../../domain/protocol/protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { reasonText } from '../../domain/quarantine/reason.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { callingRegister } from '../access/auth.ts';
import { registerCloned } from '../access/find-register.ts';
import { HttpRefusal, OPERATIONS_BODY } from '../http/refuse.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { acceptRound } from './accept-operations.ts';
import { type Intake, type ReadSubmission, readOperations } from './submission.ts';
import { carriedRoutes } from './carried-routes.ts';
import { type SignatureFault, signatureFault } from '../registers/check-signature.ts';
import { enrolmentRoutes } from '../registers/enrolment-routes.ts';
import { batch } from '../base/batch.ts';
import { registerKeyRoutes } from '../registers/register-key-routes.ts';
import { answerPulls } from '../feed/answer-pulls.ts';
import type { Pulled, PullRefusal, PullRequest } from '../feed/pull-changes.ts';

type Submit = (submission: ReadSubmission) => Promise<Intake>;

/** Intake for everybody's submissions. Each round of one waits its turn among those of others. */
function createIntake(db: RouteContext['db']): Submit {
  const submit = batch<ReadSubmission, Intake>({
    run: (submissions) => acceptRound(db, submissions),
    weightOf: (submission) => submission.readings.length,
    maxWeight: 500,
    waitMs: 3,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  return async (submission) => {
    const first = await submit(submission);
    let intake = first;
    while (intake.ok && intake.more) intake = await submit(submission);
    // The alarms were raised in the first round.
    return intake.ok && first.ok ? { ...intake, alarms: first.alarms } : intake;
  };
}

/** What a batch that its register did not sign is answered. */
function unsigned(found: SignatureFault, registerId: string): HttpRefusal {
  const messages: Readonly<Record<string, string>> = {
    not_signed: `Register ${registerId} did not sign the batch.`,
    other_batch: 'The signature is for another batch.',
    other_key: `The signature is not by the key of register ${registerId}.`,
  };
  const message = messages[String(found.facts['fault'])] ?? reasonText(found);
  return new HttpRefusal(403, { code: found.code, message, field: 'signature', fix: SIGNATURE_FIX[found.code] });
}

/** Results as an app of version 1 of the protocol reads them: it looks for a text, and knows no facts. */
function resultsOfVersion1(results: readonly OperationResult[]): OperationResult[] {
  return results.map((result) => {
    if (result.outcome !== 'quarantined' && result.outcome !== 'refused') return result;
    const { facts = {}, ...rest } = result;
    return { ...rest, message: reasonText({ code: rest.code, facts }) };
  });
}

const SIGNATURE_FIX: Record<SignatureFault['code'], string> = {
  signature_missing: 'Sign the newest operation of the batch with the key that this register has named.',
  signature_wrong: 'Send operations that follow one another, signed for the newest. If the key is lost, ask the head office to forget it.',
};

function intakeRoutes(app: App, submit: Submit): void {
  const readAhead = new WeakMap<readonly unknown[], ReadSubmission['readings']>();
  app.post(
    '/v1/operations',
    {
      config: {
        access: 'sync',
        whileAsked: (body) => {
          const { operations } = body as z.output<typeof pushRequest>;
          readAhead.set(operations, readOperations(operations));
        },
      },
      bodyLimit: OPERATIONS_BODY,
      schema: {
        tags: ['sync'],
        operationId: 'sendOperations',
        summary: "Takes a register's operations, each on its own",
        body: pushRequest,
        response: { 200: pushResponse, 403: errorBody, 409: errorBody, 426: errorBody },
      },
    },
    async (request) => {
      const { registerId, publicKey } = callingRegister(request);
      const { operations, signature } = request.body;
      const fault = publicKey === null ? null : signatureFault({ registerId, operations, signature }, publicKey);
      if (fault !== null) {
        request.log.error({ code: fault.code, registerId }, 'a batch that its register did not sign');
        throw unsigned(fault, registerId);
      }
      const intake = await submit({ registerId, readings: readAhead.get(operations) ?? readOperations(operations) });
      if (!intake.ok) throw registerCloned();
      for (const alarm of intake.alarms) request.log.error(alarm, 'an operation that no honest register sends');
      const { results, expectedSeq, lastHash } = intake;
      // Version 1 takes no answer with a field that it does not know.
      const isVersion1 = request.body.protocolVersion === undefined;
      const proof = isVersion1 ? {} : { lastHash: expectedSeq > 1 ? lastHash : null };
      return {
        results: isVersion1 ? resultsOfVersion1(results) : results,
        expectedSeq,
        ...proof,
        serverTime: new Date().toISOString(),
      };
    },
  );
}

function pullRoutes(app: App, { db }: RouteContext): void {
  const pull = batch<PullRequest, Result<Pulled, PullRefusal>>({
    run: (requests) => answerPulls(db, requests),
    weightOf: () => 1,
    // Their answers are in memory together, and each may be a few hundred kilobytes of catalog.
    maxWeight: 32,
    waitMs: 3,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  app.post(
    '/v1/pull',
    {
      config: { access: 'sync' },
      schema: {
        tags: ['sync'],
        operationId: 'pullChanges',
        summary: 'Gives what has changed since a checkpoint',
        body: pullRequest,
        response: { 200: pullResponse, 403: errorBody, 409: errorBody, 426: errorBody },
      },
      // The database has made the JSON already; reading it again to check it would cost more than making it.
      serializerCompiler: () => (payload: unknown) => (typeof payload === 'string' ? payload : JSON.stringify(payload)),
    },
    async (request, reply) => {
      const { registerId, storeId } = callingRegister(request);
      const { checkpoint, limit, life, epoch = life } = request.body;
      // An app of version 1 knows no epoch, and takes no kind of document that came later.
      const pulled = await pull({ registerId, storeId, checkpoint, limit, epoch, ...(epoch === undefined && { version: 1 }) });
      if (!pulled.ok) {
        const { code, scope } = pulled.refusal;
        throw code === 'other_scope'
          ? new HttpRefusal(403, {
              code,
              message: 'A register pulls its own scopes only.',
              field: `checkpoint.${scope}`,
              fix: 'Leave this scope out.',
            })
          : new HttpRefusal(409, {
              code,
              message: 'The pool has never come this far: it was set back to an older state.',
              field: `checkpoint.${scope}`,
              fix: 'Pull again from an empty checkpoint.',
            });
      }
      const { changesJson, epoch: newest, appliedHash, ...rest } = pulled.value;
      // Version 1 takes no answer with a field that it does not know; earlier apps of version 2 read the epoch as `life`.
      const tail = JSON.stringify({
        ...rest,
        ...(epoch === undefined ? {} : { [request.body.epoch === undefined ? 'life' : 'epoch']: newest, appliedHash }),
        serverTime: new Date().toISOString(),
      });
      return reply.type('application/json; charset=utf-8').send(`{"changes":${changesJson},${tail.slice(1)}` as never);
    },
  );
}

/** Enrolment, keys, journal intake by any road, and the change feed. */
export function syncRoutes(app: App, context: RouteContext): void {
  const submit = createIntake(context.db);
  enrolmentRoutes(app, context);
  registerKeyRoutes(app, context);
  intakeRoutes(app, submit);
  carriedRoutes(app, context, submit);
  pullRoutes(app, context);
}
