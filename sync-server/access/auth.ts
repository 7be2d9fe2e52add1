import type { FastifyRequest } from 'fastify';
import { type GrantableScope, grants, REGISTER_SCOPES } from '../../domain/access/scopes.ts';
import { PROTOCOL_HEADER, protocolVersionOf } from '../../domain/protocol/protocol.ts';
import type { Db } from '../db/database.ts';
import type { ProtocolCheck } from '../http/check-protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { nameCaller } from '../http/request-log.ts';
import { findKey, type KeyCaller } from './find-key.ts';
import { lookUpRegisters, type RegisterCaller } from './find-register.ts';
import { findUser, type UserCaller } from './find-user.ts';
import { createKeyUse } from './note-key-use.ts';
import { rememberTokens } from './recent-tokens.ts';
import type { RouteAccess } from './route-access.ts';

/** Who asks: a register of a store, a machine with an API key, or an office user. */
export type Caller = RegisterCaller | KeyCaller | UserCaller;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
    /** The answer to who asks, where it is not there yet while the body is read. */
    asking: Promise<void> | null;
  }
}

/** Who may ask, by what each route declares (`declareAccess`). */
export interface Auth {
  /**
   * An onRequest hook for all routes: rejects callers that the route is not for, before the body is parsed. Where the route says what to
   * do `whileAsked`, a register that was let in a moment ago is looked up all the same, but its body is read meanwhile.
   */
  ask(request: FastifyRequest): Promise<void>;
  /**
   * A preHandler hook: no handler runs before the caller is known. Asks again about a key or a user once the body is there: its sender
   * decides how long that takes, and a key must not outlive its withdrawal by it.
   */
  askAgain(request: FastifyRequest): Promise<void>;
  /** An onResponse hook: keeps when a key was used last. */
  noteUse(request: FastifyRequest): Promise<void>;
  /** Resolves when nothing of it is under way any more. */
  settle(): Promise<void>;
  /** Whether a register would still be let in: a stream that it has open is not asked again by itself. */
  isWelcome(request: FastifyRequest): Promise<boolean>;
}

