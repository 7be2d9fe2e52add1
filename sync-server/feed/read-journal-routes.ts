import { errorBody } from '../../domain/protocol/protocol.ts';
import { readBackRequest, readBackResponse } from '../../domain/protocol/read-back.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { readJournal } from './read-journal.ts';

/** Gives a register back what it sent: its journal is rebuilt from that (rule R5). */
export function readJournalRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/journal',
    {
      config: { access: 'sync' },
      schema: {
        tags: ['sync'],
        operationId: 'readJournal',
        summary: "Gives a register's own operations back",
        querystring: readBackRequest,
        response: { 200: readBackResponse, 409: errorBody },
      },
    },
    async (request) => {
      const { after, limit } = request.query;
      return { ...(await readJournal(db, callingRegister(request).registerId, after, limit)), serverTime: new Date().toISOString() };
    },
  );
}
