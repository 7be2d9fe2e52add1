import type { EventStream } from '../base/event-stream.ts';
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Db } from '../db/database.ts';
import type { Auth } from './auth.ts';
import type { ProtocolCheck } from '../http/check-protocol.ts';
import type { DiskWatch } from '../http/disk-watch.ts';

/** The server that routes are added to; schemas are zod's. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What every room's routes get. A room exports `function fooRoutes(app: App, context: RouteContext): void`. */
export interface RouteContext {
  readonly db: Db;
  readonly auth: Auth;
  /** Which versions of the protocol are let in; {@link Auth} asks it about every register. */
  readonly protocol: ProtocolCheck;
  /** Poked by itself after every request that may have written; no route needs to. */
  readonly events: EventStream;
  readonly disk: DiskWatch;
}
