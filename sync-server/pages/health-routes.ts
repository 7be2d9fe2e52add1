import { sql } from 'kysely';
import { z } from 'zod';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import type { App, RouteContext } from '../access/route-context.ts';

const ok = z.object({ status: z.literal('ok') });

/** `GET /healthz`: the process runs. `GET /readyz`: it can do its work. */
export function healthRoutes(app: App, { db, disk }: RouteContext): void {
  let closing = false;
  app.addHook('preClose', () => {
    closing = true;
    return Promise.resolve();
  });
  app.get(
    '/healthz',
    {
      config: { access: 'public' },
      logLevel: 'warn',
      schema: { tags: ['health'], operationId: 'readHealth', summary: 'The process runs', response: { 200: ok } },
    },
    () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    {
      config: { access: 'public' },
      logLevel: 'warn',
      schema: {
        tags: ['health'],
        operationId: 'readReadiness',
        summary: 'The database answers and can write',
        response: { 200: ok, 503: errorBody },
      },
    },
    async (request) => {
      const notReady = (message: string): HttpRefusal =>
        new HttpRefusal(503, { code: 'not_ready', message, fix: 'Try again in a few seconds.' });
      const full = new HttpRefusal(503, {
        code: 'disk_full',
        message: 'The disk of the server is full.',
        fix: 'Make room on it; the server then goes on by itself.',
      });
      if (closing) throw notReady('The server is stopping.');
      try {
        if (await disk.isFull()) throw full;
        await sql`select 1`.execute(db);
      } catch (error) {
        if (error === full || disk.failed(error)) throw full;
        request.log.warn({ err: error }, 'the database does not answer');
        throw notReady('The database does not answer.');
      }
      return { status: 'ok' as const };
    },
  );
}
