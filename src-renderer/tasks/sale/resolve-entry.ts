import type { Barcode, Gs1Code, InStoreLabel } from '../../../domain/barcodes/barcode.ts';
import { type BarcodeSettings, readBarcode } from '../../../domain/barcodes/read-barcode.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { findCode } from '../../../domain/promotions/coupon-codes.ts';
import type { Quote } from '../../../domain/quotes/quote.ts';
import type { Promotion } from '../../../domain/promotions/promotion.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { codeSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import type { LabelLine } from './cart-lines.ts';
import { lineOfGs1, lineOfInStore } from './label-line.ts';

export type Entry =
  /** `label` is what the label says beside the number of the product. */
  | { readonly kind: 'product'; readonly product: Product; readonly label?: LabelLine }
  /** A code that a promotion knows, as it writes it. */
  | { readonly kind: 'coupon'; readonly code: string }
  /** The number of a quote of the store. */
  | { readonly kind: 'quote'; readonly number: string }
  /** No product; `sentence` says why in plain words. */
  | { readonly kind: 'unknown'; readonly sentence: string };

/** What codes are read by at this till. */
export interface CodeRules extends BarcodeSettings {
  /** In which labels say their price; null while the company is not known. */
  readonly currency: string | null;
  /** Whose codes are coupons. */
  readonly promotions: readonly Promotion[];
  /** Whose numbers find them. */
  readonly quotes: readonly Pick<Quote, 'number'>[];
}

type Lookup = Pick<Catalog, 'lookup'>;

const unknown = (sentence: string): Entry => ({ kind: 'unknown', sentence });

function sold(code: string, product: Product | undefined, label: () => Result<LabelLine, string>): Entry {
  if (product === undefined) return unknown(codeSentence(code, null));
  const read = label();
  return read.ok ? { kind: 'product', product, label: read.value } : unknown(read.refusal);
}

function resolveGs1(catalog: Lookup, code: string, read: Gs1Code, { today, currency }: CodeRules): Entry {
  if (read.isCoupon) return unknown(words('code.coupon', { code }));
  if (read.gtin14 === null) return unknown(words('code.notGoods', { code }));
  const product = catalog.lookup(read.gtin14);
  if (product !== undefined && read.expiry !== undefined && read.expiry < today)
    return unknown(words('code.expired', { name: product.name, date: read.expiry }));
  return sold(code, product, () => lineOfGs1(code, read, currency));
}

/** A label of the store's own scale: its article is known by the number without the value, or by the article's digits as SKU. */
function resolveInStore(catalog: Lookup, code: string, read: InStoreLabel, { currency }: CodeRules): Entry {
  return sold(code, catalog.lookup(read.gtin14) ?? catalog.lookup(read.item), () => lineOfInStore(code, read, currency));
}

function resolveRead(catalog: Lookup, code: string, read: Barcode, rules: CodeRules): Entry {
  switch (read.kind) {
    case 'gs1':
    case 'gs1_digital_link':
      return resolveGs1(catalog, code, read, rules);
    case 'coupon_upca':
    case 'coupon_ean98':
    case 'coupon_ean99':
      return unknown(words('code.coupon', { code }));
    case 'layout_remap':
      return read.then.ok ? resolveScan(catalog, read.remapped, rules) : unknown(words('code.layout', { code }));
    case 'rcn12':
    case 'rcn13':
      return read.opaque ? unknown(codeSentence(code, null)) : resolveInStore(catalog, code, read, rules);
    case 'internal':
    case 'addon':
      return sold(code, catalog.lookup(read.value), () => ({ ok: true, value: {} }));
    default:
      return unknown(codeSentence(code, null));
  }
}

/** What a scanned code stands for. */
export function resolveScan(catalog: Lookup, code: string, rules: CodeRules): Entry {
  const text = code.trim();
  const read = readBarcode(text, rules);
  const isLabel = read.ok && 'elements' in read.value;
  const product = isLabel ? undefined : catalog.lookup(text);
  if (product !== undefined) return { kind: 'product', product };
  const coupon = findCode(rules.promotions, text);
  if (coupon !== null) return { kind: 'coupon', code: coupon };
  const quote = rules.quotes.find(({ number }) => number === text.toUpperCase());
  if (quote !== undefined) return { kind: 'quote', number: quote.number };
  return read.ok ? resolveRead(catalog, text, read.value, rules) : unknown(codeSentence(text, read.refusal));
}

/** A number or a code of one's own, such as `4011` or `AB-1234`: half of it or more is digits. */
function isCode(text: string): boolean {
  const characters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return characters !== '' && !/\p{L}\s+\p{L}/u.test(text) && characters.replace(/\D/g, '').length * 2 >= characters.length;
}

/**
 * What a text stands for that a person typed and confirmed: a whole code, or else the best that type-ahead finds for
 * words. What finds an article is no coupon, though a promotion has it for a code: a search puts none on the sale unseen.
 * A code that no product has sells nothing, though others may contain it, nor does a word with a typing error: what is
 * nearly meant has to be chosen.
 */
export function resolveTyped(catalog: Pick<Catalog, 'lookup' | 'search' | 'searchForgiving'>, text: string, rules: CodeRules): Entry {
  const scanned = resolveScan(catalog, text, rules);
  if (scanned.kind === 'product') return scanned;
  const [best] = catalog.search(text.trim(), 1);
  if ((scanned.kind === 'coupon' || scanned.kind === 'quote') && best === undefined) return scanned;
  if (isCode(text)) {
    const sentence = scanned.kind === 'unknown' ? scanned.sentence : codeSentence(text.trim(), null);
    return best === undefined ? scanned : unknown(words('sale.chooseOrCorrectNumber', { sentence }));
  }
  if (best !== undefined) return { kind: 'product', product: best };
  const nearly = catalog.searchForgiving(text.trim(), 1).length > 0;
  return unknown(words(nearly ? 'sale.nearlyMatches' : 'sale.nothingMatches', { text: text.trim() }));
}
