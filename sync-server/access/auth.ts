import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { PublicKey } from '../../domain/base/signature.ts';
import { PROTOCOL_HEADER, protocolVersionOf } from '../../domain/protocol/protocol.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import type { KeyScope } from './keys.ts';
import type { Db } from '../db/database.ts';
import { batch } from '../base/batch.ts';
import { hashSecret } from '../base/secrets.ts';
import type { ProtocolCheck } from '../http/check-protocol.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { nameCaller } from '../http/request-log.ts';

/** Who asks: a register of a store, or a holder of an API key (the web shop, the head office). */
export type Caller =
  | {
      readonly kind: 'register';
      readonly registerId: string;
      readonly storeId: string;
      /** By which it signs what it sends (rule A4); null while the server knows none. */
      readonly publicKey: PublicKey | null;
    }
  | { readonly kind: 'api_key'; readonly name: string; readonly scope: KeyScope };
export type RegisterCaller = Extract<Caller, { kind: 'register' }>;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

type PreHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** onRequest guards: they reject unknown callers before the body is parsed. */
export interface Auth {
  readonly register: PreHandler;
  /** As `register`, and also one that was stopped because it runs on two machines (rule J7). */
  readonly registerEvenIfCloned: PreHandler;
  /** The web shop, and the head office. */
  readonly apiKey: PreHandler;
  /** The head office alone. */
  readonly office: PreHandler;
  readonly registerOrApiKey: PreHandler;
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

interface Finding {
  readonly evenIfCloned?: boolean;
  /** The version of the protocol that the register speaks. */
  readonly protocolVersion: number;
}

type FindRegister = (token: string, finding: Finding) => Promise<RegisterCaller | null>;

/**
 * Looks registers up by their tokens, those who ask at the same time in one statement. Nothing is remembered: a register
 * that another server has just stopped is stopped here too.
 */
function lookUpRegisters(db: Db): FindRegister {
  const rowOf = batch({
    run: async (hashes: readonly string[]) => {
      const rows = await db
        .selectFrom('registers')
        .select(['id', 'store_id', 'status', 'token_hash', 'public_key'])
        .where(sql<boolean>`token_hash = any(${hashes}::text[])`)
        .execute();
      const byHash = new Map(rows.map((row) => [row.token_hash, row]));
      return hashes.map((hash) => byHash.get(hash));
    },
    weightOf: () => 1,
    maxWeight: 200,
    waitMs: 1,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  return async (token, { evenIfCloned = false, protocolVersion }) => {
    const row = await rowOf(hashSecret(token));
    if (row === undefined) return null;
    if (row.status === 'cloned' && !evenIfCloned) throw registerCloned();
    // An app of version 1 knows no such refusal; it stops at the one for an unknown token.
    if (row.status === 'withdrawn') return protocolVersion < 2 ? null : Promise.reject(registerWithdrawn());
    return { kind: 'register', registerId: row.id, storeId: row.store_id, publicKey: row.public_key };
  };
}

async function findApiKey(db: Db, token: string): Promise<Caller | null> {
  const row = await db
    .selectFrom('api_keys')
    .select(['name', 'scope', 'withdrawn_at'])
    .where('key_hash', '=', hashSecret(token))
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.withdrawn_at === null) return { kind: 'api_key', name: row.name, scope: row.scope };
  throw new HttpRefusal(401, {
    code: 'key_withdrawn',
    message: 'This API key was withdrawn.',
    field: 'Authorization',
    fix: 'Ask the head office for a new one.',
  });
}

/** The register's profile runs on two machines; both are stopped (rule J7). */
export function registerCloned(): HttpRefusal {
  return new HttpRefusal(409, {
    code: 'register_cloned',
    message: 'This register runs on two machines, so it was stopped.',
    fix: 'Export its journal, then enrol each machine as a register of its own.',
  });
}

/** The head office has shut the register out: its device was lost, say. */
function registerWithdrawn(): HttpRefusal {
  return new HttpRefusal(403, {
    code: 'register_withdrawn',
    message: 'The head office has withdrawn this register.',
    fix: 'Save a copy of its journal for the head office, then enrol the device with a new code.',
  });
}

function notForThisKey(): HttpRefusal {
  return new HttpRefusal(403, {
    code: 'not_allowed',
    message: 'This API key does not open this address.',
    field: 'Authorization',
    fix: 'Use a key of the head office.',
  });
}

/** @param protocol which versions of the protocol registers may speak; holders of API keys are not asked. */
export function createAuth(db: Db, protocol: ProtocolCheck): Auth {
  const findRegister = lookUpRegisters(db);
  const versionOf = (request: FastifyRequest): number => protocolVersionOf(request.headers[PROTOCOL_HEADER]);
  const check =
    (find: (token: string, protocolVersion: number) => Promise<Caller | null>, scope?: KeyScope): PreHandler =>
    async (request) => {
      const caller = await find(bearer(request), versionOf(request));
      if (caller === null) {
        throw new HttpRefusal(401, {
          code: 'token_unknown',
          message: 'This token is not known here.',
          field: 'Authorization',
          fix: 'Enrol the register again, or use a valid API key.',
        });
      }
      if (caller.kind === 'register') protocol.check(versionOf(request));
      nameCaller(request, caller.kind === 'register' ? { register: caller.registerId, store: caller.storeId } : { key: caller.name });
      if (caller.kind === 'api_key' && scope !== undefined && caller.scope !== scope) throw notForThisKey();
      request.caller = caller;
    };
  const register = (token: string, protocolVersion: number) => findRegister(token, { protocolVersion });
  return {
    register: check(register),
    registerEvenIfCloned: check((token, protocolVersion) => findRegister(token, { protocolVersion, evenIfCloned: true })),
    apiKey: check((token) => findApiKey(db, token)),
    office: check((token) => findApiKey(db, token), 'office'),
    registerOrApiKey: check(async (token, protocolVersion) => (await register(token, protocolVersion)) ?? findApiKey(db, token)),
    isWelcome: (request) =>
      register(bearer(request), versionOf(request)).then(
        (found) => found !== null,
        // A database that is away says nothing about the register.
        (error: unknown) => !(error instanceof HttpRefusal),
      ),
  };
}

/** The register that asks. For routes behind {@link Auth.register}. */
export function callingRegister(request: FastifyRequest): RegisterCaller {
  if (request.caller?.kind !== 'register') throw new Error('This route is not behind the check for registers.');
  return request.caller;
}

/** The name of the API key that asks. For routes behind {@link Auth.apiKey}. */
export function callingOffice(request: FastifyRequest): string {
  if (request.caller?.kind !== 'api_key') throw new Error('This route is not behind the check for API keys.');
  return request.caller.name;
}
