import { scopesOf } from '../../domain/replica/documents.ts';
import { callingRegister } from '../http/auth.ts';
import type { App, RouteContext } from '../http/route-context.ts';

const HEARTBEAT_MS = 15_000;
/** A client that leaves this many bytes unread has gone without saying so. */
const MAX_UNREAD = 64 * 1024;

/**
 * `GET /v1/events`: server-sent events. `change` carries how far each of the register's scopes has come, at once and
 * whenever one moves. The header carries the token, so clients read it by fetch, not by EventSource.
 */
export function eventRoutes(app: App, { auth, events }: RouteContext): void {
  const open = new Set<() => void>();
  app.addHook('preClose', () => {
    for (const end of open) end();
    return Promise.resolve();
  });
  app.get('/v1/events', {
    onRequest: auth.register,
    schema: { tags: ['sync'], summary: 'Tells how far the scopes of the register have come (text/event-stream)', security: [{ bearer: [] }] },
  }, (request, reply) => {
    const { registerId, storeId } = callingRegister(request);
    reply.hijack();
    const stream = reply.raw;
    // What hooks have set so far, such as the headers for other origins, would be lost with the reply.
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) stream.setHeader(name, value);
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    stream.flushHeaders();
    const end = (): void => {
      clearInterval(heartbeat);
      unsubscribe();
      open.delete(end);
      stream.end();
    };
    const write = (text: string): void => {
      stream.write(text);
      if (stream.writableLength > MAX_UNREAD) stream.destroy();
    };
    const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
    const unsubscribe = events.subscribe({
      scopes: scopesOf({ registerId, storeId }),
      tell: (heads) => write(`event: change\ndata: ${JSON.stringify(heads)}\n\n`),
    });
    open.add(end);
    stream.on('close', end);
  });
}
