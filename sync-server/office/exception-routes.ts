import { exceptionPage, exceptionQuery, officeException, officeOverview, resolveRequest } from '../../domain/office/office-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import { scopesOfCaller } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { exceptionRefusal, NOT_KNOWN } from './exception-refusal.ts';
import { listExceptions, readException } from './list-exceptions.ts';
import { readOverview } from './read-overview.ts';
import { resolveAtOffice } from './resolve-at-office.ts';

const shared = { tags: ['head office'] };

function overviewRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/office',
    {
      config: { access: 'office.read' },
      schema: {
        ...shared,
        operationId: 'readOffice',
        summary: 'Who asks, the stores, and how much waits for a person',
        response: { 200: officeOverview },
      },
    },
    (request) => readOverview(db, { name: actorOf(request).name, scopes: scopesOfCaller(request) }),
  );
}

function listRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/exceptions',
    {
      config: { access: 'office.read' },
      schema: {
        ...shared,
        operationId: 'listExceptions',
        summary: 'Exceptions of all stores with their history, the newest first',
        querystring: exceptionQuery,
        response: { 200: exceptionPage, 400: errorBody },
      },
    },
    (request) => listExceptions(db, request.query),
  );
}

function resolveRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/exceptions/resolve',
    {
      config: { access: 'office' },
      schema: {
        ...shared,
        operationId: 'resolveException',
        summary: 'Resolve an exception for its store',
        description: "The decision becomes an operation in the head office's own journal. The same operationId again changes nothing.",
        body: resolveRequest,
        response: { 200: officeException, 404: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (request) => {
      const resolved = await resolveAtOffice(db, request.body, actorOf(request));
      if (!resolved.ok) throw exceptionRefusal(resolved.refusal);
      const exception = await readException(db, request.body.exceptionId);
      if (exception === null) throw new HttpRefusal(404, NOT_KNOWN);
      return exception;
    },
  );
}

/** The head office looks at the exceptions of all stores, and resolves them. */
export function exceptionRoutes(app: App, context: RouteContext): void {
  overviewRoute(app, context);
  listRoute(app, context);
  resolveRoute(app, context);
}
