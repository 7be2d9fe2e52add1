import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { PROTOCOL_HEADER, protocolVersionOf } from '../../domain/wire/protocol.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import type { Db } from '../db/database.ts';
import { gather } from '../sync/gather.ts';
import { hashSecret } from '../sync/secrets.ts';
import type { ProtocolCheck } from './check-protocol.ts';
import { HttpRefusal } from './refuse.ts';
import { nameCaller } from './request-log.ts';

/** Who asks: a register of a store, or a holder of an API key (the web shop, the head office). */
export type Caller =
  | { readonly kind: 'register'; readonly registerId: string; readonly storeId: string }
  | { readonly kind: 'api_key'; readonly name: string };
export type RegisterCaller = Extract<Caller, { kind: 'register' }>;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

type PreHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Checks to put before routes, as `onRequest`, so that nobody unknown gets a body read. */
export interface Auth {
  readonly register: PreHandler;
  /** As `register`, and also one that was stopped because it runs on two machines (rule J7). */
  readonly registerEvenIfCloned: PreHandler;
  readonly apiKey: PreHandler;
  readonly registerOrApiKey: PreHandler;
}

function bearer(request: FastifyRequest): string {
  const token = /^Bearer +([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined) return token;
  throw new HttpRefusal(401, {
    code: 'not_authorized', message: 'This address needs a token.', field: 'Authorization', fix: 'Send Authorization: Bearer TOKEN.',
  });
}

type FindRegister = (token: string, evenIfCloned?: boolean) => Promise<RegisterCaller | null>;

/**
 * Looks registers up by their tokens, those who ask at the same time in one statement. Nothing is remembered: a register
 * that another server has just stopped is stopped here too.
 */
function lookUpRegisters(db: Db): FindRegister {
  const rowOf = gather({
    run: async (hashes: readonly string[]) => {
      const rows = await db.selectFrom('registers').select(['id', 'store_id', 'status', 'token_hash']).where(sql<boolean>`token_hash = any(${hashes}::text[])`).execute();
      const byHash = new Map(rows.map((row) => [row.token_hash, row]));
      return hashes.map((hash) => byHash.get(hash));
    },
    weightOf: () => 1,
    maxWeight: 200,
    waitMs: 1,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  return async (token, evenIfCloned = false) => {
    const row = await rowOf(hashSecret(token));
    if (row === undefined) return null;
    if (row.status === 'cloned' && !evenIfCloned) throw registerCloned();
    return { kind: 'register', registerId: row.id, storeId: row.store_id };
  };
}

async function findApiKey(db: Db, token: string): Promise<Caller | null> {
  const row = await db.selectFrom('api_keys').select('name').where('key_hash', '=', hashSecret(token)).executeTakeFirst();
  return row === undefined ? null : { kind: 'api_key', name: row.name };
}

/** The register's profile runs on two machines; both are stopped (rule J7). */
export function registerCloned(): HttpRefusal {
  return new HttpRefusal(409, {
    code: 'register_cloned',
    message: 'This register runs on two machines, so it was stopped.',
    fix: 'Export its journal, then enrol each machine as a register of its own.',
  });
}

/** @param protocol which versions of the protocol registers may speak; holders of API keys are not asked. */
export function createAuth(db: Db, protocol: ProtocolCheck): Auth {
  const check = (find: (token: string) => Promise<Caller | null>): PreHandler => async (request) => {
    const caller = await find(bearer(request));
    if (caller === null) {
      throw new HttpRefusal(401, {
        code: 'token_unknown', message: 'This token is not known here.', field: 'Authorization', fix: 'Enrol the register again, or use a valid API key.',
      });
    }
    if (caller.kind === 'register') protocol.check(protocolVersionOf(request.headers[PROTOCOL_HEADER]));
    request.caller = caller;
    nameCaller(request, caller.kind === 'register' ? { register: caller.registerId, store: caller.storeId } : { key: caller.name });
  };
  const findRegister = lookUpRegisters(db);
  return {
    register: check((token) => findRegister(token)),
    registerEvenIfCloned: check((token) => findRegister(token, true)),
    apiKey: check((token) => findApiKey(db, token)),
    registerOrApiKey: check(async (token) => (await findRegister(token)) ?? findApiKey(db, token)),
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
