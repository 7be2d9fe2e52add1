import { z } from 'zod';
import { entityId, instant } from '../../domain/base/envelope.ts';
import { text } from '../../domain/base/text.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { callingOffice } from './auth.ts';
import { createKey, listKeys, withdrawKey } from './keys.ts';
import type { App, RouteContext } from './route-context.ts';

const scope = z.enum(['web_shop', 'office']);
const key = z.object({ id: z.string(), name: z.string(), scope, createdAt: instant, withdrawnAt: instant.nullable() });
const keys = z.object({ items: z.array(key) });
const newKey = z.strictObject({ name: text.trim().min(1).max(80), scope });
const params = z.object({ id: entityId });
const shared = { tags: ['access'], security: [{ bearer: [] }] };

function listRoute(app: App, { db, auth }: RouteContext): void {
  app.get(
    '/v1/keys',
    { onRequest: auth.office, schema: { ...shared, summary: 'The API keys, without what opens anything', response: { 200: keys } } },
    async () => ({ items: await listKeys(db) }),
  );
}

function createRoute(app: App, { db, auth }: RouteContext): void {
  app.post(
    '/v1/keys',
    {
      onRequest: auth.office,
      schema: {
        ...shared,
        summary: 'Makes an API key; it is told only here',
        body: newKey,
        description: "web_shop opens orders and availability; office opens everything that is not a register's.",
        response: { 201: key.extend({ key: z.string() }) },
      },
    },
    async (request, reply) => {
      const made = await createKey(db, request.body.name, request.body.scope);
      request.log.warn({ made: made.id, by: callingOffice(request) }, 'an API key was made');
      return reply.code(201).send(made);
    },
  );
}

function withdrawRoute(app: App, { db, auth }: RouteContext): void {
  app.post(
    '/v1/keys/:id/withdraw',
    {
      onRequest: auth.office,
      schema: { ...shared, summary: 'Ends an API key', params, response: { 200: key, 404: errorBody, 409: errorBody } },
    },
    async (request) => {
      const withdrawn = await withdrawKey(db, request.params.id, new Date());
      if (withdrawn.ok) {
        request.log.warn({ withdrawn: request.params.id, by: callingOffice(request) }, 'an API key was withdrawn');
        return withdrawn.value;
      }
      throw withdrawn.refusal === 'unknown_key'
        ? new HttpRefusal(404, {
            code: 'unknown_key',
            message: `There is no key ${request.params.id}.`,
            field: 'id',
            fix: 'List the keys.',
          })
        : new HttpRefusal(409, {
            code: 'last_office_key',
            message: 'This is the last key of the head office.',
            field: 'id',
            fix: 'Make another one first.',
          });
    },
  );
}

/** The head office makes, lists and ends API keys. */
export function keyRoutes(app: App, context: RouteContext): void {
  listRoute(app, context);
  createRoute(app, context);
  withdrawRoute(app, context);
}
