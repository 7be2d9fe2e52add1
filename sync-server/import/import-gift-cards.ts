import { sha256Hex } from '../../domain/base/hash-operation.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import { importFaultOf } from '../../domain/office/import-fault.ts';
import { numberedKind, readCardNumber, storedValueId } from '../../domain/stored-value/stored-value.ts';
import type { AdjustRequest } from '../../domain/stored-value/stored-value-protocol.ts';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/database.ts';
import { adjustStoredValue, findStoredValue, type StoredValueRefusal } from '../stored-values/change-stored-value.ts';
import { importById } from './import-by-id.ts';
import { type Fault, fault, type Importer, readText } from './import-rows.ts';
import { readMoney } from './read-price.ts';
import type { Row } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export const GIFT_CARD_COLUMNS = ['number', 'store', 'balance'] as const;

/** Columns that a file may have besides. */
export const OTHER_GIFT_CARD_COLUMNS = ['kind'] as const;

/** Each card is an operation of the head office, in a transaction of its own. */
const BATCH = 100;

interface Read {
  readonly line: number;
  readonly text: string;
  readonly id: string;
  readonly request: AdjustRequest;
}

/** The same operation for a card whenever it is imported, so that a file can be imported again: a UUIDv7 of its number, without a time. */
function operationIdFor(id: string): string {
  const hex = sha256Hex(`outpost import of ${id}`);
  return `00000000-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

function readCard(row: Row, currency: string): Result<Read, Fault> {
  const number = readCardNumber(row.get('number'));
  if (number === null) return fault('number', 'not_card', {});
  const store = readText(row, 'store', 64);
  if (!store.ok) return store;
  const kind = numberedKind.safeParse(row.get('kind').trim() || 'gift_card');
  if (!kind.success) return fault('kind', 'none_of', { options: numberedKind.options.join(', ') });
  const balance = readMoney(row, 'balance', currency);
  if (!balance.ok) return balance;
  if (balance.value === 0) return fault('balance', 'zero', {});
  const id = storedValueId(number);
  const money = { kind: kind.data, currency, differenceMinor: balance.value, reason: 'imported', note: '' } as const;
  return accept({
    line: row.line,
    text: row.text,
    id,
    request: { operationId: operationIdFor(id), number, storeId: store.value, ...money },
  });
}

const REASONS: Partial<Record<StoredValueRefusal, Fault>> = {
  unknown_store: importFaultOf('store', 'unknown_store', {}),
  id_reused: importFaultOf('balance', 'other_balance', {}),
  other_currency: importFaultOf('number', 'known_other_currency', {}),
  other_kind: importFaultOf('number', 'known_other_kind', {}),
};

/** Issues a card. @returns why not; null where it is there. */
async function issue(db: Db, { id, request }: Read, by: Actor): Promise<Fault | null> {
  const before = await db.selectFrom('operations').select('id').where('id', '=', request.operationId).executeTakeFirst();
  // What somebody else has issued under this number is not added to.
  if (before === undefined && (await findStoredValue(db, id)) !== undefined) return importFaultOf('number', 'known', {});
  const issued = await adjustStoredValue(db, request, by);
  return issued.ok ? null : (REASONS[issued.refusal] ?? importFaultOf('number', 'refused', { code: issued.refusal }));
}

/** Imports gift cards and store credit with what is on them. Importing a file again changes nothing. @param currency of the company. */
export function giftCardImporter(db: Db, currency: string, by: Actor): Importer {
  return importById<Read>({
    field: 'number',
    batchSize: BATCH,
    read: (row) => readCard(row, currency),
    idOf: ({ id }) => id,
    write: async (cards) => {
      const refused: RefusedRow[] = [];
      for (const card of cards) {
        const wrong = await issue(db, card, by);
        if (wrong !== null) refused.push({ line: card.line, text: card.text, ...wrong });
      }
      return refused;
    },
  });
}
