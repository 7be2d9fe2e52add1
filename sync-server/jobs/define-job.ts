import type { z } from 'zod';
import type { Db, Tx } from '../db/database.ts';
import type { Ports } from '../outbound/ports.ts';

/** A job to be written: see `makeJobs`. */
export interface NewJob {
  readonly kind: string;
  /** While a job of the kind waits with this key, another one is not made. */
  readonly key: string;
  readonly payload: unknown;
}

/** When a job comes again: so many milliseconds after its end, or each day at a time of the company's zone (cron: `0 3 * * *`). */
export type Recurrence = { readonly everyMs: number } | { readonly daily: string };

/** What came of a job. */
export interface JobOutcome<P = unknown> {
  /** How much it has changed that others must hear of. */
  readonly changed: number;
  /** When a job that recurs comes again, and what it is to remember; without it, as it says itself. */
  readonly next?: { readonly inMs: number; readonly payload: P };
}

/** What an outside partner is asked with. */
export interface OutsideCall {
  /** The same for every attempt, so that the partner can tell a repetition. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  readonly ports: Ports;
  /** To read what the call needs. What it comes to is written after it. */
  readonly db: Db;
}

/** How a job is carried out: in the transaction that ends it, or by a call without a transaction and what is written after it. */
export type Work =
  | { readonly where: 'database'; run(tx: Tx, payload: unknown): Promise<JobOutcome> }
  | {
      readonly where: 'outside';
      readonly timeoutMs: number;
      call(payload: unknown, call: OutsideCall): Promise<(tx: Tx) => Promise<number>>;
      /** Writes that it was given up, in the transaction in which it is. */
      givenUp(tx: Tx, payload: unknown, code: string): Promise<number>;
    };

/** A kind of job. */
export interface Job {
  readonly kind: string;
  /** The events that make one. Its payload is the event's ids, its key names the event. */
  readonly on: readonly string[];
  readonly recurs: (Recurrence & { readonly payload: unknown }) | null;
  readonly work: Work;
}

/** A kind of job whose payload is known. */
export interface JobOf<P> extends Job {
  make(key: string, payload: P): NewJob;
}

interface JobSpec<P> {
  readonly kind: string;
  /** Of the payload: ids, no personal data. */
  readonly schema: z.ZodType<P>;
  readonly on?: readonly { readonly event: string }[];
}

function common<P>({ kind, on = [] }: JobSpec<P>) {
  return { kind, on: on.map(({ event }) => event), make: (key: string, payload: P): NewJob => ({ kind, key, payload }) };
}

/** Defines a job that only changes the database. `run` and the end of the job are one transaction: its effect happens once. */
export function defineJob<P>(
  spec: JobSpec<P> & {
    readonly recurs?: Recurrence & { readonly payload: P };
    /** Numbers of the change feed and events come last in it, as in every transaction. */
    readonly run: (tx: Tx, payload: P) => Promise<JobOutcome<P>>;
  },
): JobOf<P> {
  const { schema, run, recurs = null } = spec;
  return { ...common(spec), recurs, work: { where: 'database', run: (tx, payload) => run(tx, schema.parse(payload)) } };
}

/**
 * Defines a job that calls the outside world. The call may happen more than once, always with the same idempotency key; what is
 * written after it is written once.
 */
export function defineOutsideJob<P, A>(
  spec: JobSpec<P> & {
    /** After so many milliseconds the call is given up, and made again later. */
    readonly timeoutMs: number;
    readonly call: (payload: P, call: OutsideCall) => Promise<A>;
    /** Writes what came back. @returns how much of it others must hear of. */
    readonly settle: (tx: Tx, payload: P, answer: A) => Promise<number>;
    /** Writes that it was given up, and why, as a code; nothing unless told. @returns how much of it others must hear of. */
    readonly givenUp?: (tx: Tx, payload: P, code: string) => Promise<number>;
  },
): JobOf<P> {
  const { schema, call, settle, givenUp, timeoutMs } = spec;
  return {
    ...common(spec),
    recurs: null,
    work: {
      where: 'outside',
      timeoutMs,
      call: async (given, request) => {
        const payload = schema.parse(given);
        const answer = await call(payload, request);
        return (tx) => settle(tx, payload, answer);
      },
      async givenUp(tx, given, code) {
        const payload = schema.safeParse(given);
        return payload.success && givenUp !== undefined ? givenUp(tx, payload.data, code) : 0;
      },
    },
  };
}
