import { z } from 'zod';
import { entityId, instant } from '../../domain/base/envelope.ts';
import { text } from '../../domain/base/text.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingOffice } from './auth.ts';
import { HttpRefusal } from '../http/refuse.ts';
import type { App, RouteContext } from './route-context.ts';
import { createKey, listKeys, withdrawKey } from './keys.ts';
import { forgetRegisterKey, listRegisters, withdrawRegister } from './registers.ts';

const register = z.object({
  id: z.string(),
  prefix: z.string(),
  storeId: z.string(),
  storeName: z.string(),
  status: z.enum(['active', 'cloned', 'withdrawn']),
  enrolledAt: instant,
  lastSeenAt: instant,
  signs: z.boolean(),
  operations: z.number(),
});
const scope = z.enum(['web_shop', 'office']);
const key = z.object({ id: z.string(), name: z.string(), scope, createdAt: instant, withdrawnAt: instant.nullable() });
const id = z.object({ id: entityId });

function unknownRegister(registerId: string): HttpRefusal {
  return new HttpRefusal(404, {
    code: 'unknown_register',
    message: `There is no register ${registerId}.`,
    field: 'id',
    fix: 'List the registers.',
  });
}

/** Who may ask the server: the head office lists registers and keys, and shuts out those that are lost. */
export function accessRoutes(app: App, { db, auth }: RouteContext): void {
  const shared = { tags: ['access'], security: [{ bearer: [] }] };

  app.get(
    '/v1/registers',
    {
      onRequest: auth.office,
      schema: { ...shared, summary: 'The registers of all stores', response: { 200: z.object({ items: z.array(register) }) } },
    },
    async () => ({ items: await listRegisters(db) }),
  );

  app.post(
    '/v1/registers/:id/withdraw',
    {
      onRequest: auth.office,
      schema: {
        ...shared,
        summary: 'Shuts a register out for good',
        params: id,
        response: { 200: register, 404: errorBody },
        description:
          'Its device says so when it asks again, wipes what it knows of the company, and keeps what it has not sent so that ' +
          'it can be exported.',
      },
    },
    async (request) => {
      const withdrawn = await withdrawRegister(db, request.params.id);
      if (!withdrawn.ok) throw unknownRegister(request.params.id);
      request.log.warn({ withdrawn: request.params.id, by: callingOffice(request) }, 'a register was withdrawn');
      return withdrawn.value;
    },
  );

  app.post(
    '/v1/registers/:id/forget-key',
    {
      onRequest: auth.office,
      schema: {
        ...shared,
        summary: 'Forgets the key of a register whose device has lost it',
        params: id,
        response: { 200: register, 404: errorBody },
        description: 'The register names a new key when it starts again. Until then its token alone proves who it is.',
      },
    },
    async (request) => {
      const forgotten = await forgetRegisterKey(db, request.params.id);
      if (!forgotten.ok) throw unknownRegister(request.params.id);
      request.log.warn({ keyForgotten: request.params.id, by: callingOffice(request) }, 'the key of a register was forgotten');
      return forgotten.value;
    },
  );

  app.get(
    '/v1/keys',
    {
      onRequest: auth.office,
      schema: { ...shared, summary: 'The API keys, without what opens anything', response: { 200: z.object({ items: z.array(key) }) } },
    },
    async () => ({ items: await listKeys(db) }),
  );

  app.post(
    '/v1/keys',
    {
      onRequest: auth.office,
      schema: {
        ...shared,
        summary: 'Makes an API key; it is told only here',
        body: z.strictObject({ name: text.trim().min(1).max(80), scope }),
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

  app.post(
    '/v1/keys/:id/withdraw',
    {
      onRequest: auth.office,
      schema: { ...shared, summary: 'Ends an API key', params: id, response: { 200: key, 404: errorBody, 409: errorBody } },
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
