import { sql } from 'kysely';
import type { Change, PullResponse } from '../../../domain/protocol/protocol.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import type { World } from '../world.ts';

/** A rule broken on purpose, somewhere between the code under test and the world, so that the auditor can show that it sees it. */
export interface Mutation {
  readonly name: string;
  readonly rule: string;
  spoil(world: World): Promise<void>;
}

/** Makes the database itself break a rule: `body` runs before (or after) rows of a table are written. */
export async function trigger(db: Db, table: string, moment: string, body: string): Promise<void> {
  await sql.raw(`create function spoil() returns trigger language plpgsql as $$ begin ${body} end $$`).execute(db);
  await sql.raw(`create trigger spoil ${moment} on ${table} for each row execute function spoil()`).execute(db);
}

/** The pool's database breaks a rule: see {@link trigger}. */
export function inDatabase(name: string, rule: string, table: string, moment: string, body: string): Mutation {
  return { name, rule, spoil: ({ pool }) => trigger(pool.db, table, moment, body) };
}

/** Changes what pulls bring, from the tenth that brings something on. */
export function inPulls(name: string, rule: string, change: (changes: readonly Change[]) => Change[]): Mutation {
  return {
    name,
    rule,
    spoil: ({ network }) => {
      let pulls = 0;
      network.tamper = (_line, asked, answer) => {
        if (asked.path !== '/v1/pull' || answer.status !== 200) return answer;
        const body = JSON.parse(answer.body) as PullResponse;
        if (body.changes.length === 0 || (pulls += 1) < 10) return answer;
        return { ...answer, body: JSON.stringify({ ...body, changes: change(body.changes) }) };
      };
      return Promise.resolve();
    },
  };
}

/** Begins what a trigger does now and then, once some operations are there. */
export const AFTER_A_WHILE = 'if (select count(*) from operations) > 60 and random() < 0.3 then';
