import type { EventStream } from './base/event-stream.ts';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { constants } from 'node:zlib';
import { DEVICE_PORT } from '../domain/device/socket-protocol.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../domain/protocol/protocol.ts';
import type { Db } from './db/database.ts';
import { actionRoutes } from './access/action-routes.ts';
import { keyRoutes } from './access/key-routes.ts';
import { ownSecretRoutes } from './access/own-secret-routes.ts';
import { signInRoutes } from './access/sign-in-routes.ts';
import { associateRoutes } from './associates/associate-routes.ts';
import { userRoutes } from './access/user-routes.ts';
import { registerRoutes } from './access/register-routes.ts';
import { exceptionRoutes } from './office/exception-routes.ts';
import { handOffRoutes } from './office/hand-off-routes.ts';
import { resumeStoreRoute } from './office/resume-store-route.ts';
import { pickupKeyRoutes } from './pickup/pickup-key-routes.ts';
import { pickupSignatureRoutes } from './pickup/pickup-signature-routes.ts';
import { orderRoutes } from './orders/order-routes.ts';
import { quarantineRoutes } from './quarantine/quarantine-routes.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { metricRoutes } from './metrics/metric-routes.ts';
import { personRoutes } from './retention/person-routes.ts';
import { accountRoutes } from './stored-values/account-routes.ts';
import { pointsRoutes } from './stored-values/points-routes.ts';
import { storedValueRoutes } from './stored-values/stored-value-routes.ts';
import { pictureRoutes } from './pictures/picture-routes.ts';
import { termsRoutes } from './catalog/terms-routes.ts';
import { priceImportRoute } from './import/price-import-route.ts';
import { priceListRoutes } from './price-lists/price-list-routes.ts';
import { priceRoutes } from './price-lists/price-routes.ts';
import { priceQuoteRoute } from './price-quotes/price-quote-route.ts';
import { promotionImportRoute } from './import/promotion-import-route.ts';
import { promotionRoutes } from './promotions/promotion-routes.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { settingRoutes } from './settings/setting-routes.ts';
import { stockRoutes } from './stock/stock-routes.ts';
import { customerRoutes } from './customers/customer-routes.ts';
import { eventRoutes } from './feed/event-routes.ts';
import { readJournalRoutes } from './feed/read-journal-routes.ts';
import { forkRoutes } from './intake/fork-routes.ts';
import { syncRoutes } from './intake/sync-routes.ts';
import { eventLogRoutes } from './events/event-log-routes.ts';
import { jobRoutes } from './jobs/job-routes.ts';
import { createAuth } from './access/auth.ts';
import { declareAccess } from './access/route-access.ts';
import { describeApi } from './pages/describe-api.ts';
import { createProtocolCheck } from './http/check-protocol.ts';
import { watchDisk } from './http/disk-watch.ts';
import { ARRIVE_WITHIN_MS, createListener } from './http/create-listener.ts';
import { healthRoutes } from './pages/health-routes.ts';
import { createErrorHandler, SMALL_BODY } from './http/refuse.ts';
import { logRequests, requestLogger } from './http/request-log.ts';
import type { App, RouteContext } from './access/route-context.ts';
import { securityHeaders } from './http/security-headers.ts';
import { createAnswerSerializer } from './http/serialize-answer.ts';
import { serveApp } from './pages/serve-app.ts';
import { simulatorRoutes, type SimulatorUrls } from './pages/simulator-routes.ts';
import { sourcingRoutes } from './sourcing/rules-routes.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

