import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { TYPED_TEXTS, type TypedText } from './words-of-person.ts';

/** A row in which words of a person stand. */
export interface TypedRow {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  /** The columns that may hold words, by name, as they stand. */
  readonly columns: Readonly<Record<string, unknown>>;
}

/** What `like` takes for one of its own characters. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

async function findIn(db: Db, { table, key, columns, exceptKinds }: TypedText, words: readonly string[]): Promise<TypedRow[]> {
  const plain = words.map((word) => `%${escaped(word)}%`);
  // In the text of a jsonb, quotes and backslashes are escaped.
  const inJson = words.map((word) => `%${escaped(JSON.stringify(word).slice(1, -1))}%`);
  const holds = columns.map(({ name, json }) => sql`${sql.ref(name)}::text ilike any(${json ? inJson : plain}::text[])`);
  const isMeant = exceptKinds === undefined ? sql`` : sql`and kind <> all(${exceptKinds}::text[])`;
  const pairs = (names: readonly string[], asText: boolean) =>
    sql.join(names.flatMap((name) => [sql.lit(name), asText ? sql`${sql.ref(name)}::text` : sql.ref(name)]));
  const { rows } = await sql<Omit<TypedRow, 'table'>>`
    select json_build_object(${pairs(key, true)}) as key,
      json_build_object(${pairs(
        columns.map(({ name }) => name),
        false,
      )}) as columns
    from ${sql.table(table)} where (${sql.join(holds, sql` or `)}) ${isMeant}
    order by ${sql.join(key.map((name) => sql.ref(name)))}`.execute(db);
  return rows.map((row) => ({ table, ...row }));
}

/** Finds rows in which any of these words stands, in any case. */
export async function findTyped(db: Db, words: readonly string[]): Promise<TypedRow[]> {
  const found: TypedRow[] = [];
  if (words.length === 0) return found;
  for (const one of TYPED_TEXTS) found.push(...(await findIn(db, one, words)));
  return found;
}
