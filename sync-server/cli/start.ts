import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../db/database-away.ts';
import { type OpenDatabase, openDatabase } from '../db/open-database.ts';
import { makePrivate } from '../db/private-files.ts';
import { checkPort } from '../start/check-port.ts';
import { ensureOfficeUser } from '../start/ensure-office-user.ts';
import { ensureApiKeys, readKeptKeys, writeKeptKeys } from '../start/kept-keys.ts';
import { oneAtATime } from '../start/one-at-a-time.ts';
import { buildDesktop, fetchElectron, findElectron, hasScreen, openBrowser, openElectron } from '../start/open-app.ts';
import { openOutput, type Output } from '../start/open-logger.ts';
import { endWith } from '../start/plain-failure.ts';
import { prepareCompany } from '../start/prepare-company.ts';
import { root } from '../start/project-root.ts';
import { readOptions, type StartOptions } from '../start/read-options.ts';
import { readTls, type ServerTls } from '../start/read-tls.ts';
import { readyLines } from '../start/ready-lines.ts';
import { simulatedDevices } from '../start/simulated-devices.ts';
import { simulatorsFolder } from '../start/start-devices.ts';
import { type NextSteps, whatToDoNext } from '../start/what-to-do-next.ts';
import { serveTrustPage, type TrustPage } from '../tls/trust-page.ts';

function open(options: StartOptions, folder: string, databaseUrl: string | undefined, logger: Logger): Promise<OpenDatabase> {
  const onError = (err: Error): void => {
    if (isDatabaseAway(err)) logger.warn({ reason: err.message }, 'a connection to the database broke');
    else logger.error({ err }, 'the database stumbled');
  };
  return openDatabase({ databaseUrl, dataDir: folder, poolSize: options.pool, onError, onLost: endWith });
}

function ensureCompany(database: OpenDatabase, reset: boolean, say: Output['say']): Promise<void> {
  const onFill = (): void => say('Filling the sample company; only the first start does this …');
  const onNoSample = (): void => say('There is no company yet, and no sample in this installation. Import your own stores and products.');
  return oneAtATime(database, () => prepareCompany(database.db, { reset, onFill, onNoSample }));
}

interface ToTell {
  readonly officeKey: string;
  readonly officeUser: string | null;
  readonly next: NextSteps;
}

async function ensureKeys(database: OpenDatabase, keysFile: string): Promise<ToTell> {
  const keys = await readKeptKeys(keysFile);
  const { officeKey } = await ensureApiKeys(database.db, keys);
  const next = await oneAtATime(database, () => whatToDoNext(database.db, keys, keysFile));
  const officeUser = await oneAtATime(database, () => ensureOfficeUser(database.db, keys, next.isSample));
  await writeKeptKeys(keysFile, keys);
  return { officeKey, officeUser, next };
}

async function openTrustPage({ host, port }: StartOptions, trustPort: number, tls: ServerTls | undefined): Promise<TrustPage | undefined> {
  if (tls?.authority == null) return undefined;
  const { cert: authority, fingerprint } = tls.authority;
  return serveTrustPage({ host, port: trustPort, appPort: port, authority, fingerprint });
}

/** Closes one after the other when the process is told to end, and ends it then. */
function stopOnSignal(closing: readonly (() => Promise<void> | undefined)[]): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    closing.reduce<Promise<void>>((before, close) => before.then(close), Promise.resolve()).then(() => process.exit(0), endWith);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Opens the desktop app where it can be had, else a browser. @param pairingUrl the address that pairs the browser with the devices. */
function openApp(url: string, pairingUrl: string, simulators: string, say: Output['say']): void {
  const { env, platform } = process;
  if (!hasScreen(env, platform)) return;
  const failed = (): void => say(`The app could not be opened; open ${url} in a browser.`);
  const electron = findElectron(root) ?? fetchElectron(root);
  if (electron === null || !buildDesktop(root)) openBrowser(pairingUrl, platform, failed);
  else openElectron(electron, root, url, simulators, failed);
}

async function main(): Promise<void> {
  const options = readOptions(root);
  const { host, port, trustProxy, minimumProtocol, smtp, carrier, privateWebhooks } = options;
  const folder = resolve(options.data);
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  await checkPort(port, host);
  await makePrivate(folder);
  const tls = await readTls({ ...options, data: folder });
  const trustPort = port + 1;
  if (tls?.authority != null) await checkPort(trustPort, host);
  const { logger, file: log, say } = openOutput(options.log, process.stdout.isTTY);
  say(databaseUrl === undefined ? `Opening the embedded database in ${folder} …` : 'Opening the database that DATABASE_URL names …');

  // Loading the server and opening the database take about as long, and the embedded one opens in a thread of its own.
  const loading = import('../main.ts');
  const database = await open(options, folder, databaseUrl, logger);
  await ensureCompany(database, options.reset, say);
  const keysFile = join(folder, 'keys.json');
  const toTell = await ensureKeys(database, keysFile);

  const app = join(root, 'out/renderer');
  const staticDir = existsSync(join(app, 'index.html')) ? app : undefined;
  const devices = toTell.next.isSample && options.devices ? simulatedDevices(options, folder, say) : null;
  const { startServer } = await loading;
  const { devicesPort } = options;
  const mailServer = () => smtp ?? devices?.mailServer() ?? null;
  const carrierAccount = () => carrier ?? devices?.carrierAccount() ?? null;
  const serving = {
    host,
    port,
    tls,
    trustProxy,
    minimumProtocol,
    staticDir,
    devicesPort,
    simulatorUrls: devices?.simulatorUrls,
    mailServer,
    carrierAccount,
    privateWebhooks,
  };
  const server = await startServer({ database, logger, ...serving });
  const trustPage = await openTrustPage(options, trustPort, tls);
  stopOnSignal([() => devices?.close(), () => server.close(), () => trustPage?.close(), () => database.close()]);

  const url = tls === undefined ? `http://localhost:${port}` : `https://${tls.name}:${port}`;
  for (const line of readyLines({ url, ...toTell, keysFile, log, tls, trustPort })) say(line);
  say(`Outpost is ready: ${url}`);
  const pairingUrl = (await devices?.start(url)) ?? url;
  // A browser here that does not trust the certificate yet would only show a warning.
  if (options.open && tls === undefined) openApp(url, pairingUrl, simulatorsFolder(folder), say);
}

main().catch(endWith);
