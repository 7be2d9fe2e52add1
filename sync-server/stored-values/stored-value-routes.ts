import { idParams } from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { storedValue } from '../../domain/stored-value/stored-value.ts';
import { adjustRequest, blockRequest, storedValueBalance } from '../../domain/stored-value/stored-value-protocol.ts';
import { actorOf } from '../access/actor.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { createAttemptLimit } from '../http/limit-attempts.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import { takeLookUp } from '../http/take-look-up.ts';
import { adjustStoredValue, blockStoredValue, findStoredValue, type StoredValueRefusal } from './change-stored-value.ts';

/** How many cards a register may ask about: far more than customers pay with, far fewer than there are numbers. */
const LOOK_UPS = { attempts: 120, perMs: 5 * 60_000 };

const UNKNOWN: RefusalText = {
  code: 'unknown_stored_value',
  message: 'Nobody has issued a gift card or store credit with this number.',
  field: 'id',
  fix: 'Check the number.',
};

const REFUSALS: Record<StoredValueRefusal, { readonly status: 404 | 409; readonly text: RefusalText }> = {
  unknown_stored_value: { status: 404, text: UNKNOWN },
  unknown_account: {
    status: 404,
    text: {
      code: 'unknown_account',
      message: 'This customer has no account.',
      field: 'id',
      fix: 'Give it a limit with POST /v1/accounts/ID/limit.',
    },
  },
  unknown_customer: {
    status: 404,
    text: { code: 'unknown_customer', message: 'There is no such customer.', field: 'id', fix: 'Ask POST /v1/customers/find.' },
  },
  unknown_store: {
    status: 404,
    text: { code: 'unknown_store', message: 'There is no such store.', field: 'storeId', fix: 'Name a store of the company.' },
  },
  other_currency: {
    status: 409,
    text: { code: 'other_currency', message: 'This card is in another currency.', field: 'currency', fix: "Name the card's currency." },
  },
  other_kind: {
    status: 409,
    text: {
      code: 'other_kind',
      message: 'This number is a gift card and not store credit, or the other way round.',
      field: 'kind',
      fix: 'Name what it is.',
    },
  },
  id_reused: {
    status: 409,
    text: {
      code: 'id_reused',
      message: 'Something else was sent with this operationId.',
      field: 'operationId',
      fix: 'Make a new UUIDv7 for each change.',
    },
  },
};

/** What came of a change. @throws HttpRefusal */
export function takenChange<T>(result: Result<T, StoredValueRefusal>): T {
  if (result.ok) return result.value;
  const { status, text } = REFUSALS[result.refusal];
  throw new HttpRefusal(status, text);
}

function balanceRoute(app: App, { db }: RouteContext): void {
  const lookUps = createAttemptLimit(db, 'stored values', LOOK_UPS);
  app.get(
    '/v1/stored-values/:id/balance',
    {
      config: { access: 'sync' },
      schema: {
        tags: ['stored values'],
        operationId: 'readBalance',
        summary: 'A register asks what is on a gift card or store credit',
        params: idParams,
        response: { 200: storedValueBalance, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { registerId } = callingRegister(request);
      const message = 'This register has looked up too many cards in a short time.';
      await takeLookUp(lookUps, { registerId, message, about: {} }, request, reply);
      return db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          const register = await tx.selectFrom('registers').select('applied_seq').where('id', '=', registerId).executeTakeFirstOrThrow();
          return { value: (await findStoredValue(tx, request.params.id)) ?? null, appliedSeq: register.applied_seq };
        });
    },
  );
}

function officeRoutes(app: App, { db }: RouteContext): void {
  const config = { access: 'stored_values' } as const;
  const tags = ['stored values'];
  app.get(
    '/v1/stored-values/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'readStoredValue',
        summary: 'A gift card or store credit by the id that its number has',
        params: idParams,
        response: { 200: storedValue, 404: errorBody },
      },
    },
    async (request) => {
      const found = await findStoredValue(db, request.params.id);
      if (found === undefined) throw new HttpRefusal(404, UNKNOWN);
      return found;
    },
  );
  const answers = { 200: storedValue, 400: errorBody, 404: errorBody, 409: errorBody };
  app.post(
    '/v1/stored-values/adjust',
    {
      config,
      schema: {
        tags,
        operationId: 'adjustStoredValue',
        summary: 'Issue a gift card or store credit, put money on it or take it off',
        description: 'The number is kept as a hash alone; the answer has the id that it makes. The same operationId again changes nothing.',
        body: adjustRequest,
        response: answers,
      },
    },
    async (request) => takenChange(await adjustStoredValue(db, request.body, actorOf(request))),
  );
  app.post(
    '/v1/stored-values/block',
    {
      config,
      schema: {
        tags,
        operationId: 'blockStoredValue',
        summary: 'Stop the use of a gift card or store credit, or allow it again',
        body: blockRequest,
        response: answers,
      },
    },
    async (request) => takenChange(await blockStoredValue(db, request.body, actorOf(request))),
  );
}

/** Registers ask about gift cards and store credit; the head office issues, changes and blocks them. */
export function storedValueRoutes(app: App, context: RouteContext): void {
  balanceRoute(app, context);
  officeRoutes(app, context);
}
