import { idParams, keyList, listedKey, madeKey, newKey } from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { actorOf } from './actor.ts';
import { createKey, listKeys, withdrawKey, type WithdrawKeyRefusal } from './keys.ts';
import type { App, RouteContext } from './route-context.ts';
import { scopeNotYours } from './scope-not-yours.ts';

const config = { access: 'keys' } as const;
const tags = ['access'];

function listRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/keys',
    { config, schema: { tags, operationId: 'listKeys', summary: 'The API keys, without what opens anything', response: { 200: keyList } } },
    async () => ({ items: await listKeys(db) }),
  );
}

function createRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/keys',
    {
      config,
      schema: {
        tags,
        operationId: 'makeKey',
        summary: 'Makes an API key; it is told only here',
        body: newKey,
        description: 'A key can have only scopes that its maker has.',
        response: { 201: madeKey, 403: errorBody },
      },
    },
    async (request, reply) => {
      const made = await createKey(db, request.body, actorOf(request));
      if (!made.ok) throw scopeNotYours();
      request.log.warn({ made: made.value.id }, 'an API key was made');
      return reply.code(201).send(made.value);
    },
  );
}

function refusalOf(refusal: WithdrawKeyRefusal, id: string): HttpRefusal {
  switch (refusal) {
    case 'scope_not_yours':
      return scopeNotYours();
    case 'unknown_key':
      return new HttpRefusal(404, { code: refusal, message: `There is no key ${id}.`, field: 'id', fix: 'List the keys.' });
    case 'last_office_key':
      return new HttpRefusal(409, {
        code: refusal,
        message: 'This is the last key of the head office.',
        field: 'id',
        fix: 'Make another one first.',
      });
  }
}

function withdrawRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/keys/:id/withdraw',
    {
      config,
      schema: {
        tags,
        operationId: 'withdrawKey',
        summary: 'Ends an API key',
        params: idParams,
        response: { 200: listedKey, 403: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const { id } = request.params;
      const withdrawn = await withdrawKey(db, id, actorOf(request), new Date());
      if (!withdrawn.ok) throw refusalOf(withdrawn.refusal, id);
      request.log.warn({ withdrawn: id }, 'an API key was withdrawn');
      return withdrawn.value;
    },
  );
}

/** The head office makes, lists and ends API keys. */
export function keyRoutes(app: App, context: RouteContext): void {
  listRoute(app, context);
  createRoute(app, context);
  withdrawRoute(app, context);
}
