import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';

/** Upper bounds in seconds: a scan's worth, a person's patience, a register's time-out. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 30];

/** Counts requests and times them, by the pattern of their address and never by the address itself: ids would make millions. */
export function measureRequests(app: Pick<FastifyInstance, 'addHook'>, registry: Registry): void {
  const labelNames = ['method', 'route', 'status'] as const;
  const seconds = new Histogram({
    name: 'outpost_http_request_seconds',
    help: 'How long requests took, by route.',
    labelNames: [...labelNames],
    buckets: BUCKETS,
    registers: [registry],
  });
  const broken = new Counter({
    name: 'outpost_http_requests_aborted_total',
    help: 'Requests that ended before they were answered.',
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  app.addHook('onRequestAbort', (_request, done) => {
    broken.inc();
    done();
  });
}
