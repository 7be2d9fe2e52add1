import { readFileSync } from 'node:fs';

/** Tables of the trade in `test/fixtures/facts`, collected from public documents in November 2026, with the columns that tests read. */
interface Tables {
  'cash-count-cases':
    | 'id'
    | 'title'
    | 'opening_float'
    | 'cash_sales_exact'
    | 'cash_refunds_exact'
    | 'rounding_sum'
    | 'paid_in'
    | 'paid_out'
    | 'safe_drops'
    | 'card_tips_paid_from_drawer'
    | 'gift_cards_sold_for_cash'
    | 'expected'
    | 'counted'
    | 'over_short';
  'dsfinvk-columns': 'file' | 'german_name' | 'position' | 'column' | 'type' | 'max_length' | 'decimals';
  'dsfinvk-values': 'field' | 'value';
  'emv-receipt-fields': 'field';
  'escpos-status-bits': 'request' | 'reply_byte' | 'bit' | 'when_1';
  'fr-nf525': 'item';
  'receipt-fields-by-country': 'country' | 'field';
  'xz-report-fields': 'field' | 'on_X' | 'on_Z';
}

const CELL = /("(?:[^"]|"")*"|[^,]*),/g;

/** The cells of a line of CSV (RFC 4180). None of the tables has a line break in a cell. */
function cellsOf(line: string): string[] {
  return [...`${line},`.matchAll(CELL)].map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

/** The rows of a table, by column. @throws Error where a row has too few or too many cells. */
export function factsOf<T extends keyof Tables>(table: T): readonly Readonly<Record<Tables[T], string>>[] {
  const text = readFileSync(new URL(`../fixtures/facts/${table}.csv`, import.meta.url), 'utf8');
  const [names = [], ...rows] = text.trimEnd().split('\n').map(cellsOf);
  return rows.map((cells, index) => {
    if (cells.length !== names.length) throw new Error(`Row ${index + 1} of ${table} has ${cells.length} cells, not ${names.length}.`);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) as Record<Tables[T], string>;
  });
}
