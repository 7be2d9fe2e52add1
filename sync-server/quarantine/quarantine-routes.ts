import { Readable } from 'node:stream';
import { z } from 'zod';
import { quarantineDetail, quarantinePage, quarantineQuery, replayAnswer, replayRequest } from '../../domain/office/office-protocol.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import { HttpRefusal } from '../http/refuse.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { exportQuarantine, listQuarantine, readQuarantined } from './list-quarantine.ts';
import { replayOperations } from './replay-operation.ts';
import { text } from '../../domain/base/text.ts';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
/** `1,2,3`: the numbers of what is wanted. */
const ids = text
  .regex(/^\d{1,15}(,\d{1,15}){0,999}$/, 'Numbers with commas between them, 1000 at most.')
  .transform((text) => text.split(',').map(Number))
  .optional();
const shared = { tags: ['head office'] };

function listRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/quarantine',
    {
      config: { access: 'office.read' },
      schema: {
        ...shared,
        operationId: 'listQuarantine',
        summary: 'What is in quarantine, the newest first',
        querystring: quarantineQuery,
        response: { 200: quarantinePage, 400: errorBody },
      },
    },
    (request) => listQuarantine(db, request.query),
  );
}

function readRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/quarantine/:id',
    {
      config: { access: 'office.read' },
      schema: {
        ...shared,
        operationId: 'readQuarantined',
        summary: 'One of them, whole, with everything that was tried',
        params: z.object({ id }),
        response: { 200: quarantineDetail, 404: errorBody },
      },
    },
    async (request) => {
      const found = await readQuarantined(db, request.params.id);
      if (found !== null) return found;
      throw new HttpRefusal(404, {
        code: 'unknown_quarantine',
        message: `Nothing in quarantine has number ${request.params.id}.`,
        field: 'id',
        fix: 'List the quarantine again.',
      });
    },
  );
}

function exportRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/quarantine/export',
    {
      config: { access: 'office.read' },
      schema: {
        ...shared,
        operationId: 'exportQuarantine',
        summary: 'All of it, or what is asked for, as a JSON file',
        querystring: quarantineQuery.omit({ after: true, limit: true }).extend({ ids }),
        response: { 200: z.unknown(), 400: errorBody },
      },
    },
    (request, reply) => {
      const now = new Date();
      void reply.header('content-disposition', `attachment; filename="quarantine-${dateInZone(now, 'UTC')}.json"`);
      const { ids: chosen, ...query } = request.query;
      return reply.type('application/json; charset=utf-8').send(Readable.from(exportQuarantine(db, query, chosen, now)));
    },
  );
}

function replayRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/quarantine/replay',
    {
      config: { access: 'office' },
      schema: {
        ...shared,
        operationId: 'replayQuarantined',
        summary: "Judge operations again with today's code and data",
        description:
          'What passes now has its effect, once, in the place it has held all along. What does not stays as it is, and the ' +
          'answer says why.',
        body: replayRequest,
        response: { 200: replayAnswer, 400: errorBody },
      },
    },
    async (request) => ({ results: await replayOperations(db, request.body.ids, actorOf(request)) }),
  );
}

/** The head office looks at what could not be applied, exports it, and replays it after a fix (rule J6). */
export function quarantineRoutes(app: App, context: RouteContext): void {
  listRoute(app, context);
  readRoute(app, context);
  exportRoute(app, context);
  replayRoute(app, context);
}
