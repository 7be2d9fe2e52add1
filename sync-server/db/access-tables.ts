import type { GeneratedAlways } from 'kysely';
import type { ActionCode, ActorKind } from '../../domain/access/actions.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import type { Instant, InstantNow, InstantOrNull, Json, JsonOrNull } from './columns.ts';

interface ApiKeysTable {
  key_hash: string;
  name: string;
  created_at: InstantNow;
  /** What it opens. */
  scopes: Json<readonly GrantableScope[]>;
  withdrawn_at: InstantOrNull;
  expires_at: InstantOrNull;
  /** As exact as a minute. */
  last_used_at: InstantOrNull;
}

/** A password as it is kept, with the parameters that it was hashed by. Salt and hash are base64. */
export interface PasswordHash {
  readonly algorithm: 'scrypt';
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  readonly salt: string;
  readonly hash: string;
}

interface OfficeUsersTable {
  id: string;
  name: string;
  /** The name as it is compared; unique among those that are not withdrawn. */
  name_key: string;
  password: Json<PasswordHash>;
  /** Somebody else knows it: it has to be changed before anything else. */
  password_is_temporary: boolean;
  scopes: Json<readonly GrantableScope[]>;
  /** Base32; null without a second factor. */
  totp_secret: string | null;
  /** The one that is being set up: it counts once a code of it was entered. */
  totp_pending: string | null;
  /** The time step of the last code that was used: a code works once. */
  totp_step: number | null;
  /** Hashes of those that are left. */
  recovery_codes: Json<readonly string[]>;
  created_at: InstantNow;
  withdrawn_at: InstantOrNull;
  last_sign_in_at: InstantOrNull;
}

interface OfficeSignInsTable {
  token_hash: string;
  user_id: string;
  created_at: InstantNow;
  expires_at: Instant;
}

interface OfficeActionsTable {
  id: GeneratedAlways<number>;
  at: InstantNow;
  actor_kind: ActorKind;
  actor_id: string;
  actor_name: string;
  /** Null on the server's own machine. */
  address: string | null;
  action: ActionCode;
  subject: string;
  before: JsonOrNull<unknown>;
  after: JsonOrNull<unknown>;
}

/** The register by which the head office records what it decides for a store. */
interface OfficeRegistersTable {
  store_id: string;
  register_id: string;
}

/** Who may ask the server, and what they did. */
export interface AccessTables {
  office_registers: OfficeRegistersTable;
  api_keys: ApiKeysTable;
  office_users: OfficeUsersTable;
  office_sign_ins: OfficeSignInsTable;
  office_actions: OfficeActionsTable;
}
