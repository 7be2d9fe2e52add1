import { SETTINGS_DOCUMENT_OF } from '../../domain/settings/documents.ts';

/**
 * What tells a person apart wherever it stands: several words, a mail address, or a number of at least five digits. A first name
 * alone stands in texts that have nothing to do with them, and in the names of goods.
 */
const TELLING = /\S\s+\S|\S@\S|(?:\d\D*){5}/;

/** Where a person's words may stand beside their orders: rows that hold texts as they were typed or sent. */
export interface TypedText {
  readonly table: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  readonly columns: readonly { readonly name: string; readonly json: boolean }[];
  /** Kinds of rows that no person stands in. */
  readonly exceptKinds?: readonly string[];
}

const json = (name: string) => ({ name, json: true });
const plain = (name: string) => ({ name, json: false });

/** Every table in which texts stand as they were typed or sent. */
export const TYPED_TEXTS: readonly TypedText[] = [
  { table: 'operations', key: ['id'], columns: [json('body'), json('facts')] },
  { table: 'parked_operations', key: ['register_id', 'seq'], columns: [json('body')] },
  { table: 'quarantine', key: ['id'], columns: [json('body'), json('facts'), plain('operation_id')] },
  { table: 'quarantine_replays', key: ['id'], columns: [json('facts')] },
  { table: 'sales', key: ['receipt_number'], columns: [json('body')] },
  { table: 'returns', key: ['receipt_number'], columns: [json('body'), json('origin')] },
  { table: 'mails', key: ['id'], columns: [plain('address')] },
  { table: 'shifts', key: ['id'], columns: [json('body')] },
  { table: 'exceptions', key: ['id'], columns: [json('body')] },
  { table: 'exception_resolutions', key: ['operation_id'], columns: [json('body')] },
  {
    table: 'documents',
    key: ['kind', 'id'],
    columns: [json('body')],
    // The texts of receipts and the names of stores are of the company.
    exceptKinds: Object.values(SETTINGS_DOCUMENT_OF).map(({ kind }) => kind),
  },
];

/** The words by which a person is told apart, the longest first, each once. */
export function wordsOf(values: readonly (string | null | undefined)[]): string[] {
  const words = new Set(values.flatMap((value) => (value ?? '').trim()).filter((word) => TELLING.test(word)));
  return [...words].sort((a, b) => b.length - a.length);
}

/** A pattern for any of the words, in any case, not inside of a longer word. */
export function patternOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** A copy in which the words are left out of every text; names of fields stay. The same value where none stands. */
export function withoutWords(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replace(pattern, '…');
  if (Array.isArray(value)) return value.map((one) => withoutWords(one, pattern));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutWords(one, pattern)]));
}
