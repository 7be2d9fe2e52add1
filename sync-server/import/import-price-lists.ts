import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type PriceList, priceList } from '../../domain/price-lists/price-list.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import type { Db } from '../db/database.ts';
import { putPriceList } from '../price-lists/manage-price-lists.ts';
import { importById } from './import-by-id.ts';
import { type Fault, type Importer } from './import-rows.ts';
import { priceFaultRow } from './price-fault-row.ts';
import { schemaFault } from './schema-fault.ts';
import { readWhole } from './read-parts.ts';
import type { Row } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export const PRICE_LIST_COLUMNS = ['id', 'name'] as const;

/** The columns of fields that are called otherwise. */
const COLUMN_OF = {
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  storeIds: 'stores',
  customerGroups: 'customer_groups',
  customerIds: 'customers',
} as const;

/** Columns that a file may have besides. */
export const OTHER_PRICE_LIST_COLUMNS: readonly string[] = [...Object.values(COLUMN_OF), 'currency', 'priority'];

const BATCH = 100;

interface Read {
  readonly line: number;
  readonly text: string;
  readonly list: PriceList;
}

function readList(row: Row, currency: string): Result<Read, Fault> {
  const given = (column: string): string | undefined => row.get(column).trim() || undefined;
  const listed = (column: string) =>
    given(column)
      ?.split('|')
      .map((one) => one.trim());
  const text = given('priority');
  const priority = text === undefined ? accept(undefined) : readWhole(text, 'priority');
  if (!priority.ok) return priority;
  const parsed = priceList.safeParse({
    id: row.get('id').trim(),
    name: row.get('name').trim(),
    currency: given('currency') ?? currency,
    startsOn: given('starts_on'),
    endsOn: given('ends_on'),
    storeIds: listed('stores'),
    customerGroups: listed('customer_groups'),
    customerIds: listed('customers'),
    priority: priority.value,
  });
  if (parsed.success) return accept({ line: row.line, text: row.text, list: parsed.data });
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? '');
  return refuse(schemaFault((COLUMN_OF as Readonly<Record<string, string>>)[field] ?? field, issue));
}

/**
 * Imports price lists, without their prices: new ones, and in the place of those with the same id. Lists of a column are separated by `|`.
 * Importing a file again changes nothing. @param currency the company's, for lists that name none.
 */
export function priceListImporter(db: Db, currency: string): Importer {
  return importById<Read>({
    field: 'id',
    batchSize: BATCH,
    read: (row) => readList(row, currency),
    idOf: ({ list }) => list.id,
    write: async (batch) => {
      const refused: RefusedRow[] = [];
      for (const { line, text, list } of batch) {
        const written = await putPriceList(db, list, COMMAND_LINE);
        if (!written.ok && 'field' in written.refusal) refused.push({ line, text, ...priceFaultRow(written.refusal, COLUMN_OF) });
      }
      return refused;
    },
  });
}
