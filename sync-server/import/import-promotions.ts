import type { z } from 'zod';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { importFaultOf } from '../../domain/office/import-fault.ts';
import { promotionFault } from '../../domain/promotions/check-promotion.ts';
import { type Promotion, promotion } from '../../domain/promotions/promotion.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { tellAgain } from '../promotions/forget-uses.ts';
import { writePromotions } from '../promotions/write-promotions.ts';
import { importById } from './import-by-id.ts';
import { type Fault, fault, type Importer } from './import-rows.ts';
import { readEach, readPair, readWhole, withText } from './read-parts.ts';
import { readMoney, readPrice } from './read-price.ts';
import type { Row } from './read-rows.ts';
import { schemaFault } from './schema-fault.ts';

/** What every promotion says. */
export const PROMOTION_COLUMNS = ['id', 'kind', 'name', 'starts_on', 'ends_on'] as const;

const BATCH = 1_000;

/** How the text of a column is read: as it is, as a list, a number, yes or no, money, percent, or a list of pairs. */
type Reading = 'text' | 'list' | 'numbers' | 'number' | 'yes' | 'money' | 'price' | 'percent' | 'parts' | 'tiers';

interface Column {
  /** The path of its field in a promotion. */
  readonly field: string;
  readonly as: Reading;
}

const COLUMNS: Readonly<Record<string, Column>> = {
  id: { field: 'id', as: 'text' },
  kind: { field: 'kind', as: 'text' },
  name: { field: 'name', as: 'text' },
  starts_on: { field: 'startsOn', as: 'text' },
  ends_on: { field: 'endsOn', as: 'text' },
  skus: { field: 'skus', as: 'list' },
  categories: { field: 'categories', as: 'list' },
  brands: { field: 'brands', as: 'list' },
  everything: { field: 'everything', as: 'yes' },
  excluded_skus: { field: 'excludedSkus', as: 'list' },
  excluded_categories: { field: 'excludedCategories', as: 'list' },
  weekdays: { field: 'weekdays', as: 'numbers' },
  from_time: { field: 'fromTime', as: 'text' },
  until_time: { field: 'untilTime', as: 'text' },
  stores: { field: 'storeIds', as: 'list' },
  customer_groups: { field: 'customerGroups', as: 'list' },
  codes: { field: 'codes', as: 'list' },
  uses_per_code: { field: 'usesPerCode', as: 'number' },
  priority: { field: 'priority', as: 'number' },
  stacking: { field: 'stacking', as: 'text' },
  best_of: { field: 'bestOf', as: 'text' },
  option: { field: 'option', as: 'text' },
  minimum: { field: 'minimumMinor', as: 'money' },
  minimum_units: { field: 'minimumUnits', as: 'number' },
  max_per_sale: { field: 'maxPerSale', as: 'number' },
  cap: { field: 'capMinor', as: 'money' },
  budget: { field: 'budgetMinor', as: 'money' },
  max_uses: { field: 'maxUses', as: 'number' },
  max_uses_per_customer: { field: 'maxUsesPerCustomer', as: 'number' },
  max_per_customer: { field: 'maxMinorPerCustomer', as: 'money' },
  customer_period: { field: 'customerPeriod', as: 'text' },
  percent: { field: 'basisPoints', as: 'percent' },
  amount: { field: 'amountMinor', as: 'money' },
  price: { field: 'priceMinor', as: 'money' },
  buy: { field: 'buy', as: 'number' },
  pay: { field: 'pay', as: 'number' },
  get: { field: 'get', as: 'number' },
  get_skus: { field: 'gets.skus', as: 'list' },
  units: { field: 'units', as: 'number' },
  parts: { field: 'parts', as: 'parts' },
  tiers: { field: 'tiers', as: 'tiers' },
  point_value: { field: 'pointValue', as: 'price' },
  spread: { field: 'spread', as: 'text' },
  cheapest_of: { field: 'cheapestOf', as: 'text' },
};

/** Columns that a file may have besides. */
export const OTHER_PROMOTION_COLUMNS: readonly string[] = Object.keys(COLUMNS).filter(
  (column) => !(PROMOTION_COLUMNS as readonly string[]).includes(column),
);

