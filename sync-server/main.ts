import type { FastifyBaseLogger } from 'fastify';
import { isDatabaseAway } from './db/database-away.ts';
import type { Db } from './db/database.ts';
import type { OpenDatabase } from './db/open-database.ts';
import { createApp } from './app.ts';
import type { SimulatorUrls } from './pages/simulator-routes.ts';
import { watchConnections } from './http/watch-connections.ts';
import { JOBS } from './job-list.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { httpPoster } from './outbound/http-poster.ts';
import type { SmtpAddress } from './outbound/smtp-address.ts';
import { smtpMailer } from './outbound/smtp-mailer.ts';
import type { UpsAddress } from './outbound/ups-address.ts';
import { upsCarrier } from './outbound/ups-carrier.ts';
import { takeUpParked } from './intake/accept-operations.ts';
import { createEventStream } from './feed/event-stream.ts';
import { listenToOtherServers } from './feed/other-servers.ts';
import { beginEpochAtStart } from './changes/epochs.ts';
import { startWebhooks } from './webhooks/start-webhooks.ts';

export interface ServerOptions {
  /** Stays open when the server closes: whoever opened it closes it. */
  readonly database: OpenDatabase;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly logger: FastifyBaseLogger;
  /** The folder of the built store app, served at `/`. */
  readonly staticDir?: string | undefined;
  /** Where the device host listens on machines with a register; the app may connect to it. */
  readonly devicesPort?: number | undefined;
  /** Where the simulated devices are shown, asked for each request; undefined while there are none. */
  readonly simulatorUrls?: (() => SimulatorUrls | undefined) | undefined;
  /** Where mail to customers is handed over, asked for each mail; none unless told. */
  readonly mailServer?: (() => SmtpAddress | null) | undefined;
  /** Where labels are bought; asked for each one, null where no carrier is set up. */
  readonly carrierAccount?: (() => UpsAddress | null) | undefined;
  /** Lets webhooks go to private addresses, and without encryption. */
  readonly privateWebhooks?: boolean | undefined;
  /** The oldest version of the protocol that registers may speak; those with an older one are told to update. */
  readonly minimumProtocol?: number | undefined;
  /** The server's certificate and key, as PEM; without it there is no encryption. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** The addresses of proxies that are believed who they forward for. */
  readonly trustProxy?: string[] | undefined;
}

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Ends event streams and unused connections at once, lets running requests finish for a while, and stops listening. */
  close(): Promise<void>;
}

const HINT_EVERY_MS = 20;
const POLL_EVERY_MS = 1_000;
const JOBS_EVERY_MS = 1_000;
const WEBHOOKS_EVERY_MS = 500;
/** How long (milliseconds) running requests may take to finish once the server closes. Registers wait for 30 s. */
const GRACE_MS = 20_000;

/** Starts what is done without a request: jobs, and messages to other systems. @returns a function that stops it. */
function startBackground(
  db: Db,
  {
    mailServer = () => null,
    carrierAccount = () => null,
    privateWebhooks = false,
    logger,
    onWrite,
  }: Pick<ServerOptions, 'mailServer' | 'carrierAccount' | 'privateWebhooks' | 'logger'> & { readonly onWrite: () => void },
): () => Promise<void> {
  const level = (err: unknown) => (isDatabaseAway(err) ? 'warn' : 'error');
  const stopJobs = startJobs(db, JOBS, {
    everyMs: JOBS_EVERY_MS,
    ports: { mailer: smtpMailer({ addressOf: mailServer }), carrier: upsCarrier({ addressOf: carrierAccount }) },
    onChanged: onWrite,
    onFailed: (err, kind, givenUp) =>
      logger[level(err)]({ err, kind }, givenUp ? 'a job was given up; the head office can retry it' : 'a job failed; it is tried again'),
    onError: (err) => logger[level(err)]({ err }, 'jobs could not be looked for; the next look tries again'),
  });
  const stopWebhooks = startWebhooks(db, {
    poster: httpPoster({ allowPrivate: privateWebhooks }),
    everyMs: WEBHOOKS_EVERY_MS,
    onOff: (webhookId) => logger.warn({ webhookId }, 'an address for webhooks was turned off; the head office can turn it on'),
    onError: (err) => logger[level(err)]({ err }, 'messages to webhooks could not be looked for; the next look tries again'),
  });
  return async () => {
    await Promise.all([stopJobs(), stopWebhooks()]);
  };
}

/**
 * Wires the sync server together and starts it.
 * @throws an error with code EADDRINUSE when the port is taken.
 */
export async function startServer({
  database,
  host,
  port,
  mailServer,
  carrierAccount,
  privateWebhooks,
  ...serving
}: ServerOptions): Promise<RunningServer> {
  const { logger, tls } = serving;
  const { db, databaseUrl, dataDir } = database;
  await beginEpochAtStart(db);
  await takeUpParked(db);
  const events = createEventStream(db, {
    throttleMs: HINT_EVERY_MS,
    pollMs: POLL_EVERY_MS,
    onError: (err) => logger.warn({ err }, 'event streams wait for the database'),
    onRecovered: () => logger.info('event streams go on'),
  });
  const otherServers =
    databaseUrl === undefined
      ? undefined
      : listenToOtherServers(databaseUrl, {
          throttleMs: HINT_EVERY_MS,
          onHint: () => events.poke(),
          onError: (err) => logger.warn({ err }, 'no hints come from other servers; polling finds what they write'),
          onRecovered: () => logger.info('hints come from other servers again'),
        });
  const onWrite = (): void => {
    events.poke();
    otherServers?.notify();
  };
  const stopBackground = startBackground(db, { mailServer, carrierAccount, privateWebhooks, logger, onWrite });
  const close = async (): Promise<void> => {
    const enough = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
    const closed = app.close();
    connections.closeUnused();
    await closed.finally(() => clearTimeout(enough));
    await stopBackground();
    await events.close();
    await otherServers?.close();
  };
  const app = await createApp({ ...serving, db, events, onWrite, dataDir });
  const connections = watchConnections(app.server);
  try {
    const url = await app.listen({ host, port });
    return { url: tls === undefined ? url : url.replace(/^http:/, 'https:'), close };
  } catch (error) {
    await close();
    throw error;
  }
}
