import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type ErrorBody, FAULT_LIMIT, type RequestFault } from '../../domain/protocol/protocol.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { describeIssues } from './describe-issues.ts';
import type { DiskWatch } from './disk-watch.ts';

/** What a refusal says: a code for programs, a sentence for people, the field that is wrong and what to do about it. */
export type RefusalText = RequestFault;

/** The body of a refusal. @param others what else is wrong. */
export function refusalBody(first: RefusalText, others: readonly RefusalText[] = []): ErrorBody {
  return { error: first, errors: [first, ...others].slice(0, FAULT_LIMIT) };
}

/** Thrown by routes to refuse a request; the error handler turns it into the answer. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  /** @param others what else is wrong with the request. */
  constructor(status: number, text: RefusalText, others: readonly RefusalText[] = []) {
    super(text.message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.body = refusalBody(text, others);
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
    const [first, ...others] = describeIssues(error.validation, 'bad_request');
    void reply.code(400).send(refusalBody(first, others));
    return;
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    void reply.code(413).send(refusalBody(tooLarge(request.routeOptions.bodyLimit)));
    return;
  }
  const own = OWN[error.code];
  if (own !== undefined) {
    void reply.code(own.status).send(refusalBody(own.text));
    return;
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    // What is left of fastify's own refusals: a forbidden key in the JSON, a length that does not match, a bad address.
    const code = error.name === 'SyntaxError' ? 'bad_json' : 'bad_request';
    void reply.code(error.statusCode).send(refusalBody({ code, message: error.message }));
    return;
  }
  if (disk.failed(error)) {
    request.log.warn({ reason: error.message }, 'a disk is full; the request was put off');
    const text: RefusalText = {
      code: 'disk_full',
      message: 'The disk of the server is full.',
      fix: 'Make room on it, and send the same again.',
    };
    void reply.code(503).header('retry-after', '10').send(refusalBody(text));
    return;
  }
  if (isDatabaseAway(error)) {
    request.log.warn({ reason: error.message }, 'the database is away; the request was put off');
    const text: RefusalText = {
      code: 'database_away',
      message: 'The database does not answer.',
      fix: 'Send the same again in a few seconds.',
    };
    void reply.code(503).header('retry-after', '2').send(refusalBody(text));
    return;
  }
  request.log.error({ err: error }, 'request failed');
  const fix = 'Try again; the log of the server says more.';
  void reply.code(500).send(refusalBody({ code: 'internal', message: 'Something went wrong in the server.', fix }));
}