export interface AppOptions {
  readonly db: Db;
  readonly events: EventStream;
  readonly logger: FastifyBaseLogger;
  /** Called after every request that may have written something. */
  readonly onWrite: () => void;
  /** The folder of the built store app, served at `/`; without it only the interface is there. */
  readonly staticDir?: string | undefined;
  /** Where the device host listens on machines with a register; the app may connect to it. */
  readonly devicesPort?: number | undefined;
  /** Where the simulated devices are shown; undefined while there are none. */
  readonly simulatorUrls?: (() => SimulatorUrls | undefined) | undefined;
  /** The oldest version of the protocol that registers may speak; the oldest that there is unless told. */
  readonly minimumProtocol?: number | undefined;
  /** The folder of the embedded database, where there is one: its disk may fill up. */
  readonly dataDir?: string | undefined;
  /** The server's certificate and key, as PEM; without it there is no encryption. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** The addresses of proxies that are believed who they forward for. */
  readonly trustProxy?: string[] | undefined;
}

/** The desktop app's own scheme; everything else is served from the same origin. */
const DESKTOP_ORIGIN = 'app://bundle';

/** What each room answers. */
const ROUTES: readonly ((app: App, context: RouteContext) => void)[] = [
  healthRoutes,
  metricRoutes,
  syncRoutes,
  readJournalRoutes,
  forkRoutes,
  eventRoutes,
  orderRoutes,
  pickupKeyRoutes,
  pickupSignatureRoutes,
  stockRoutes,
  exceptionRoutes,
  handOffRoutes,
  resumeStoreRoute,
  registerRoutes,
  keyRoutes,
  signInRoutes,
  ownSecretRoutes,
  userRoutes,
  associateRoutes,
  actionRoutes,
  promotionRoutes,
  promotionImportRoute,
  priceListRoutes,
  priceRoutes,
  priceImportRoute,
  priceQuoteRoute,
  pictureRoutes,
  termsRoutes,
  storedValueRoutes,
  accountRoutes,
  pointsRoutes,
  customerRoutes,
  mailRoutes,
  reportRoutes,
  settingRoutes,
  personRoutes,
  quarantineRoutes,
  jobRoutes,
  eventLogRoutes,
  webhookRoutes,
  sourcingRoutes,
];

/** Puts the server together: every room's routes, and what holds for all of them. It does not listen yet. */
export async function createApp({
  db,
  events,
  logger,
  onWrite,
  staticDir,
  devicesPort = DEVICE_PORT,
  simulatorUrls,
  minimumProtocol,
  dataDir,
  tls,
  trustProxy,
}: AppOptions): Promise<App> {
  const disk = watchDisk(db, dataDir);
  const answerError = createErrorHandler(disk);
  const app: App = Fastify({
    loggerInstance: logger,
    bodyLimit: SMALL_BODY,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: requestLogger,
    // Addresses that cannot be read reach no hook and no route.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(securityHeaders(request))),
    requestTimeout: ARRIVE_WITHIN_MS,
    serverFactory: (handler) => createListener(handler, tls),
    ...(trustProxy === undefined ? {} : { trustProxy }),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  declareAccess(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(createAnswerSerializer(logger));
  app.setErrorHandler(answerError);
  app.decorateRequest('caller', null);
  app.decorateRequest('asking', null);
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') onWrite();
    done();
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeaders(request)).header(PROTOCOL_HEADER, String(PROTOCOL_VERSION));
    done();
  });
  logRequests(app);
  await app.register(cors, { origin: [DESKTOP_ORIGIN], methods: ['GET', 'POST'], exposedHeaders: [PROTOCOL_HEADER], maxAge: 3600 });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    // Higher levels take longer than the network saves.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 5 },
  });
  const protocol = createProtocolCheck(minimumProtocol);
  const auth = createAuth(db, protocol, (err) => logger.warn({ err }, 'the last use of a key could not be written'));
  app.addHook('onRequest', auth.ask);
  app.addHook('preHandler', auth.askAgain);
  app.addHook('onResponse', auth.noteUse);
  app.addHook('onClose', auth.settle);
  await describeApi(app);

  const context = { db, auth, protocol, events, disk };
  for (const addRoutes of ROUTES) addRoutes(app, context);
  if (simulatorUrls !== undefined) simulatorRoutes(app, simulatorUrls);
  await serveApp(app, staticDir, devicesPort);
  return app;
}
