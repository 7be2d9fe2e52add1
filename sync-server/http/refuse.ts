import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ErrorBody } from '../../domain/protocol/protocol.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import type { DiskWatch } from './disk-watch.ts';

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

/** The largest body that is read, in bytes, where a route says nothing else: an address that needs more names it. */
export const SMALL_BODY = 64 * 1024;
/** That of an order with as many lines as there may be. */
export const ORDER_BODY = 2 * 1024 * 1024;
/** That of a register's operations. */
export const OPERATIONS_BODY = 5 * 1024 * 1024;

/** What fastify itself refuses, before a route is reached. */
const OWN: Record<string, { readonly status: number; readonly text: RefusalText }> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    text: { code: 'bad_json', message: 'The body is not valid JSON.', fix: 'Send one JSON document in UTF-8.' },
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    text: { code: 'bad_json', message: 'The body is empty.', fix: 'Send one JSON document in UTF-8.' },
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    text: {
      code: 'unsupported_media_type',
      message: 'The body is not declared as JSON.',
      field: 'Content-Type',
      fix: 'Send Content-Type: application/json.',
    },
  },
};

function fieldOf(instancePath: string): string {
  return instancePath
    .split('/')
    .filter((part) => part !== '')
    .join('.');
}

function tooLarge(limit: number): RefusalText {
  const words = limit >= 1024 * 1024 ? `${limit / 1024 / 1024} MB` : `${Math.floor(limit / 1024)} KB`;
  return { code: 'body_too_large', message: `The body is larger than ${words}.`, fix: 'Send less at once, in several requests.' };
}

/** Answers errors. @param disk told of each that nobody expected. */
export function createErrorHandler(disk: DiskWatch) {
  return (error: FastifyError | HttpRefusal, request: FastifyRequest, reply: FastifyReply): void =>
    answerError(disk, error, request, reply);
}

/** What an error is answered with. Anything unexpected is logged whole and told to nobody. */
function answerError(disk: DiskWatch, error: FastifyError | HttpRefusal, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof HttpRefusal) {
    void reply.code(error.status).send(error.body);
    return;
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const field = fieldOf(first?.instancePath ?? '');
    const text: RefusalText = {
      code: 'bad_request',
      message: first?.message ?? 'The request is not valid.',
      fix: 'See /docs for what this address takes.',
    };
    void reply.code(400).send({ error: field === '' ? text : { ...text, field } });
    return;
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    void reply.code(413).send({ error: tooLarge(request.routeOptions.bodyLimit) });
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
  if (disk.failed(error)) {
    request.log.warn({ reason: error.message }, 'a disk is full; the request was put off');
    const text: RefusalText = {
      code: 'disk_full',
      message: 'The disk of the server is full.',
      fix: 'Make room on it, and send the same again.',
    };
    void reply.code(503).header('retry-after', '10').send({ error: text });
    return;
  }
  if (isDatabaseAway(error)) {
    request.log.warn({ reason: error.message }, 'the database is away; the request was put off');
    const text: RefusalText = {
      code: 'database_away',
      message: 'The database does not answer.',
      fix: 'Send the same again in a few seconds.',
    };
    void reply.code(503).header('retry-after', '2').send({ error: text });
    return;
  }
  request.log.error({ err: error }, 'request failed');
  void reply.code(500).send({
    error: { code: 'internal', message: 'Something went wrong in the server.', fix: 'Try again; the log of the server says more.' },
  });
}
