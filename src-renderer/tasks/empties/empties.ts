import { z } from 'zod';
import type { Product } from '../../../domain/catalog/product.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import type { CreditNumber } from '../returns/credit-number.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { words } from '../../../texts/words/words.ts';

/** The most empties of one kind that come back at once. */
export const MOST_EMPTIES = 1000;

/** Empties that were counted, by the SKU of their deposit, in the order in which they came. */
export type Empties = ReadonlyMap<string, number>;

export const EMPTIES_DRAFT = 'empties';

const counted = z.array(z.tuple([z.string(), z.number().int().min(1).max(MOST_EMPTIES)])).max(500);

const draft = z.strictObject({
  counted,
  creditNumber: z.string(),
  creditSince: z.number().int().min(0).nullable(),
});

/** What was counted, and the number of the store credit that may be given for it: by that it is found again whether it was. */
export interface EmptiesDraft extends CreditNumber {
  readonly counted: Empties;
}

/** What is saved of empties. */
export function writeEmpties({ counted, ...credit }: EmptiesDraft): z.infer<typeof draft> {
  return { counted: [...counted], ...credit };
}

/**
 * Reads what was counted before another screen or a restart. A draft of an app that gave no store credit has no number; null for
 * anything else.
 */
export function readEmpties(saved: unknown): EmptiesDraft | null {
  const before = counted.safeParse(saved);
  if (before.success) return { counted: new Map(before.data), creditNumber: '', creditSince: null };
  const read = draft.safeParse(saved);
  return read.success ? { ...read.data, counted: new Map(read.data.counted) } : null;
}

/** With a number of one kind; none of it takes the kind away. More than can be given stays as it is. */
export function setEmpties(before: Empties, sku: string, quantity: number): Empties {
  if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > MOST_EMPTIES) return before;
  const after = new Map(before).set(sku, quantity);
  if (quantity === 0) after.delete(sku);
  return after;
}

/**
 * What comes back with a code: the deposit itself, or the deposits of goods whose empty bottle or crate was scanned.
 * Refuses what bears none, in a sentence.
 */
export function emptiesOf(catalog: Pick<Catalog, 'lookup' | 'product'>, code: string): Result<ReadonlyMap<string, number>, string> {
  const product = catalog.lookup(code);
  if (product === undefined) return refuse(words('empties.unknown', { code }));
  if (product.terms?.kind === 'deposit') return accept(new Map([[product.sku, 1]]));
  const deposits = (product.terms?.deposits ?? []).filter(({ sku }) => catalog.product(sku)?.terms?.kind === 'deposit');
  if (deposits.length === 0) return refuse(words('empties.none', { name: product.name, code }));
  return accept(new Map(deposits.map(({ sku, quantity }) => [sku, quantity])));
}

/** What was counted, with more of it. */
export function addEmpties(before: Empties, more: ReadonlyMap<string, number>): Empties {
  return [...more].reduce((sum, [sku, quantity]) => setEmpties(sum, sku, Math.min(MOST_EMPTIES, (sum.get(sku) ?? 0) + quantity)), before);
}

/** What was counted, as a sale of these deposits would have it. A deposit that is gone from the catalog is left out. */
export function emptiesLines(empties: Empties, product: (sku: string) => Product | undefined): CartLine[] {
  return [...empties].flatMap(([sku, quantity]): CartLine[] => {
    const deposit = product(sku);
    if (deposit?.terms?.kind !== 'deposit') return [];
    const { gtin, name, unitPrice, taxClass } = deposit;
    return [{ kind: 'deposit', sku, gtin, name, quantity, unitPrice, taxClass }];
  });
}
