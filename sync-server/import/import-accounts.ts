import { v7 as uuidv7 } from 'uuid';
import { entityId } from '../../domain/base/envelope.ts';
import { isKnownCurrency } from '../../domain/base/iso-4217.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import { importFaultOf } from '../../domain/office/import-fault.ts';
import type { AccountLimitRequest } from '../../domain/stored-value/account-protocol.ts';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/database.ts';
import { setAccountLimit, weighAccountLimit } from '../stored-values/change-account.ts';
import type { StoredValueRefusal } from '../stored-values/change-stored-value.ts';
import { importById } from './import-by-id.ts';
import { type Fault, fault, type Importer, readText } from './import-rows.ts';
import { readMoney } from './read-price.ts';
import type { Row } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export const ACCOUNT_COLUMNS = ['customer', 'store', 'limit'] as const;

/** Columns that a file may have besides. */
export const OTHER_ACCOUNT_COLUMNS = ['currency', 'note'] as const;

/** Each limit is an operation of the head office, in a transaction of its own. */
const BATCH = 100;

interface Read {
  readonly line: number;
  readonly text: string;
  readonly customerId: string;
  readonly limit: Omit<AccountLimitRequest, 'operationId'>;
}

export interface AccountOptions {
  /** Of the company, ISO 4217: that of limits which name none. */
  readonly currency: string;
  /** Whether rows are only checked, and nothing is written. */
  readonly isDryRun: boolean;
}

function readLimit(row: Row, companyCurrency: string): Result<Read, Fault> {
  const customer = readText(row, 'customer', 64);
  if (!customer.ok) return customer;
  if (!entityId.safeParse(customer.value).success) return fault('customer', 'not_customer', {});
  const store = readText(row, 'store', 64, 0);
  if (!store.ok) return store;
  const currency = row.get('currency').trim() || companyCurrency;
  if (!isKnownCurrency(currency)) return fault('currency', 'not_currency', {});
  const limit = readMoney(row, 'limit', currency);
  if (!limit.ok) return limit;
  const note = readText(row, 'note', 300, 0);
  if (!note.ok) return note;
  const { line, text } = row;
  const given = { storeId: store.value, currency, limitMinor: limit.value, note: note.value };
  return accept({ line, text, customerId: customer.value, limit: given });
}

function reasonOf(refusal: StoredValueRefusal, storeId: string): Fault {
  if (refusal === 'unknown_customer') return importFaultOf('customer', 'unknown_customer', {});
  if (refusal === 'other_currency') return importFaultOf('currency', 'other_currency', {});
  if (refusal === 'unknown_store') return importFaultOf('store', storeId === '' ? 'needs_store' : 'unknown_store', {});
  return importFaultOf('customer', 'refused', { code: refusal });
}

/** Sets a limit unless it is there already. @returns why not; null where it is there. */
async function setLimit(db: Db, { customerId, limit }: Read, by: Actor, isDryRun: boolean): Promise<Fault | null> {
  const weighed = await weighAccountLimit(db, customerId, limit);
  if (!weighed.ok) return reasonOf(weighed.refusal, limit.storeId);
  const { home, known } = weighed.value;
  if (limit.storeId !== '' && home !== limit.storeId) return importFaultOf('store', 'other_store', { store: home });
  const isThere = known !== undefined && known.issuedAt !== null && known.limitMinor === limit.limitMinor;
  if (isThere || isDryRun) return null;
  const set = await setAccountLimit(db, customerId, { ...limit, storeId: home, operationId: uuidv7() }, by);
  return set.ok ? null : reasonOf(set.refusal, limit.storeId);
}

/**
 * Imports the limits of customers' accounts: opens those that are not there yet. A limit that is there already is left alone, so importing
 * a file again changes nothing. A customer has to be known; the store that keeps an account stays.
 */
export function accountImporter(db: Db, { currency, isDryRun }: AccountOptions, by: Actor): Importer {
  return importById<Read>({
    field: 'customer',
    batchSize: BATCH,
    read: (row) => readLimit(row, currency),
    idOf: ({ customerId }) => customerId,
    write: async (limits) => {
      const refused: RefusedRow[] = [];
      for (const one of limits) {
        const wrong = await setLimit(db, one, by, isDryRun);
        if (wrong !== null) refused.push({ line: one.line, text: one.text, ...wrong });
      }
      return refused;
    },
  });
}
