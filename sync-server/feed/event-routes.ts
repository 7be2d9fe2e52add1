import { text } from '../../domain/base/text.ts';
import { scopesOf } from '../../domain/base/scope.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';

const HEARTBEAT_MS = 15_000;
/** So many streams a register has at most: one, and those whose end nobody has noticed yet. The oldest is ended. */
const STREAMS_PER_REGISTER = 3;
/** A client that leaves this many bytes unread has gone without saying so. */
const MAX_UNREAD = 64 * 1024;

/**
 * `GET /v1/events`: server-sent events. `change` carries how far each of the register's scopes has come, at once and
 * whenever one moves. The header carries the token, so clients read it by fetch, not by EventSource.
 */
export function eventRoutes(app: App, { auth, events }: RouteContext): void {
  const open = new Set<() => void>();
  const byRegister = new Map<string, (() => void)[]>();
  app.addHook('preClose', () => {
    for (const end of open) end();
    return Promise.resolve();
  });
  app.get(
    '/v1/events',
    {
      config: { access: 'sync' },
      // A stream is open for hours, which is not slow.
      logLevel: 'warn',
      schema: {
        tags: ['sync'],
        operationId: 'followChanges',
        summary: 'Tells how far the scopes of the register have come (text/event-stream)',
        response: { 200: { description: 'One event for each change.', content: { 'text/event-stream': { schema: text } } } },
      },
    },
    (request, reply) => {
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
        const others = (byRegister.get(registerId) ?? []).filter((one) => one !== end);
        if (others.length > 0) byRegister.set(registerId, others);
        else byRegister.delete(registerId);
        stream.end();
      };
      const write = (text: string): void => {
        stream.write(text);
        if (stream.writableLength > MAX_UNREAD) stream.destroy();
      };
      const heartbeat = setInterval(() => {
        write(': still here\n\n');
        void auth.isWelcome(request).then((welcome) => welcome || end());
      }, HEARTBEAT_MS);
      const unsubscribe = events.subscribe({
        scopes: scopesOf({ registerId, storeId }),
        onMoved: (heads) => write(`event: change\ndata: ${JSON.stringify(heads)}\n\n`),
      });
      open.add(end);
      const streams = [...(byRegister.get(registerId) ?? []), end];
      byRegister.set(registerId, streams);
      if (streams.length > STREAMS_PER_REGISTER) streams[0]?.();
      stream.on('close', end);
    },
  );
}