function bearer(request: FastifyRequest): string {
  const token = /^Bearer +([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined) return token;
  throw new HttpRefusal(401, {
    code: 'not_authorized',
    message: 'This address needs a token.',
    field: 'Authorization',
    fix: 'Send Authorization: Bearer TOKEN.',
  });
}

const TOKEN_UNKNOWN = {
  code: 'token_unknown',
  message: 'This token is not known here.',
  field: 'Authorization',
  fix: 'Enrol the register again, or use a valid API key.',
};
const SIGNED_OUT = {
  code: 'signed_out',
  message: 'You are not signed in any more.',
  field: 'Authorization',
  fix: 'Sign in again.',
};

function notAllowed(scope: GrantableScope): HttpRefusal {
  return new HttpRefusal(403, {
    code: 'not_allowed',
    message: `This needs the scope ${scope}.`,
    field: 'Authorization',
    fix: 'Use a key or a user that has it.',
  });
}

const DUTIES = {
  change_password: 'Change your password first: somebody else has made it.',
  set_up_second_factor: 'Set up a second factor first: the head office demands one.',
} as const;

/** @throws HttpRefusal where the route is not for a key or a user that is known. */
function checkScope(caller: KeyCaller | UserCaller, access: Exclude<RouteAccess, 'public' | 'sync'>): void {
  if (access === 'any_user') return;
  if (caller.kind === 'user' && caller.duty !== null) {
    throw new HttpRefusal(403, { code: caller.duty, message: DUTIES[caller.duty], fix: 'Sign in at the page of the head office.' });
  }
  if (!grants(caller.scopes, access)) throw notAllowed(access);
}

/** How long a register that was let in counts as one that was let in a moment ago, in milliseconds. */
const RECENT_MS = 10_000;
/** Of how many registers that is remembered; the next body of any other is read after its token was looked up. */
const MOST_RECENT = 10_000;

/** Tokens of users say so, so that one whose sign-in has ended is told to sign in again. */
const OF_USER = /^user_/;

/**
 * @param protocol which versions of the protocol registers may speak; others are not asked.
 * @param onUseLost told when the last use of a key could not be written.
 */
export function createAuth(db: Db, protocol: ProtocolCheck, onUseLost: (error: unknown) => void): Auth {
  const findRegister = lookUpRegisters(db);
  const keyUse = createKeyUse(db, onUseLost);
  const recent = rememberTokens(RECENT_MS, MOST_RECENT);
  const versionOf = (request: FastifyRequest): number => protocolVersionOf(request.headers[PROTOCOL_HEADER]);

  async function findOfficeCaller(token: string, access: RouteAccess): Promise<KeyCaller | UserCaller> {
    const now = new Date();
    const found = OF_USER.test(token) ? await findUser(db, token, now) : access === 'any_user' ? null : await findKey(db, token, now);
    if (found === null) throw new HttpRefusal(401, OF_USER.test(token) ? SIGNED_OUT : TOKEN_UNKNOWN);
    return found;
  }

  async function admit(request: FastifyRequest, token: string, access: Exclude<RouteAccess, 'public'>): Promise<void> {
    if ((REGISTER_SCOPES as readonly RouteAccess[]).includes(access)) {
      const { evenIfCloned = false } = request.routeOptions.config;
      const register = await findRegister(token, { protocolVersion: versionOf(request), evenIfCloned });
      if (register !== null) {
        protocol.check(versionOf(request));
        nameCaller(request, { register: register.registerId, store: register.storeId });
        request.caller = register;
        recent.note(token);
        return;
      }
    }
    if (access === 'sync') throw new HttpRefusal(401, TOKEN_UNKNOWN);
    const caller = await findOfficeCaller(token, access);
    // Keys are named after machines. Of people, the log has ids only.
    nameCaller(request, { [caller.kind]: caller.kind === 'user' ? caller.id : caller.name });
    checkScope(caller, access);
    request.caller = caller;
  }

  return {
    async ask(request) {
      const { access, whileAsked } = request.routeOptions.config;
      // An address that there is not has no route, and says so to anybody.
      if (request.is404 || access === 'public') return;
      if (access === undefined) throw new Error('This route does not say who may ask.');
      const token = bearer(request);
      const asking = admit(request, token, access);
      if (whileAsked === undefined || !recent.has(token)) return asking;
      request.asking = asking;
      // The hook before the handler awaits it; a body that cannot be read gets no further than that.
      asking.catch(() => undefined);
    },
    async askAgain(request) {
      const { access, whileAsked } = request.routeOptions.config;
      if (request.asking !== null) {
        whileAsked?.(request.body);
        await request.asking;
      }
      const { caller, body } = request;
      if (body === undefined || caller === null || caller.kind === 'register') return;
      if (access === undefined || access === 'public' || access === 'sync') return;
      const found = await findOfficeCaller(bearer(request), access);
      checkScope(found, access);
      request.caller = found;
    },
    noteUse({ caller }) {
      if (caller?.kind === 'key') keyUse.note(caller);
      return Promise.resolve();
    },
    settle: () => keyUse.settle(),
    isWelcome: (request) =>
      findRegister(bearer(request), { protocolVersion: versionOf(request) }).then(
        (found) => found !== null,
        // A database that is away says nothing about the register.
        (error: unknown) => !(error instanceof HttpRefusal),
      ),
  };
}

/** The register that asks. For routes of the scope `sync`. */
export function callingRegister(request: FastifyRequest): RegisterCaller {
  if (request.caller?.kind !== 'register') throw new Error('This route is not for registers.');
  return request.caller;
}

/** The office user who asks. For routes for `any_user`. */
export function callingUser(request: FastifyRequest): UserCaller {
  if (request.caller?.kind !== 'user') throw new Error('This route is not for office users.');
  return request.caller;
}

/** The scopes of the key or user that asks. */
export function scopesOfCaller(request: FastifyRequest): readonly GrantableScope[] {
  const { caller } = request;
  return caller === null || caller.kind === 'register' ? [] : caller.scopes;
}
