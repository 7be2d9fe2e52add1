import { z } from 'zod';
import { listedRegister, registerList } from '../../domain/access/register-protocol.ts';
import { entityId } from '../../domain/base/envelope.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { actorOf } from './actor.ts';
import { forgetRegisterKey, listRegisters, withdrawRegister } from './registers.ts';
import type { App, RouteContext } from './route-context.ts';

const params = z.object({ id: entityId });
const shared = { tags: ['access'] };

function unknownRegister(registerId: string): HttpRefusal {
  return new HttpRefusal(404, {
    code: 'unknown_register',
    message: `There is no register ${registerId}.`,
    field: 'id',
    fix: 'List the registers.',
  });
}

function listRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/registers',
    {
      config: { access: 'registers' },
      schema: { ...shared, operationId: 'listRegisters', summary: 'The registers of all stores', response: { 200: registerList } },
    },
    async () => ({ items: await listRegisters(db) }),
  );
}

function withdrawRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/registers/:id/withdraw',
    {
      config: { access: 'registers' },
      schema: {
        ...shared,
        operationId: 'withdrawRegister',
        summary: 'Shuts a register out for good',
        params,
        response: { 200: listedRegister, 404: errorBody },
        description:
          'Its device says so when it asks again, wipes what it knows of the company, and keeps what it has not sent so that ' +
          'it can be exported.',
      },
    },
    async (request) => {
      const withdrawn = await withdrawRegister(db, request.params.id, actorOf(request));
      if (!withdrawn.ok) throw unknownRegister(request.params.id);
      request.log.warn({ withdrawn: request.params.id }, 'a register was withdrawn');
      return withdrawn.value;
    },
  );
}

function forgetKeyRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/registers/:id/forget-key',
    {
      config: { access: 'registers' },
      schema: {
        ...shared,
        operationId: 'forgetRegisterKey',
        summary: 'Forgets the key of a register whose device has lost it',
        params,
        response: { 200: listedRegister, 404: errorBody },
        description: 'The register names a new key when it starts again. Until then its token alone proves who it is.',
      },
    },
    async (request) => {
      const forgotten = await forgetRegisterKey(db, request.params.id, actorOf(request));
      if (!forgotten.ok) throw unknownRegister(request.params.id);
      request.log.warn({ keyForgotten: request.params.id }, 'the key of a register was forgotten');
      return forgotten.value;
    },
  );
}

/** The head office lists registers, and shuts out those that are lost. */
export function registerRoutes(app: App, context: RouteContext): void {
  listRoute(app, context);
  withdrawRoute(app, context);
  forgetKeyRoute(app, context);
}
