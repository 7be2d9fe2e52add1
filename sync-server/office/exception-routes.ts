import { sql } from 'kysely';
import { exceptionPage, exceptionQuery, officeException, officeOverview, resolveRequest } from '../../domain/office/office-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingOffice } from '../access/auth.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import { waitsForHandOff } from './list-hand-offs.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { listExceptions, readException } from './list-exceptions.ts';
import { type OfficeRefusal, resolveAtOffice } from './resolve-at-office.ts';

const NOT_KNOWN: RefusalText = {
  code: 'unknown_exception',
  message: 'There is no such exception.',
  field: 'exceptionId',
  fix: 'List the exceptions again.',
};

/** What a refusal of the head office's decision is answered with. */
function refusalOf(refusal: OfficeRefusal): HttpRefusal {
  switch (refusal) {
    case 'unknown_exception':
      return new HttpRefusal(404, NOT_KNOWN);
    case 'exception_is_resolved':
      return new HttpRefusal(409, { code: refusal, message: 'Somebody has resolved this exception already.', fix: 'Look at its history.' });
    case 'id_reused':
      return new HttpRefusal(409, {
        code: refusal,
        message: 'Another decision was sent with this operationId.',
        field: 'operationId',
        fix: 'Make a new UUIDv7 for each decision.',
      });
    case 'unknown_sku':
    case 'sku_missing':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This choice needs the SKU of a product in the catalog.',
        field: 'sku',
        fix: 'Enter the SKU of the product that was meant.',
      });
    case 'quantity_not_valid':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This choice needs a quantity of at least 1.',
        field: 'quantity',
        fix: 'Enter how many units.',
      });
    case 'note_missing':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This choice needs a note.',
        field: 'note',
        fix: 'Write down what was found out.',
      });
    case 'choice_not_valid':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This cannot be chosen for this exception.',
        field: 'choice',
        fix: 'Take one of the choices of its kind.',
      });
    default:
      throw new Error(`Resolving an exception was refused: ${refusal}.`);
  }
}

/** The head office looks at the exceptions of all stores, and resolves them. */
export function exceptionRoutes(app: App, { db, auth }: RouteContext): void {
  const security = [{ bearer: [] }];

  app.get(
    '/v1/office',
    {
      onRequest: auth.office,
      schema: {
        tags: ['head office'],
        security,
        summary: 'Who asks, the stores, and how much waits for a person',
        response: { 200: officeOverview },
      },
    },
    async (request) => {
      const stores = await db
        .selectFrom('locations')
        .select(['id', 'name', 'timezone'])
        .where('kind', '=', 'store')
        .orderBy('name')
        .orderBy('id')
        .execute();
      const company = await db.selectFrom('company').select('name').executeTakeFirst();
      const { rows } = await sql<{ open: number; waiting: number; handoffs: number }>`
      select (select count(*)::int from exceptions where resolved_at is null) as open, (select count(*)::int from quarantine
        where applied_at is null) as waiting,
        (select count(*)::int from fulfillment_orders f where ${waitsForHandOff}) as handoffs`.execute(db);
      return {
        name: callingOffice(request),
        company: company?.name ?? '',
        stores,
        openExceptions: rows[0]?.open ?? 0,
        waitingInQuarantine: rows[0]?.waiting ?? 0,
        waitingForHandOff: rows[0]?.handoffs ?? 0,
      };
    },
  );

  app.get(
    '/v1/exceptions',
    {
      onRequest: auth.office,
      schema: {
        tags: ['head office'],
        security,
        summary: 'Exceptions of all stores with their history, the newest first',
        querystring: exceptionQuery,
        response: { 200: exceptionPage, 400: errorBody },
      },
    },
    (request) => listExceptions(db, request.query),
  );

  app.post(
    '/v1/exceptions/resolve',
    {
      onRequest: auth.office,
      schema: {
        tags: ['head office'],
        security,
        summary: 'Resolve an exception for its store',
        description: "The decision becomes an operation in the head office's own journal. The same operationId again changes nothing.",
        body: resolveRequest,
        response: { 200: officeException, 404: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (request) => {
      const resolved = await resolveAtOffice(db, request.body, callingOffice(request));
      if (!resolved.ok) throw refusalOf(resolved.refusal);
      const exception = await readException(db, request.body.exceptionId);
      if (exception === null) throw new HttpRefusal(404, NOT_KNOWN);
      return exception;
    },
  );
}
