import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { ACTIONS, ACTOR_KINDS } from './actions.ts';
import { type GrantableScope, GRANTABLE_SCOPES } from './scopes.ts';

export const grantableScope = z.enum(GRANTABLE_SCOPES as [GrantableScope, ...GrantableScope[]]);
const scopes = z
  .array(grantableScope)
  .min(1, 'Name at least one scope.')
  .max(GRANTABLE_SCOPES.length)
  .transform((given) => [...new Set(given)]);
const personName = text.trim().min(1).max(80);
/** At least 12 characters: long ones are safe without rules about what is in them. */
const password = text.min(12, 'A password has at least 12 characters.').max(200);

/** An API key without what opens anything. `lastUsedAt` is as exact as a minute. */
export const listedKey = z.strictObject({
  id: text,
  name: text,
  scopes: z.array(grantableScope),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
});
/** `GET /v1/keys`. */
export const keyList = z.strictObject({ items: z.array(listedKey) });
/** `POST /v1/keys`. */
export const newKey = z.strictObject({ name: personName, scopes, expiresAt: instant.nullable().default(null) });
/** Its answer: the only one that has the key itself. */
export const madeKey = listedKey.extend({ key: text });

/** An office user. */
export const listedUser = z.strictObject({
  id: text,
  name: text,
  scopes: z.array(grantableScope),
  secondFactor: z.boolean(),
  /** The password was made by somebody else and not changed since. */
  passwordIsTemporary: z.boolean(),
  createdAt: instant,
  lastSignInAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
});
/** `GET /v1/users`. */
export const userList = z.strictObject({ items: z.array(listedUser) });
/** `POST /v1/users`. */
export const newUser = z.strictObject({ name: personName, scopes });
/** `POST /v1/users/ID/scopes`. */
export const scopesRequest = z.strictObject({ scopes });
/** A user whose password was made here: the only answer that has it. */
export const userWithPassword = listedUser.extend({ password: text });

/** `POST /v1/office/sign-in`. `code` is that of the second factor, or a recovery code. */
export const signInRequest = z.strictObject({
  name: text.min(1).max(80),
  password: text.min(1).max(200),
  code: text.max(40).optional(),
});

/** What a user has to do before anything else. */
export const dutyOfUser = z.enum(['change_password', 'set_up_second_factor']);

/** `GET /v1/office/me`: the user who asks. */
export const signedInUser = z.strictObject({
  id: text,
  name: text,
  scopes: z.array(grantableScope),
  secondFactor: z.boolean(),
  recoveryCodesLeft: z.number(),
  duty: dutyOfUser.nullable(),
});
/** The answer of a sign-in: a token for `Authorization: Bearer`, and until when it counts. */
export const signedIn = z.strictObject({ token: text, expiresAt: instant, user: signedInUser });

/** `POST /v1/office/password`. */
export const passwordRequest = z.strictObject({ current: text.min(1).max(200), next: password });
/** `POST /v1/office/second-factor`. `code` is of the second factor that there is already. */
export const secondFactorRequest = z.strictObject({ password: text.min(1).max(200), code: text.max(40).optional() });
/** The secret as text, and as the address that an app for codes reads. */
export const secondFactorSecret = z.strictObject({ secret: text, address: text });
/** `POST /v1/office/second-factor/confirm`. */
export const confirmRequest = z.strictObject({ code: text.min(1).max(40) });
/** Each opens once, in place of a code. They are told only here. */
export const recoveryCodes = z.strictObject({ recoveryCodes: z.array(text) });

/** How many rows of the log an answer has at most. */
const MOST_ACTIONS = 200;

/** `GET /v1/actions`: the newest first. `after` is `next` of the page before. */
export const actionQuery = z.strictObject({
  after: text.max(300).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ACTIONS).default(50),
});
/** What somebody did. `address` is null for a command on the server's machine, and where it was not kept yet. */
export const loggedAction = z.strictObject({
  id: text,
  at: instant,
  by: z.strictObject({ kind: z.enum(ACTOR_KINDS).nullable(), id: text.nullable(), name: text }),
  address: text.nullable(),
  action: z.enum(ACTIONS),
  /** What it was done to: an id, or for a setting its key and place. */
  subject: text,
  /** The name of the user or key that it was done to; null for everything else. */
  subjectName: text.nullable(),
  before: z.unknown(),
  after: z.unknown(),
});
export const actionPage = z.strictObject({ items: z.array(loggedAction), next: text.nullable() });

export const idParams = z.object({ id: entityId });

export type ListedKey = z.infer<typeof listedKey>;
export type MadeKey = z.infer<typeof madeKey>;
export type NewKey = z.infer<typeof newKey>;
export type ListedUser = z.infer<typeof listedUser>;
export type UserWithPassword = z.infer<typeof userWithPassword>;
export type NewUser = z.infer<typeof newUser>;
export type SignInRequest = z.infer<typeof signInRequest>;
export type SignedIn = z.infer<typeof signedIn>;
export type SignedInUser = z.infer<typeof signedInUser>;
export type DutyOfUser = z.infer<typeof dutyOfUser>;
export type LoggedAction = z.infer<typeof loggedAction>;
export type ActionPage = z.infer<typeof actionPage>;
export type ActionQuery = z.infer<typeof actionQuery>;
