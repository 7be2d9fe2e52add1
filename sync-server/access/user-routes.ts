import { idParams, listedUser, newUser, scopesRequest, userList, userWithPassword } from '../../domain/access/access-protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { actorOf } from './actor.ts';
import type { App, RouteContext } from './route-context.ts';
import { scopeNotYours } from './scope-not-yours.ts';
import { changeScopes, type ChangeUserRefusal, createUser, listUsers, resetPassword, resetSecondFactor, withdrawUser } from './users.ts';

const config = { access: 'users' } as const;
const tags = ['access'];
const refusals = { 403: errorBody, 404: errorBody, 409: errorBody };

function refusalOf(refusal: ChangeUserRefusal, id: string): HttpRefusal {
  switch (refusal) {
    case 'scope_not_yours':
      return scopeNotYours();
    case 'unknown_user':
      return new HttpRefusal(404, { code: refusal, message: `There is no user ${id}.`, field: 'id', fix: 'List the users.' });
    case 'last_manager':
      return new HttpRefusal(409, {
        code: refusal,
        message: 'This is the last one who can manage users or keys.',
        field: 'id',
        fix: 'Let somebody else do it first.',
      });
  }
}

/** What came of a change. @throws HttpRefusal */
function changed<T>(result: Result<T, ChangeUserRefusal>, id: string): T {
  if (result.ok) return result.value;
  throw refusalOf(result.refusal, id);
}

function listAndCreateRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/users',
    { config, schema: { tags, operationId: 'listUsers', summary: 'The users of the head office', response: { 200: userList } } },
    async () => ({
      items: await listUsers(db),
    }),
  );
  app.post(
    '/v1/users',
    {
      config,
      schema: {
        tags,
        operationId: 'makeUser',
        summary: 'Makes a user of the head office; the password is told only here',
        description: 'A user can have only scopes that their maker has. The password is changed at the first sign-in.',
        body: newUser,
        response: { 201: userWithPassword, 403: errorBody, 409: errorBody },
      },
    },
    async (request, reply) => {
      const made = await createUser(db, request.body, actorOf(request));
      if (made.ok) return reply.code(201).send(made.value);
      if (made.refusal === 'scope_not_yours') throw scopeNotYours();
      throw new HttpRefusal(409, {
        code: made.refusal,
        message: 'There is a user with this name.',
        field: 'name',
        fix: 'Choose another name, or withdraw the user of that name.',
      });
    },
  );
}

function changeRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/users/:id/scopes',
    {
      config,
      schema: {
        tags,
        operationId: 'changeUserScopes',
        summary: 'Changes what a user may do',
        params: idParams,
        body: scopesRequest,
        response: { 200: listedUser, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params;
      return changed(await changeScopes(db, id, request.body.scopes, actorOf(request), new Date()), id);
    },
  );
  app.post(
    '/v1/users/:id/withdraw',
    {
      config,
      schema: {
        tags,
        operationId: 'withdrawUser',
        summary: 'Ends a user for good',
        params: idParams,
        response: { 200: listedUser, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params;
      const user = changed(await withdrawUser(db, id, actorOf(request), new Date()), id);
      request.log.warn({ withdrawn: id }, 'an office user was withdrawn');
      return user;
    },
  );
}

function resetRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/users/:id/reset-password',
    {
      config,
      schema: {
        tags,
        operationId: 'resetUserPassword',
        summary: 'Makes a new password for a user; it is told only here',
        description: 'The user has to change it at the next sign-in.',
        params: idParams,
        response: { 200: userWithPassword, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params;
      return changed(await resetPassword(db, id, actorOf(request)), id);
    },
  );
  app.post(
    '/v1/users/:id/reset-second-factor',
    {
      config,
      schema: {
        tags,
        operationId: 'resetUserSecondFactor',
        summary: 'Takes the second factor of a user away, whose telephone was lost',
        params: idParams,
        response: { 200: listedUser, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params;
      const user = changed(await resetSecondFactor(db, id, actorOf(request)), id);
      request.log.warn({ secondFactorOf: id }, 'the second factor of an office user was taken away');
      return user;
    },
  );
}

/** The head office lists, makes, changes and ends its users. */
export function userRoutes(app: App, context: RouteContext): void {
  listAndCreateRoutes(app, context);
  changeRoutes(app, context);
  resetRoutes(app, context);
}
