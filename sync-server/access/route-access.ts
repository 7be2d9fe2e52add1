import type { FastifyInstance, RouteOptions } from 'fastify';
import { type Scope, SCOPES } from '../../domain/access/scopes.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';

/**
 * What an address asks of its caller: a scope; nothing (`public`); or that it is an office user, whatever their scopes, because the
 * address is about themselves (`any_user`).
 */
export type RouteAccess = Scope | 'public' | 'any_user';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route says it; the server does not start otherwise. */
    access?: RouteAccess;
    /** A register that was stopped because it runs on two machines is let in too (rule J7). */
    evenIfCloned?: boolean;
    /** Work on a body that passed the schema, done while its register is still looked up. It may have no effect but to be remembered. */
    whileAsked?: (body: unknown) => void;
  }
}

/** What plugins add, which cannot be told to declare anything: the pages of the app, the description of the API, CORS preflights. */
const PLUGIN_ROUTES = /^(\*|\/\*|\/|\/docs(\/.*)?)$/;

function isAccess(access: unknown): access is RouteAccess {
  return access === 'public' || access === 'any_user' || (SCOPES as readonly unknown[]).includes(access);
}

function declare(route: RouteOptions): void {
  if (route.config?.access === undefined && PLUGIN_ROUTES.test(route.url)) route.config = { ...route.config, access: 'public' };
  const access = route.config?.access;
  if (!isAccess(access)) {
    throw new Error(`${String(route.method)} ${route.url} does not say who may ask: set config.access to a scope, public or any_user.`);
  }
  if (access === 'public' && route.schema === undefined) return;
  const { response, ...schema } = route.schema ?? {};
  const takesSomething = ['body', 'params', 'querystring', 'headers'].some((part) => part in schema);
  const refusals = { ...(takesSomething && { 400: errorBody }), ...(access !== 'public' && { 401: errorBody, 403: errorBody }) };
  route.schema = {
    ...schema,
    security: access === 'public' ? [] : [{ bearer: [access] }],
    response: { ...refusals, ...(response as object | undefined) },
  };
}

/**
 * Sees to it that every route declares what it needs, and describes it so (OpenAPI 3.1 names a scope in `security`), with the answers to
 * those who may not ask and to what the schema does not take.
 * Call it before any route is added.
 * @throws later, for a route that declares nothing: the server does not start.
 */
export function declareAccess(app: Pick<FastifyInstance, 'addHook'>): void {
  app.addHook('onRoute', declare);
}
