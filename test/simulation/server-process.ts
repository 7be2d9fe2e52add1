import { NO_PORTS } from '../support/no-ports.ts';
import { scopesOf } from '../../domain/base/scope.ts';
import { Kysely } from 'kysely';
import { PGliteDialect, type PGliteLike } from '../../sync-server/db/pglite-dialect.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import type { Database } from '../../sync-server/db/database.ts';
import { createApp } from '../../sync-server/app.ts';
import { JOBS } from '../../sync-server/job-list.ts';
import { startJobs } from '../../sync-server/jobs/start-jobs.ts';
import { createEventStream } from '../../sync-server/feed/event-stream.ts';
import { type Carrier, CarrierFailed } from '../../sync-server/outbound/carrier.ts';
import { JobFailed } from '../../sync-server/jobs/error-code.ts';
import type { Chance } from './chance.ts';
import { Machine } from './machine.ts';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server process: the real server, on its own connection to the shared database. */
export interface ServerProcess {
  readonly machine: Machine;
  /** Resolves with the answer; null when the server died on it. */
  ask(request: Asked): Promise<Answered | null>;
  /** Another server may have written something. */
  poke(): void;
  /** Tells how far the register's scopes have come, until the function it gives is called. */
  listen(register: { registerId: string; storeId: string }, onMoved: (heads: Checkpoint) => void): () => void;
  stop(): Promise<void>;
}

/** Rarer than in life: simulated hours go by in seconds, and the servers tell each other all the same. */
const POLL_EVERY_MS = 20_000;
const JOBS_EVERY_MS = 15_000;
/** What takes a job. */
const TAKES_JOB = /update jobs set state = 'running'/;

/** The database as one process has it: each statement is a moment at which the process can die, and its transaction with it. */
function connect(postgres: PGliteLike, machine: Machine): PGliteLike {
  const through =
    (connection: Pick<PGliteLike, 'query'>): PGliteLike['query'] =>
    async (text, parameters) => {
      const answer = await machine.touch(() => connection.query<never>(text, parameters));
      if (answer.rows.length > 0 && TAKES_JOB.test(text)) machine.tookJob();
      return answer;
    };
  return {
    ...postgres,
    query: through(postgres),
    transaction: (work) => postgres.transaction((tx) => work({ query: through(tx) })),
  };
}

/** Keeps what a server calls an error, apart from what its own death is the reason of. */
function listenForErrors(machine: Machine, onError: (message: string) => void): FastifyBaseLogger {
  const nothing = () => undefined;
  const error = (first: unknown, message?: string) => {
    const cause = (first as { err?: Error } | null)?.err;
    if (machine.alive && cause !== undefined) onError(`${message ?? ''} ${cause.stack ?? cause.message}`);
  };
  const logger = {
    level: 'error',
    info: nothing,
    warn: nothing,
    debug: nothing,
    trace: nothing,
    silent: nothing,
    error,
    fatal: error,
    child: () => logger,
  };
  return logger as unknown as FastifyBaseLogger;
}

export async function startServerProcess(options: {
  readonly postgres: PGliteLike;
  readonly chance: Chance;
  readonly carrier: Carrier;
  readonly onCrash: () => void;
  readonly onError: (message: string) => void;
  /** Called when something may have been written: the servers tell each other. */
  readonly onWrite: () => void;
}): Promise<ServerProcess> {
  const machine = new Machine(options.chance, options.onCrash);
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: connect(options.postgres, machine) }) });
  const onError = (error: unknown) => {
    if (machine.alive) options.onError(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const events = createEventStream(db, { throttleMs: 20, pollMs: POLL_EVERY_MS, onError });
  const stopJobs = startJobs(db, JOBS, {
    everyMs: JOBS_EVERY_MS,
    ports: { ...NO_PORTS, carrier: options.carrier },
    onChanged: options.onWrite,
    // A carrier that is away or has not answered is no error of a server.
    onFailed: (error) => (error instanceof CarrierFailed || error instanceof JobFailed ? undefined : onError(error)),
    onError,
  });
  const app = await createApp({ db, events, logger: listenForErrors(machine, options.onError), onWrite: options.onWrite });
  await app.ready();
  return {
    machine,
    async ask({ method, path, headers, body }) {
      if (!machine.alive) return null;
      const reply = await app.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) });
      const told = Object.entries(reply.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
      return machine.alive ? { status: reply.statusCode, headers: Object.fromEntries(told), body: reply.payload } : null;
    },
    poke: () => events.poke(),
    listen: (register, onMoved) =>
      events.subscribe({ scopes: scopesOf(register), onMoved: (heads) => (machine.alive ? onMoved(heads) : undefined) }),
    async stop() {
      machine.crash();
      await Promise.all([stopJobs(), events.close()]).catch(() => undefined);
    },
  };
}