const columnOf = (field: string): string =>
  Object.entries(COLUMNS).find(([, column]) => column.field === field)?.[0] ??
  Object.entries(COLUMNS).find(([, column]) => field.startsWith(`${column.field}.`) || column.field.startsWith(`${field}.`))?.[0] ??
  field;

/** 12.5 percent as 1250. */
function readPercent(row: Row, text: string, column: string): Result<number, Fault> {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  if (match === null || (text.includes(',') && !row.decimalComma)) return fault(column, 'not_percentage', {});
  return accept(Number(`${match[1] ?? ''}${(match[2] ?? '').padEnd(2, '0')}`));
}

function readValue(row: Row, column: string, as: Reading, currency: string): Result<unknown, Fault> {
  const text = row.get(column).trim();
  const texts = text.split('|').map((one) => one.trim());
  switch (as) {
    case 'text':
      return accept(text);
    case 'list':
      return accept(texts);
    case 'numbers':
      return readEach(texts, (one) => readWhole(one, column));
    case 'number':
      return readWhole(text, column);
    case 'yes':
      return /^(yes|no)$/.test(text) ? accept(text === 'yes') : fault(column, 'not_yes_no', {});
    case 'money':
      return readMoney(row, column, currency);
    case 'price':
      return readPrice(row, column, { currency, mayBeZero: false });
    case 'percent':
      return readPercent(row, text, column);
    case 'parts':
      return readEach(texts, (one) => {
        const pair = readPair(one, column, 'SKU:1|SKU:2');
        if (!pair.ok) return pair;
        const units = readWhole(pair.value[1], column);
        return units.ok ? accept({ skus: [pair.value[0]], units: units.value }) : units;
      });
    case 'tiers':
      return readEach(texts, (one) => {
        const pair = readPair(one, column, '50.00:5|100.00:10');
        if (!pair.ok) return pair;
        const fromMinor = readMoney(withText(row, pair.value[0]), column, currency);
        if (!fromMinor.ok) return fromMinor;
        const basisPoints = readPercent(row, pair.value[1], column);
        return basisPoints.ok ? accept({ fromMinor: fromMinor.value, basisPoints: basisPoints.value }) : basisPoints;
      });
  }
}

const KINDS = promotion.options.map(({ shape }) => shape.kind.value).join(', ');

function reasonOf(issue: z.core.$ZodIssue): Fault {
  if (issue.code === 'invalid_union') return importFaultOf('kind', 'none_of', { options: KINDS });
  if (issue.code === 'unrecognized_keys') return importFaultOf(columnOf(issue.keys[0] ?? ''), 'other_kind', {});
  const field = columnOf(issue.path.join('.'));
  return schemaFault(field, issue);
}

/** Reads a row; columns that are empty say nothing. */
function readPromotion(row: Row, currency: string): Result<Promotion, Fault> {
  const given: Record<string, unknown> = {};
  for (const [column, { field, as }] of Object.entries(COLUMNS)) {
    if (row.get(column).trim() === '') continue;
    const value = readValue(row, column, as, currency);
    if (!value.ok) return value;
    const [first = '', second] = field.split('.');
    given[first] = second === undefined ? value.value : { [second]: value.value };
  }
  const parsed = promotion.safeParse(given, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(issue === undefined ? importFaultOf('', 'not_valid', {}) : reasonOf(issue));
  }
  const wrong = promotionFault(parsed.data);
  return wrong === null ? accept(parsed.data) : fault(columnOf(wrong.field), wrong.fault, {});
}

/**
 * Imports promotions: new ones, and in the place of those with the same id. Lists are separated by `|`. Importing a file again
 * changes nothing. @param currency the company's, ISO 4217, for all amounts.
 */
export function promotionImporter(db: Db, currency: string): Importer {
  return importById({
    field: 'id',
    batchSize: BATCH,
    read: (row) => readPromotion(row, currency),
    idOf: (one) => one.id,
    write: async (promotions) => {
      await transact(db, async (tx) => {
        const changeItems: ChangeItem[] = [];
        await writePromotions(tx, promotions, changeItems);
        const written = changeItems.map(({ id }) => id);
        await tellAgain(tx, written, changeItems);
        await allocateChanges(tx, changeItems);
      });
      return [];
    },
  });
}
