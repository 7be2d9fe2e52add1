import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { z } from 'zod';
import type { BatchSignature, PublicKey } from '../../domain/base/signature.ts';
import { returnable, type Returnable } from '../../domain/orders/order-intake.ts';
import {
  type CarriedBatch,
  carriedResponse,
  type CarriedResponse,
  type Checkpoint,
  enrolment,
  type Enrolment,
  errorBody,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  protocolVersionOf,
  pullResponse,
  type PullResponse,
  pushResponse,
  type PushResponse,
} from '../../domain/protocol/protocol.ts';
import { type ForkAnswer, forkAnswer } from '../../domain/protocol/fork.ts';
import { readBackResponse, type ReadBackResponse } from '../../domain/protocol/read-back.ts';

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

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/**
 * The server answered, and said no; or it is older than this app (`server_too_old`), which may be found out here and not
 * there: a server of version 1 knows no newer ones.
 */
export class ServerRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The messages between a register and the server. Every method rejects with one of the two errors above. */
export interface ServerClient {
  /**
   * @param operations as they were written, in whatever version: their hashes are over exactly that.
   * @param signature for the newest of them; only a register without a key sends none.
   */
  push(operations: readonly WrittenOperation[], signature?: BatchSignature): Promise<PushResponse>;
  /** Brings operations that another register of the store has recorded and signed (rules J3, A4). */
  carry(batch: CarriedBatch): Promise<CarriedResponse>;
  /** Names the key by which this register signs. */
  nameKey(publicKey: PublicKey): Promise<void>;
  /** @param life the pool's life that came with the checkpoint. */
  pull(checkpoint: Checkpoint, limit: number, life?: string | null): Promise<PullResponse>;
  /** The event stream, as text; ends when the signal aborts. */
  openEvents(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Null when the server knows no such number. */
  findReturnable(number: string): Promise<Returnable | null>;
  /** The register's own operations after a `seq`, as far as the server has them. */
  readBack(after: number): Promise<ReadBackResponse>;
  /** Hands over what a register that runs on two machines has and the server does not (rule J7). */
  reportFork(operations: readonly WrittenOperation[]): Promise<ForkAnswer>;
}

const TIMEOUT_MS = 30_000;

/** Refuses the answer of a server that does not speak the version of this app: it may mean something else by it. */
function checkServer(response: Response): void {
  const version = protocolVersionOf(response.headers.get(PROTOCOL_HEADER));
  if (version >= PROTOCOL_VERSION) return;
  throw new ServerRefused(
    response.status,
    'server_too_old',
    `The server speaks version ${version} of the protocol, this app version ${PROTOCOL_VERSION}.`,
  );
}

async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    throw new ServerUnreachable(error instanceof Error ? error.message : String(error), { timedOut: isTimeout(error) });
  }
  if (response.ok) return response;
  const body = errorBody.safeParse(await response.json().catch(() => null));
  // A proxy or a half-started server answers without our error body: it is as good as no answer.
  if (!body.success || response.status >= 500)
    throw new ServerUnreachable(`The server answered ${response.status}.`, { status: response.status });
  // An older server that does not understand a message says no more than that.
  if (body.data.error.code === 'bad_request') checkServer(response);
  throw new ServerRefused(response.status, body.data.error.code, body.data.error.message);
}

async function exchange<T extends z.ZodType>(url: string, init: RequestInit, schema: T): Promise<z.output<T>> {
  const response = await request(url, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init });
  const answer = (await response.json().catch((error: unknown) => {
    if (isTimeout(error)) throw new ServerUnreachable('The answer took too long.', { timedOut: true });
    return null;
  })) as unknown;
  if (typeof answer !== 'object' || answer === null) throw new ServerUnreachable('The answer is none of an Outpost server.');
  checkServer(response);
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ServerUnreachable(`The server's answer could not be read: ${parsed.error.message}`);
  return parsed.data;
}

function headersOf(token?: string): Record<string, string> {
  return { [PROTOCOL_HEADER]: String(PROTOCOL_VERSION), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
}

function post(body: unknown, token?: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headersOf(token) }, body: JSON.stringify(body) };
}

/** Turns a one-time code into a register. @param publicKey by which it will sign what it sends. */
export function enrolWithServer(serverUrl: string, code: string, publicKey?: PublicKey): Promise<Enrolment> {
  return exchange(`${serverUrl}/v1/registers/enrol`, post({ code, protocolVersion: PROTOCOL_VERSION, publicKey }), enrolment);
}

/** @param serverUrl without a slash at its end; empty for the server that served the app. */
export function serverClient(serverUrl: string, token: string): ServerClient {
  const headers = headersOf(token);
  return {
    push: (operations, signature) =>
      exchange(`${serverUrl}/v1/operations`, post({ protocolVersion: PROTOCOL_VERSION, operations, signature }, token), pushResponse),
    carry: (batch) => exchange(`${serverUrl}/v1/operations/carried`, post(batch, token), carriedResponse),
    nameKey: (publicKey) => exchange(`${serverUrl}/v1/registers/key`, post({ publicKey }, token), z.object({})).then(() => undefined),
    pull: (checkpoint, limit, life = null) => exchange(`${serverUrl}/v1/pull`, post({ checkpoint, limit, life }, token), pullResponse),
    async openEvents(signal) {
      const response = await request(`${serverUrl}/v1/events`, { headers, signal });
      if (response.body === null || response.headers.get('content-type')?.startsWith('text/event-stream') !== true) {
        throw new ServerUnreachable('The answer is no event stream.');
      }
      checkServer(response);
      return response.body;
    },
    reportFork: (operations) => exchange(`${serverUrl}/v1/forks`, post({ operations }, token), forkAnswer),
    readBack: (after) => exchange(`${serverUrl}/v1/journal?after=${after}`, { headers }, readBackResponse),
    async findReturnable(number) {
      try {
        return await exchange(`${serverUrl}/v1/returnables/${encodeURIComponent(number)}`, { headers }, returnable);
      } catch (error) {
        if (error instanceof ServerRefused && error.status === 404) return null;
        throw error;
      }
    },
  };
}
