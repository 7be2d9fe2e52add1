import { sql } from 'kysely';
import { priceListDocument } from '../../domain/price-lists/documents.ts';
import type { PriceList } from '../../domain/price-lists/price-list.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';

/** Writes a price list, and names it where it has a new state. Writing the same again changes nothing. */
export async function writePriceList(tx: Tx, list: PriceList, changeItems: ChangeItem[]): Promise<void> {
  const { rows } = await sql`
    insert into price_lists as l (id, body) values (${list.id}, ${JSON.stringify(priceListDocument.compact(list))}::jsonb)
    on conflict (id) do update set body = excluded.body where l.body is distinct from excluded.body returning id`.execute(tx);
  if (rows.length > 0) changeItems.push({ scope: 'all', kind: priceListDocument.kind, id: list.id });
}
