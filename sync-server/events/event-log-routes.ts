import { eventLogPage, eventLogQuery } from '../../domain/office/event-log-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { readEvents } from './read-events.ts';

/** Other systems of the company follow what has happened (rule E1). */
export function eventLogRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/event-log',
    {
      config: { access: 'events' },
      schema: {
        tags: ['head office'],
        operationId: 'readEventLog',
        summary: 'What happened, in the order in which it was written: ids only',
        description:
          'Give back `epoch` and `seq` of the last answer to go on behind it. After a restore of the database, events may come again.',
        querystring: eventLogQuery,
        response: { 200: eventLogPage, 400: errorBody },
      },
    },
    async (request) => {
      const { epoch = null, seq, limit } = request.query;
      const { events, cursor } = await readEvents(db, { epoch, seq }, limit);
      return { events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })), ...cursor };
    },
  );
}
