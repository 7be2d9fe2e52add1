import type { z } from 'zod';
import { returnable, type Returnable } from '../../domain/orders/order-intake.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import {
  type Checkpoint,
  enrolment,
  type Enrolment,
  errorBody,
  PROTOCOL_VERSION,
  pullResponse,
  type PullResponse,
  pushResponse,
  type PushResponse,
} from '../../domain/wire/protocol.ts';

/** The server could not be asked: no network, no answer in time, or an answer that is not from an Outpost server. */
export class ServerUnreachable extends Error {}

/** The server answered, and said no. */
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
  push(operations: readonly Operation[]): Promise<PushResponse>;
  /** @param life the pool's life that came with the checkpoint. */
  pull(checkpoint: Checkpoint, limit: number, life?: string | null): Promise<PullResponse>;
  /** The event stream, as text; ends when the signal aborts. */
  openEvents(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Null when the server knows no such number. */
  findReturnable(number: string): Promise<Returnable | null>;
}

const TIMEOUT_MS = 30_000;

async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    throw new ServerUnreachable(error instanceof Error ? error.message : String(error));
  }
  if (response.ok) return response;
  const body = errorBody.safeParse(await response.json().catch(() => null));
  // A proxy or a half-started server answers without our error body: it is as good as no answer.
  if (!body.success || response.status >= 500) throw new ServerUnreachable(`The server answered ${response.status}.`);
  throw new ServerRefused(response.status, body.data.error.code, body.data.error.message);
}

async function exchange<T extends z.ZodType>(url: string, init: RequestInit, schema: T): Promise<z.output<T>> {
  const response = await request(url, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init });
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new ServerUnreachable(`The server's answer could not be read: ${parsed.error.message}`);
  return parsed.data;
}

function post(body: unknown, token?: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  };
}

/** Turns a one-time code into a register. */
export function enrolWithServer(serverUrl: string, code: string): Promise<Enrolment> {
  return exchange(`${serverUrl}/v1/registers/enrol`, post({ code, protocolVersion: PROTOCOL_VERSION }), enrolment);
}

/** @param serverUrl without a slash at its end; empty for the server that served the app. */
export function serverClient(serverUrl: string, token: string): ServerClient {
  const headers = { authorization: `Bearer ${token}` };
  return {
    push: (operations) => exchange(`${serverUrl}/v1/operations`, post({ operations }, token), pushResponse),
    pull: (checkpoint, limit, life = null) => exchange(`${serverUrl}/v1/pull`, post({ checkpoint, limit, life }, token), pullResponse),
    async openEvents(signal) {
      const response = await request(`${serverUrl}/v1/events`, { headers, signal });
      if (response.body === null) throw new ServerUnreachable('The event stream has no body.');
      return response.body;
    },
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
