import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { type RawBuilder, sql } from 'kysely';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import { tableOf } from './tables.ts';

interface Row {
  readonly id: string;
  readonly body: unknown;
}

function valueOf(path: readonly string[], type: string): RawBuilder<unknown> {
  const at = path.slice(0, -1).reduce((json, step) => sql`${json} -> ${sql.lit(step)}`, sql`r.body`);
  const last = sql.lit(path.at(-1) ?? '');
  return type === 'json' ? sql`${at} -> ${last}` : sql`(${at} ->> ${last})::${sql.raw(type)}`;
}

/** Writes documents of one kind as they are now. @param known whether they stand in the table already. */
async function writeRows(tx: Tx, definition: DocumentDefinition, rows: readonly Row[], known: boolean): Promise<void> {
  if (rows.length === 0) return;
  const table = tableOf(definition);
  if (table === null) throw new TypeError(`${definition.kind} is made of other tables: nothing writes it.`);
  const compact = rows.map(({ id, body }) => ({ id, body: definition.compact(body) }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(compact)}::jsonb) as r(id text, body jsonb)`;
  const columns = Object.entries(table.columns).map(([name, { path, type }]) => ({ name: sql.ref(name), value: valueOf(path, type) }));
  const set = sql.join([...columns.map(({ name, value }) => sql`${name} = ${value}`), sql`body = r.body`]);
  if (known) {
    await sql`update ${table.name} as d set ${set} from ${given} where ${table.where} and d.${table.key} = r.id`.execute(tx);
    return;
  }
  const kind = definition.stored.in === 'documents' ? [{ name: sql.ref('kind'), value: sql.lit(definition.kind) }] : [];
  const all = [...kind, ...columns];
  const target = sql.join([...kind.map(({ name }) => name), table.key]);
  await sql`
    insert into ${table.name} (${sql.join([table.key, ...all.map(({ name }) => name), sql.ref('body')])})
    select ${sql.join([sql`r.id`, ...all.map(({ value }) => value), sql`r.body`])} from ${given}
    on conflict (${target}) do update set ${sql.join([
      ...columns.map(({ name }) => sql`${name} = excluded.${name}`),
      sql`body = excluded.body`,
    ])}`.execute(tx);
}

/**
 * Writes every document of an overlay that has a new state, and names the changes.
 * @param others kinds whose room writes them itself.
 */
export async function writeDocuments(
  tx: Tx,
  overlay: StoreOverlay,
  changeItems: ChangeItem[],
  others: readonly string[] = [],
): Promise<void> {
  for (const definition of DOCUMENTS as readonly (DocumentDefinition & { kind: ChangeItem['kind'] })[]) {
    if (others.includes(definition.kind)) continue;
    const changed = [...overlay.changedOf(definition)].map(([id, body]) => ({ id, body }));
    const isKnown = ({ id }: Row): boolean => overlay.before(definition, id) !== undefined;
    await writeRows(tx, definition, changed.filter(isKnown), true);
    await writeRows(
      tx,
      definition,
      changed.filter((row) => !isKnown(row)),
      false,
    );
    for (const { id, body } of changed) {
      changeItems.push({ scope: definition.scopeOf(body), kind: definition.kind, id, deleted: !definition.inFeed(body) });
    }
  }
}
