import { currencyDecimals } from '../../../domain/base/iso-4217.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import type { Gs1Code, InStoreLabel, LabelPrice, LabelValue, LabelWeight } from '../../../domain/barcodes/barcode.ts';
import { words } from '../../../texts/words/words.ts';
import { type LabelLine, MAX_QUANTITY } from './cart-lines.ts';

/** What the label says, or a sentence that says why nothing is sold by it. */
type Read = Result<LabelLine, string>;

/** A quantity has no finer steps. */
const FINEST = 3;

/** Unit prices are kept in thousandths of a minor unit. */
const FINER_THAN_MINOR = 3;

const unusable = (code: string): Read => refuse(words('code.labelAmount', { code }));

const isQuantity = (quantity: number): boolean => quantity >= 1 && quantity <= MAX_QUANTITY;

function ofPrice(code: string, { value, decimals, currency }: LabelPrice, own: string | null): Read {
  if (own === null) return unusable(code);
  if (currency !== null && currency !== own) return refuse(words('code.labelCurrency', { code, currency, own }));
  const steps = currencyDecimals(own) + FINER_THAN_MINOR - decimals;
  const unitPrice = value * 10 ** steps;
  return steps < 0 || unitPrice < 1 || !Number.isSafeInteger(unitPrice) ? unusable(code) : accept({ unitPrice, priceSource: 'barcode' });
}

function ofWeight(code: string, { value, decimals, unit }: LabelWeight): Read {
  if (unit !== 'kg') return refuse(words('code.labelUnit', { code }));
  const quantityDecimals = Math.min(decimals, FINEST);
  const quantity = Math.round(value / 10 ** (decimals - quantityDecimals));
  return isQuantity(quantity)
    ? accept({ quantity, quantityDecimals, unit: 'kg', weighing: { by: 'label', tareGrams: 0 } })
    : unusable(code);
}

function ofCount(code: string, quantity: number): Read {
  return isQuantity(quantity) ? accept({ quantity }) : unusable(code);
}

/** The line of a GS1 label. A price is that of everything in the pack, whatever it weighs. */
export function lineOfGs1(code: string, { price, weight, count, serial }: Gs1Code, own: string | null): Read {
  if (price !== undefined) return ofPrice(code, price, own);
  if (weight !== undefined) return ofWeight(code, weight);
  if (serial !== undefined) return accept({ serialNumbers: [serial] });
  return count === undefined ? accept({}) : ofCount(code, count);
}

/** The line of a label of a store's own scale. */
export function lineOfInStore(code: string, { measure, amount }: Pick<InStoreLabel, 'measure' | 'amount'>, own: string | null): Read {
  const of: Record<InStoreLabel['measure'], (given: LabelValue) => Read> = {
    price: (given) => ofPrice(code, { ...given, currency: null }, own),
    weight: (given) => ofWeight(code, { ...given, unit: 'kg' }),
    count: ({ value }) => ofCount(code, value),
  };
  return of[measure](amount);
}
