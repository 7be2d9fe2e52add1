import { z } from 'zod';
import { idParams } from '../../domain/access/access-protocol.ts';
import { entityId } from '../../domain/base/envelope.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { journalEntry, tillReportAnswer, tillReportQuery, watchedPage, watchedQuery } from '../../domain/reports/report-protocol.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import type { Db } from '../db/database.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { readTillReport } from './read-till-report.ts';
import { readWatched } from './read-watched.ts';

const tags = ['reports'];

const entryOf = z.object({ registerId: entityId, seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

async function readEntry(db: Db, storeId: string, { registerId, seq }: z.infer<typeof entryOf>): Promise<{ operation: unknown }> {
  const row = await db
    .selectFrom('operations')
    .select('body')
    .where('store_id', '=', storeId)
    .where('register_id', '=', registerId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (row !== undefined) return { operation: row.body };
  throw new HttpRefusal(404, {
    code: 'not_found',
    message: 'There is no such entry in the journals of this store.',
    field: 'seq',
    fix: 'Read the list again.',
  });
}

const OF_DAYS = 'By business date: a shift counts whole on the day on which it was opened. Open shifts count with what has arrived.';

/** A register reads the reports of its own store. Who may look at them, it asks its table of roles (`report.read`). */
function ownStoreRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/till-report',
    {
      config: { access: 'sync' },
      schema: {
        tags,
        operationId: 'readOwnTillReport',
        summary: 'A register reads what its store sold over some days',
        description: OF_DAYS,
        querystring: tillReportQuery,
        response: { 200: tillReportAnswer, 400: errorBody },
      },
    },
    (request) => readTillReport(db, callingRegister(request).storeId, request.query),
  );
  app.get(
    '/v1/till-report/watched',
    {
      config: { access: 'sync' },
      schema: {
        tags,
        operationId: 'readOwnWatched',
        summary: 'A register reads the voids, returns, prices by hand and openings of the drawer in its store',
        querystring: watchedQuery,
        response: { 200: watchedPage, 400: errorBody },
      },
    },
    (request) => readWatched(db, callingRegister(request).storeId, request.query),
  );
  app.get(
    '/v1/till-report/entries/:registerId/:seq',
    {
      config: { access: 'sync' },
      schema: {
        tags,
        operationId: 'readOwnJournalEntry',
        summary: 'A register reads an entry in the journal of a register of its store',
        params: entryOf,
        response: { 200: journalEntry, 400: errorBody, 404: errorBody },
      },
    },
    (request) => readEntry(db, callingRegister(request).storeId, request.params),
  );
}

/** What stores sold, and who did what there: for the head office. */
export function reportRoutes(app: App, context: RouteContext): void {
  const { db } = context;
  ownStoreRoutes(app, context);
  app.get(
    '/v1/stores/:id/till-report',
    {
      config: { access: 'reports' },
      schema: {
        tags,
        operationId: 'readTillReport',
        summary: 'What a store sold over some days: by day, hour, associate, tender, department and register',
        description: OF_DAYS,
        params: idParams,
        querystring: tillReportQuery,
        response: { 200: tillReportAnswer, 400: errorBody },
      },
    },
    (request) => readTillReport(db, request.params.id, request.query),
  );
  app.get(
    '/v1/stores/:id/till-report/watched',
    {
      config: { access: 'reports' },
      schema: {
        tags,
        operationId: 'readWatched',
        summary: 'The voids, returns, prices by hand and openings of the drawer in a store, the newest first',
        params: idParams,
        querystring: watchedQuery,
        response: { 200: watchedPage, 400: errorBody },
      },
    },
    (request) => readWatched(db, request.params.id, request.query),
  );
  app.get(
    '/v1/stores/:id/till-report/entries/:registerId/:seq',
    {
      config: { access: 'reports' },
      schema: {
        tags,
        operationId: 'readJournalEntry',
        summary: 'An entry in the journal of a register of the store, as it was written',
        params: idParams.extend(entryOf.shape),
        response: { 200: journalEntry, 400: errorBody, 404: errorBody },
      },
    },
    (request) => readEntry(db, request.params.id, request.params),
  );
}
