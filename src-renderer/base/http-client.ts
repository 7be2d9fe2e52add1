import type { z } from 'zod';
import { errorBody, PROTOCOL_HEADER, protocolVersionOf } from '../../domain/protocol/protocol.ts';

/** What is known of an answer that did not come or could not be understood. */
export interface NoAnswer {
  /** The status of an answer that is not from an Outpost server, or of one that has failed; null when there was none. */
  readonly status?: number;
  /** Whether the time for it ran out. */
  readonly timedOut?: boolean;
}

/** The server could not be asked: no network, no answer in time, or an answer that is not from an Outpost server. */
export class ServerUnreachable extends Error {
  readonly status: number | null;
  readonly timedOut: boolean;

  constructor(message: string, { status, timedOut = false }: NoAnswer = {}) {
    super(message);
    this.status = status ?? null;
    this.timedOut = timedOut;
  }
}

/** The server took the request, but what it answered did not arrive whole or could not be read. */
export class AnswerUnreadable extends ServerUnreachable {}

/**
 * The server answered, and said no; or it is older than this app (`server_too_old`), which may be found out here and not
 * there: a server of version 1 knows no newer ones.
 */
export class ServerRefused extends Error {
  readonly status: number;
  readonly code: string;
  /** What to do about it; null where the server does not say. */
  readonly fix: string | null;
  /** The path of the field that is wrong; null where it is about none. */
  readonly field: string | null;
  /** What else it tells. */
  readonly facts: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    fix: string | null = null,
    field: string | null = null,
    facts: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.fix = fix;
    this.field = field;
    this.facts = facts;
  }
}

export interface ServerRequest {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with its own type, in place of a body. */
  readonly file?: Blob;
  /** POST where there is a body, else GET, unless told. */
  readonly method?: 'PUT' | 'DELETE' | undefined;
  /** A register's token or an API key. */
  readonly token?: string;
  /** The version of the protocol that the caller speaks. The server is told, and one that speaks an older version is refused. */
  readonly protocolVersion?: number;
  /** Ends the request; without it, it ends after 30 seconds. */
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** Refuses the answer of a server that does not speak the version of this app: it may mean something else by it. */
function checkVersion(response: Response, wanted: number | undefined): void {
  if (wanted === undefined) return;
  const version = protocolVersionOf(response.headers.get(PROTOCOL_HEADER));
  if (version >= wanted) return;
  throw new ServerRefused(
    response.status,
    'server_too_old',
    `The server speaks version ${version} of the protocol, this app version ${wanted}.`,
  );
}

function initOf({ body, file, method, token, protocolVersion, signal }: ServerRequest): RequestInit {
  const headers = {
    ...(file === undefined ? {} : { 'content-type': file.type }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(protocolVersion === undefined ? {} : { [PROTOCOL_HEADER]: String(protocolVersion) }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return {
    headers,
    signal: signal ?? AbortSignal.timeout(TIMEOUT_MS),
    ...(file === undefined ? {} : { method: 'POST', body: file }),
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    ...(method === undefined ? {} : { method }),
  };
}

/** Asks the server. @returns an answer that says yes. @throws ServerUnreachable, ServerRefused */
export async function askServer(url: string, request: ServerRequest): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, initOf(request));
  } catch (error) {
    throw new ServerUnreachable(error instanceof Error ? error.message : String(error), { timedOut: isTimeout(error) });
  }
  if (response.ok) return response;
  const refused = errorBody.safeParse(await response.json().catch(() => null));
  // A proxy or a half-started server answers without our error body: it is as good as no answer.
  if (!refused.success || response.status >= 500)
    throw new ServerUnreachable(`The server answered ${response.status}.`, { status: response.status });
  const { code, message, fix, field, facts } = refused.data.error;
  // An older server that does not understand a message says no more than that.
  if (code === 'bad_request') checkVersion(response, request.protocolVersion);
  throw new ServerRefused(response.status, code, message, fix, field, facts);
}

/** Asks the server for JSON of a schema. @throws ServerUnreachable, AnswerUnreadable, ServerRefused */
export async function askForJson<T extends z.ZodType>(schema: T, url: string, request: ServerRequest): Promise<z.output<T>> {
  const response = await askServer(url, request);
  const answer = (await response.json().catch((error: unknown) => {
    if (isTimeout(error)) throw new AnswerUnreadable('The answer took too long.', { timedOut: true });
    return null;
  })) as unknown;
  if (typeof answer !== 'object' || answer === null) throw new AnswerUnreadable('The answer is none of an Outpost server.');
  checkVersion(response, request.protocolVersion);
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new AnswerUnreadable(`The server's answer could not be read: ${parsed.error.message}`);
  return parsed.data;
}

/**
 * Opens an event stream, as bytes; it ends with the signal.
 * @throws ServerUnreachable, AnswerUnreadable, ServerRefused
 */
export async function askForEvents(
  url: string,
  request: ServerRequest & { readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  const response = await askServer(url, request);
  if (response.body === null || response.headers.get('content-type')?.startsWith('text/event-stream') !== true)
    throw new AnswerUnreadable('The answer is no event stream.');
  checkVersion(response, request.protocolVersion);
  return response.body;
}
