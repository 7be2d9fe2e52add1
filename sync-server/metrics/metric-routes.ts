import { collectDefaultMetrics, Registry } from 'prom-client';
import { z } from 'zod';
import type { App, RouteContext } from '../access/route-context.ts';
import { measureRequests } from './http-metrics.ts';
import { measurePool } from './pool-metrics.ts';

/** Memory, processor and event loop belong to the process, however many servers run in it. */
let ofProcess: Registry | null = null;

function processMetrics(): Registry {
  if (ofProcess === null) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** `GET /metrics`, in the text format of Prometheus, for a key of the head office. */
export function metricRoutes(app: App, { db }: RouteContext): void {
  const registry = new Registry();
  measureRequests(app, registry);
  measurePool(db, registry);
  app.get(
    '/metrics',
    {
      config: { access: 'metrics' },
      logLevel: 'warn',
      schema: {
        tags: ['health'],
        operationId: 'readMetrics',
        summary: 'Measurements, in the text format of Prometheus',
        response: { 200: z.string() },
      },
    },
    async (_request, reply) => {
      const all = Registry.merge([processMetrics(), registry]);
      return reply.type(all.contentType).send(await all.metrics());
    },
  );
}
