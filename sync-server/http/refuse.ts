import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ErrorBody } from '../../domain/wire/protocol.ts';
import { isDatabaseAway } from '../db/database-away.ts';

/** What a refusal says: a code for programs, a sentence for people, the field that is wrong and what to do about it. */
export type RefusalText = ErrorBody['error'];

/** Thrown by routes to refuse a request; the error handler turns it into the answer. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, text: RefusalText) {
    super(text.message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.body = { error: text };
  }
}

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 5 * 1024 * 1024;

/** What fastify itself refuses, before a route is reached. */
const OWN: Record<string, { readonly status: number; readonly text: RefusalText }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    text: { code: 'body_too_large', message: `The body is larger than ${BODY_LIMIT / 1024 / 1024} MB.`, fix: 'Send less at once, in several requests.' },
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, text: { code: 'bad_json', message: 'The body is not valid JSON.', fix: 'Send one JSON document in UTF-8.' } },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, text: { code: 'bad_json', message: 'The body is empty.', fix: 'Send one JSON document in UTF-8.' } },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    text: { code: 'unsupported_media_type', message: 'The body is not declared as JSON.', field: 'Content-Type', fix: 'Send Content-Type: application/json.' },
  },
};

function fieldOf(instancePath: string): string {
  return instancePath.split('/').filter((part) => part !== '').join('.');
}

/** What an error is answered with. Anything unexpected is logged whole and told to nobody. */
export function answerError(error: FastifyError | HttpRefusal, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof HttpRefusal) {
    void reply.code(error.status).send(error.body);
    return;
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const field = fieldOf(first?.instancePath ?? '');
    const text: RefusalText = { code: 'bad_request', message: first?.message ?? 'The request is not valid.', fix: 'See /docs for what this address takes.' };
    void reply.code(400).send({ error: field === '' ? text : { ...text, field } });
    return;
  }
  const own = OWN[error.code];
  if (own !== undefined) {
    void reply.code(own.status).send({ error: own.text });
    return;
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    // What is left of fastify's own refusals: a forbidden key in the JSON, a length that does not match, a bad address.
    const code = error.name === 'SyntaxError' ? 'bad_json' : 'bad_request';
    void reply.code(error.statusCode).send({ error: { code, message: error.message } });
    return;
  }
  if (isDatabaseAway(error)) {
    request.log.warn({ reason: error.message }, 'the database is away; the request was put off');
    const text: RefusalText = { code: 'database_away', message: 'The database does not answer.', fix: 'Send the same again in a few seconds.' };
    void reply.code(503).header('retry-after', '2').send({ error: text });
    return;
  }
  request.log.error({ err: error }, 'request failed');
  void reply.code(500).send({ error: { code: 'internal', message: 'Something went wrong in the server.', fix: 'Try again; the log of the server says more.' } });
}
