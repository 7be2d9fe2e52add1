import { z } from 'zod';
import type { Result } from '../../domain/base/result.ts';
import type { Barcode, Gs1Code, InStoreLabel, LabelValue, TradeItem } from '../../domain/barcodes/barcode.ts';
import type { BarcodeRefusal } from '../../domain/barcodes/barcode-refusal.ts';
import { IN_STORE_COUNTRIES, type InStoreCodes } from '../../domain/barcodes/in-store-layouts.ts';
import { modulo11CheckCharacter } from '../../domain/barcodes/check-digits.ts';
import { type BarcodeSettings, readBarcode } from '../../domain/barcodes/read-barcode.ts';
import { separatorKeyNamed } from '../../domain/barcodes/separator-keys.ts';
import { decimalText } from './decimal.ts';
import { BadRow, defineKind } from './kind.ts';

const row = z.looseObject({
  id: z.string(),
  raw: z.string(),
  expected: z.looseObject({ ok: z.boolean(), region: z.string().optional(), needs_setting: z.literal('gs_substitute').optional() }),
});

type Row = z.output<typeof row>;
type Fields = Record<string, unknown>;

/** The day from which the dates of the rows are seen. */
const TODAY = '2026-11-25';

/** What scanners are set to type in place of FNC1, in rows that say there is such a setting. */
const SEPARATORS = ['^]', '\\x1D', '\\u001d', '{GS}', '<GS>', '[GS]', '~d029', '~1', '|', '^'];

const WITHOUT: InStoreCodes = { country: null, layouts: [] };

/** The layout of the rows whose region is `configured`: two digits, five of the article, five of the price. */
const CONFIGURED: InStoreCodes = {
  country: null,
  layouts: [{ prefixes: ['2'], pattern: 'PPIIIIIVVVVV', measure: 'price', decimals: 2 }],
};

const text = ({ value, decimals }: LabelValue): string => decimalText(value, decimals);

function fieldsOfItem(item: TradeItem): Fields {
  const { kind, gtin14, addon, suggestedPrice } = item;
  return {
    kind,
    gtin14,
    ...(kind === 'gtin14' && { indicator: gtin14[0] }),
    ...(kind === 'upce' && { upca: gtin14.slice(2) }),
    ...((kind === 'isbn' || kind === 'isbn10') && { isbn13: gtin14.slice(1) }),
    ...(kind === 'issn' && {
      issn: `${gtin14.slice(4, 8)}-${gtin14.slice(8, 11)}${modulo11CheckCharacter(gtin14.slice(4, 11))}`,
      variant: gtin14.slice(11, 13),
    }),
    ...(addon !== undefined && { addon }),
    ...(suggestedPrice !== undefined && { suggested_price: text(suggestedPrice), currency: suggestedPrice.currency }),
  };
}

function fieldsOfGs1(code: Gs1Code): Fields {
  const { kind, elements, expiry, weight, price, count, isCoupon, gtin14, warning } = code;
  return {
    kind,
    ais: Object.fromEntries(elements),
    sellable: gtin14 !== null && !isCoupon,
    warning,
    ...(isCoupon && { kind2: 'coupon' }),
    ...(expiry !== undefined && { expiry }),
    ...(weight !== undefined && { [`weight_${weight.unit}`]: text(weight) }),
    ...(price !== undefined && { price: text(price), currency: price.currency }),
    ...(count !== undefined && { count }),
  };
}

function fieldsOfLabel({ kind, region, item, measure, amount, measureCheck }: InStoreLabel): Fields {
  const amounts = { price: { price: text(amount) }, weight: { weight_kg: text(amount) }, count: { count: amount.value } };
  return { kind, region, item, ...amounts[measure], ...(measureCheck !== null && { [`${measure}_check`]: measureCheck }) };
}

function fieldsOfCode(code: Barcode): Fields {
  switch (code.kind) {
    case 'gs1':
    case 'gs1_digital_link':
      return fieldsOfGs1(code);
    case 'rcn12':
    case 'rcn13':
      return code.opaque ? { ...code } : fieldsOfLabel(code);
    case 'coupon_upca':
    case 'coupon_ean98':
    case 'coupon_ean99':
      return { kind: code.kind, refuse_as_item: true };
    case 'layout_remap':
      return { ...code, then: fieldsOf(code.then) };
    case 'rcn12_company':
    case 'rcn13_company':
    case 'internal':
    case 'addon':
      return { ...code };
    default:
      return fieldsOfItem(code);
  }
}

/** Names as the rows write them. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function fieldsOf(read: Result<Barcode, BarcodeRefusal>): Fields {
  if (read.ok) return { ok: true, ...fieldsOfCode(read.value) };
  return {
    ok: false,
    ...Object.fromEntries(Object.entries(read.refusal).map(([name, value]) => [snake(name), value])),
  };
}

/** The settings that a row is read by: where it names no country, and a layout refuses it, the first country that does. */
function settingsOf({ raw, expected }: Row): BarcodeSettings {
  const { region, needs_setting, reason } = expected;
  const given = { today: TODAY, separators: needs_setting === undefined ? [] : SEPARATORS };
  if (region === 'configured') return { ...given, inStore: CONFIGURED };
  const country = IN_STORE_COUNTRIES.find((one) => one === region);
  if (region !== undefined && country === undefined)
    throw new BadRow(`expected.region: there are no layouts of ${region}, but of ${[...IN_STORE_COUNTRIES, 'configured'].join(', ')}.`);
  const inStore = { ...WITHOUT, country: country ?? null };
  if (reason !== 'variable_measure_check_digit') return { ...given, inStore };
  const refuses = (one: InStoreCodes) => {
    const read = readBarcode(raw, { ...given, inStore: one });
    return !read.ok && read.refusal.reason === reason;
  };
  return { ...given, inStore: IN_STORE_COUNTRIES.map((one) => ({ ...WITHOUT, country: one })).find(refuses) ?? inStore };
}

/** A row whose text is the name of a key, not what is on a label. */
function fieldsOfKey(raw: string): Fields | undefined {
  const key = separatorKeyNamed(raw);
  return key === undefined ? undefined : { ok: true, kind: 'key', key, means: 'GS' };
}

/** JSON with the keys of objects in order, so that two that say the same are the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one,
  );
}

/** Rows of barcodes: what a scanner sent, and what the till reads in it or why it refuses it. */
export const barcodes = defineKind(row, (given) => {
  const { needs_setting: _, ...expected } = given.expected;
  const got = fieldsOfKey(given.raw) ?? fieldsOf(readBarcode(given.raw, settingsOf(given)));
  return Object.entries(expected).flatMap(([field, value]) => {
    const same = canonical(value) === canonical(got[field]);
    return same ? [] : [{ field, expected: canonical(value), got: canonical(got[field]) ?? 'nothing' }];
  });
});
