import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { isDatabaseAway } from '../db/database-away.ts';
import { openDatabase } from '../db/open-database.ts';
import { makePrivate } from '../db/private-files.ts';
import { startServer } from '../main.ts';
import { buildApp, buildDesktop } from '../start/build-app.ts';
import { ensureApiKeys, readKeptKeys, writeKeptKeys } from '../start/kept-keys.ts';
import { fetchElectron, findElectron, hasScreen, openBrowser, openElectron } from '../start/open-app.ts';
import { oneAtATime } from '../start/one-at-a-time.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { prepareCompany } from '../start/prepare-company.ts';
import { type LogSink, openLogFile, standardOutput } from '../start/log-file.ts';
import { readOptions } from '../start/read-options.ts';
import { readTls } from '../start/read-tls.ts';
import { serveTrustPage } from '../tls/trust-page.ts';
import { whatToDoNext } from '../start/what-to-do-next.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** From this size on (bytes) the log begins a new file, and so many older ones are kept. */
const LOG_BYTES = 10 * 1024 * 1024;
const LOGS_KEPT = 5;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Finds out before anything is written whether somebody else listens there. @throws PlainFailure */
async function checkPort(port: number, host: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        fail(new PlainFailure(`Port ${port} is in use by another process; stop that one, or choose another with --port.`));
      else
        fail(
          new PlainFailure(
            `Outpost cannot listen on ${host}:${port} (${error.code ?? error.message}); choose others with --host and --port.`,
          ),
        );
    });
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

/** @throws PlainFailure */
function openLog(file: string): LogSink {
  try {
    return openLogFile({ file, maxBytes: LOG_BYTES, keep: LOGS_KEPT });
  } catch (error) {
    throw new PlainFailure(
      `The log cannot be written to ${file} (${error instanceof Error ? error.message : String(error)}); choose another file ` +
        'with --log, or stdout.',
    );
  }
}

async function openApp(url: string): Promise<void> {
  const { env, platform } = process;
  if (!hasScreen(env, platform)) return;
  const failed = (): void => say(`The app could not be opened; open ${url} in a browser.`);
  const electron = findElectron(root) ?? fetchElectron(root);
  if (electron === null) {
    openBrowser(url, platform, failed);
    return;
  }
  await buildDesktop(root, () => say('Building the desktop app …'));
  openElectron(electron, root, url, failed);
}

async function main(): Promise<void> {
  const options = readOptions(root);
  const folder = resolve(options.data);
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  await checkPort(options.port, options.host);
  say(databaseUrl === undefined ? `Opening the embedded database in ${folder} …` : 'Opening the database that DATABASE_URL names …');
  await makePrivate(folder);
  const tls = await readTls({ ...options, data: folder });
  const trustPort = options.port + 1;
  if (tls?.authority != null) await checkPort(trustPort, options.host);
  const logFile = options.log ?? join(folder, 'server.log');
  const sink = logFile === 'stdout' ? standardOutput() : openLog(resolve(logFile));
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'info' }, sink);
  const onError = (err: Error): void => {
    if (isDatabaseAway(err)) logger.warn({ reason: err.message }, 'a connection to the database broke');
    else logger.error({ err }, 'the database stumbled');
  };
  const database = await openDatabase({ databaseUrl, dataDir: folder, poolSize: options.pool, onError, onLost: endWith });
  await oneAtATime(database, () =>
    prepareCompany(database.db, {
      reset: options.reset,
      onFill: () => say('Filling the sample company; only the first start does this …'),
    }),
  );
  const staticDir = await buildApp(root, options.build, () => say('Building the store app …'));
  const keysFile = join(folder, 'keys.json');
  const keys = await readKeptKeys(keysFile);
  const { officeKey } = await ensureApiKeys(database.db, keys);
  const { isSample, lines: next } = await oneAtATime(database, () => whatToDoNext(database.db, keys, keysFile));
  await writeKeptKeys(keysFile, keys);

  const server = await startServer({
    database,
    host: options.host,
    port: options.port,
    logger,
    staticDir,
    tls,
    trustProxy: options.trustProxy,
    minimumProtocol: options.minimumProtocol,
  });
  const trust =
    tls?.authority == null
      ? undefined
      : await serveTrustPage({
          host: options.host,
          port: trustPort,
          appPort: options.port,
          authority: tls.authority.cert,
          fingerprint: tls.authority.fingerprint,
        });
  const url = tls === undefined ? `http://localhost:${options.port}` : `https://${tls.name}:${options.port}`;
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server
      .close()
      .then(() => trust?.close())
      .then(() => database.close())
      .then(() => process.exit(0), endWith);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  for (const line of next) say(line);
  say(`  Head office    ${url}/office`);
  say(`  Office key     ${isSample ? officeKey : `in ${keysFile}`}`);
  say(`  Web shop key   in ${keysFile}`);
  say(`  Log            ${logFile}`);
  say(`  API            ${url}/docs`);
  if (tls?.authority != null) {
    const addresses = [tls.name, ...tls.otherNames].map((name) => `http://${name}:${trustPort}`).join(' or ');
    say(`  Other devices  open ${addresses} once and follow it: it makes them trust this server`);
    say(`  Fingerprint    ${tls.authority.fingerprint}`);
  }
  // A browser here that does not trust the certificate yet would only show a warning.
  if (options.open && tls === undefined) await openApp(url);
  say(`Outpost is ready: ${url}`);
}

main().catch(endWith);
