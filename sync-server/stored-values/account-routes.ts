import { idParams } from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { accountAdjustRequest, accountLimitRequest, accountQuery, accountStatement } from '../../domain/stored-value/account-protocol.ts';
import { storedValue } from '../../domain/stored-value/stored-value.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { adjustAccount, setAccountLimit } from './change-account.ts';
import { readAccount } from './read-account.ts';
import { takenChange } from './stored-value-routes.ts';

const config = { access: 'stored_values' } as const;
const tags = ['accounts'];

/** The head office keeps the accounts of customers: their limits, payments and statements. */
export function accountRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/accounts/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'readAccount',
        summary: "A customer's account and its statement, the newest entries first",
        params: idParams,
        querystring: accountQuery,
        response: { 200: accountStatement, 400: errorBody },
      },
    },
    (request) => readAccount(db, request.params.id, request.query),
  );
  const answers = { 200: storedValue, 400: errorBody, 404: errorBody, 409: errorBody };
  app.post(
    '/v1/accounts/:id/limit',
    {
      config,
      schema: {
        tags,
        operationId: 'changeAccountLimit',
        summary: "Open a customer's account, or change its limit",
        params: idParams,
        body: accountLimitRequest,
        response: answers,
      },
    },
    async (request) => takenChange(await setAccountLimit(db, request.params.id, request.body, actorOf(request))),
  );
  app.post(
    '/v1/accounts/:id/adjust',
    {
      config,
      schema: {
        tags,
        operationId: 'adjustAccount',
        summary: 'Record a payment on an account, or a change of it',
        params: idParams,
        body: accountAdjustRequest,
        response: answers,
      },
    },
    async (request) => takenChange(await adjustAccount(db, request.params.id, request.body, actorOf(request))),
  );
}
