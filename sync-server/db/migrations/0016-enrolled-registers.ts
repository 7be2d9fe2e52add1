import { type Kysely, sql } from 'kysely';

const statements = [
  `delete from enrolment_codes where used_by in (select i.value from settings s, jsonb_each_text(s.value) i
    where s.key = 'import-registers')`,
  `create index enrolment_codes_by_register on enrolment_codes (used_by)`,
];

/** A register with a code that it used is one of a device. Imports used codes too, for registers that have no device. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
