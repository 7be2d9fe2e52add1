import { sql } from 'kysely';
import type { DutyOfUser } from '../../domain/access/access-protocol.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { secondFactor } from '../../domain/access/settings.ts';
import { companySettingsDocument, COMPANY } from '../../domain/settings/documents.ts';
import { hashSecret } from '../base/secrets.ts';
import type { Db, Tx } from '../db/database.ts';

/** A user of the head office who is signed in. */
export interface UserCaller {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly GrantableScope[];
  /** What comes before anything else; null when nothing does. */
  readonly duty: DutyOfUser | null;
  /** Of the token that the user signed in with. */
  readonly tokenHash: string;
}

/** What a user has to do first, in SQL. `u` is the row of the user. */
const DUTY = sql<DutyOfUser | null>`case
  when u.password_is_temporary then 'change_password'
  when u.totp_secret is null and exists (select 1 from documents where kind = ${companySettingsDocument.kind} and id = ${COMPANY}
    and body->'values'->>${secondFactor.key} = 'required') then 'set_up_second_factor' end`;

/** The user who signed in with a token; null where the token is unknown or has ended. */
export async function findUser(db: Db, token: string, now: Date): Promise<UserCaller | null> {
  const tokenHash = hashSecret(token);
  const { rows } = await sql<Omit<UserCaller, 'kind' | 'tokenHash'>>`
    select u.id, u.name, u.scopes, ${DUTY} as duty from office_sign_ins s join office_users u on u.id = s.user_id
    where s.token_hash = ${tokenHash} and s.expires_at > ${now} and u.withdrawn_at is null`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { kind: 'user', tokenHash, ...row };
}

/** What a user has to do before anything else. */
export async function readDuty(db: Db | Tx, userId: string): Promise<DutyOfUser | null> {
  const { rows } = await sql<{ duty: DutyOfUser | null }>`select ${DUTY} as duty from office_users u where id = ${userId}`.execute(db);
  return rows[0]?.duty ?? null;
}
