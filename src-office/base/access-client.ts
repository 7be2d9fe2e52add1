import type { z } from 'zod';
import {
  type ActionPage,
  actionPage,
  type ActionQuery,
  keyList,
  type ListedKey,
  type ListedUser,
  type MadeKey,
  madeKey,
  type NewKey,
  type NewUser,
  recoveryCodes,
  secondFactorSecret,
  type SignedIn,
  signedIn,
  type SignedInUser,
  signedInUser,
  type SignInRequest,
  userList,
  type UserWithPassword,
  userWithPassword,
} from '../../domain/access/access-protocol.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { askForJson } from '../../src-renderer/base/http-client.ts';
import { inWords } from './office-failure.ts';

/** What the head office asks the server about keys, users and the user who is signed in. */
export interface AccessClient {
  keys(): Promise<ListedKey[]>;
  /** The answer has the key itself: nothing else ever has. */
  makeKey(key: NewKey): Promise<MadeKey>;
  withdrawKey(id: string): Promise<void>;
  users(): Promise<ListedUser[]>;
  /** The answer has the first password: nothing else ever has. */
  makeUser(user: NewUser): Promise<UserWithPassword>;
  changeScopes(id: string, scopes: readonly GrantableScope[]): Promise<void>;
  withdrawUser(id: string): Promise<void>;
  resetPassword(id: string): Promise<UserWithPassword>;
  resetSecondFactor(id: string): Promise<void>;
  /** Who did what, the newest first. */
  actions(query: Partial<ActionQuery>): Promise<ActionPage>;
  me(): Promise<SignedInUser>;
  signOut(): Promise<void>;
  changePassword(current: string, next: string): Promise<void>;
  /** @param code of the second factor that there is already. */
  beginSecondFactor(password: string, code: string | undefined): Promise<{ readonly secret: string; readonly address: string }>;
  /** @returns recovery codes. */
  confirmSecondFactor(code: string): Promise<string[]>;
}

export type Ask = (path: string, body?: object) => Promise<unknown>;
/** @param method POST where there is a body, else GET, unless told. */
export type Exchange = <T extends z.ZodType>(schema: T, path: string, body?: object, method?: 'PUT' | 'DELETE') => Promise<z.output<T>>;

/** @param ask for what gives no answer that is read. @param exchange for what does. */
export function accessClient(ask: Ask, exchange: Exchange, queryText: (query: Partial<ActionQuery>) => string): AccessClient {
  const change = async (path: string, body: object = {}): Promise<void> => void (await ask(path, body));
  const ofKey = (id: string) => `/v1/keys/${encodeURIComponent(id)}`;
  const ofUser = (id: string) => `/v1/users/${encodeURIComponent(id)}`;
  return {
    keys: async () => (await exchange(keyList, '/v1/keys')).items,
    makeKey: (key) => exchange(madeKey, '/v1/keys', key),
    withdrawKey: (id) => change(`${ofKey(id)}/withdraw`),
    users: async () => (await exchange(userList, '/v1/users')).items,
    makeUser: (user) => exchange(userWithPassword, '/v1/users', user),
    changeScopes: (id, scopes) => change(`${ofUser(id)}/scopes`, { scopes }),
    withdrawUser: (id) => change(`${ofUser(id)}/withdraw`),
    resetPassword: (id) => exchange(userWithPassword, `${ofUser(id)}/reset-password`, {}),
    resetSecondFactor: (id) => change(`${ofUser(id)}/reset-second-factor`),
    actions: (query) => exchange(actionPage, `/v1/actions${queryText(query)}`),
    me: () => exchange(signedInUser, '/v1/office/me'),
    signOut: () => change('/v1/office/sign-out'),
    changePassword: (current, next) => change('/v1/office/password', { current, next }),
    beginSecondFactor: (password, code) => exchange(secondFactorSecret, '/v1/office/second-factor', { password, code }),
    confirmSecondFactor: async (code) => (await exchange(recoveryCodes, '/v1/office/second-factor/confirm', { code })).recoveryCodes,
  };
}

/** Signs a user in. Rejects with an `OfficeFailure`. @param server where the server is; empty for the one that served the page. */
export function signIn(request: SignInRequest, server = ''): Promise<SignedIn> {
  return inWords(askForJson(signedIn, `${server}/v1/office/sign-in`, { body: request }));
}
