import type { FastifyBaseLogger, FastifySerializerCompiler } from 'fastify';
import type { z } from 'zod';

/**
 * Writes answers in the shape that their route documents. An answer that does not fit is logged and given all the same:
 * when it is written the change has been committed, and a committed change is never answered as a failure.
 */
export function createAnswerSerializer(logger: FastifyBaseLogger): FastifySerializerCompiler<z.ZodType> {
  return ({ schema, method, url, httpStatus }) =>
    (answer: unknown) => {
      const fits = schema.safeEncode(answer as never);
      if (!fits.success)
        logger.error({ method, url, httpStatus, issues: fits.error.issues.slice(0, 5) }, 'an answer does not fit the schema of its route');
      return JSON.stringify(fits.success ? fits.data : answer);
    };
}
