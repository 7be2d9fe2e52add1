import { type ListPrice, listPrice, type PriceBreak, type PriceList } from '../../domain/price-lists/price-list.ts';
import { formatUnitPriceText, parseUnitPrice } from '../../texts/say/format-money.ts';

/** A price as somebody types it. */
export interface PriceDraft {
  readonly sku: string;
  readonly price: string;
  /** `6:1.80 | 12:1.60`: from six pieces on 1.80 each. */
  readonly breaks: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export const NEW_PRICE: PriceDraft = { sku: '', price: '', breaks: '', startsOn: '', endsOn: '' };

/** A price to be changed. */
export function priceDraftOf({ sku, unitPrice, breaks, startsOn, endsOn }: ListPrice, currency: string): PriceDraft {
  const text = (price: number) => formatUnitPriceText(price, currency);
  return {
    sku,
    price: text(unitPrice),
    breaks: breaks.map((one) => `${one.fromQuantity}:${text(one.unitPrice)}`).join(' | '),
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
  };
}

function readBreaks(text: string, currency: string): PriceBreak[] | null {
  if (text.trim() === '') return [];
  const read = text.split('|').map((part) => {
    const [from = '', price = '', ...more] = part.split(':');
    const unitPrice = parseUnitPrice(price, currency);
    return more.length > 0 || unitPrice === null ? null : { fromQuantity: Number(from.trim()), unitPrice };
  });
  return read.some((one) => one === null) ? null : read.filter((one) => one !== null);
}

/** What is not right in a draft: the field; or the price that it says. */
export function readPriceDraft(draft: PriceDraft, currency: string): ListPrice | keyof PriceDraft {
  const unitPrice = parseUnitPrice(draft.price, currency);
  if (unitPrice === null) return 'price';
  const breaks = readBreaks(draft.breaks, currency);
  if (breaks === null) return 'breaks';
  const parsed = listPrice.safeParse({
    sku: draft.sku.trim(),
    unitPrice,
    breaks,
    startsOn: draft.startsOn || null,
    endsOn: draft.endsOn || null,
  });
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path[0];
  return field === 'breaks' || field === 'startsOn' || field === 'endsOn' || field === 'sku' ? field : 'price';
}

/** Ids that are written one after the other, separated by commas. */
export const readIds = (text: string): string[] =>
  text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** An id for a list that is made now, from its name. */
export function listIdFor(name: string, lists: readonly Pick<PriceList, 'id'>[]): string {
  const base =
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'list';
  const taken = new Set(lists.map(({ id }) => id));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
