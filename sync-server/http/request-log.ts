import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';

/** From this time on (milliseconds) an answer counts as slow. */
const SLOW_MS = 1_000;

interface RawRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}

/** The logger of a request: each of its lines says what was asked for. What stands behind the question mark is left out. */
export function requestLogger(
  logger: FastifyBaseLogger,
  bindings: Record<string, unknown>,
  options: object,
  raw: RawRequest,
): FastifyBaseLogger {
  return logger.child({ ...bindings, method: raw.method, path: (raw.url ?? '').split('?')[0]?.slice(0, 200) }, options);
}

/** From here on each line about this request says who asked. */
export function nameCaller(request: FastifyRequest, who: Record<string, string>): void {
  request.log = request.log.child(who);
}

/**
 * A request that goes well and quickly leaves no line, unless everything is logged (debug); a slow one leaves one. What
 * fails is logged where it is answered.
 */
export function logRequests(app: Pick<FastifyInstance, 'addHook'>): void {
  app.addHook('onRequest', (request, _reply, done) => {
    request.log.debug({ ip: request.ip }, 'a request has come');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime);
    if (ms >= SLOW_MS) request.log.info({ ms, status: reply.statusCode, ip: request.ip }, 'a slow answer');
    done();
  });
}
