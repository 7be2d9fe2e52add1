import type { Product } from '../../../domain/catalog/product.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { type CartLines, type CounterLine, MAX_QUANTITY } from './cart-lines.ts';

/** Whether a line is the deposit of goods that stand before it: it comes, changes and goes with them. */
export function isAttached({ kind, reference }: Pick<CounterLine, 'kind' | 'reference'>): boolean {
  return kind === 'deposit' && reference != null;
}

/** The id of the goods that a line belongs to: its own, or those whose deposit it is. */
export function ownerOf(lines: CartLines, id: string): string {
  const at = lines.findIndex((line) => line.id === id);
  return lines.slice(0, at + 1).findLast((line) => !isAttached(line))?.id ?? id;
}

/** The id of the last goods; null where there are none. */
export function lastOwner(lines: CartLines): string | null {
  return lines.findLast((line) => !isAttached(line))?.id ?? null;
}

function depositLine(line: CounterLine, deposit: Product, each: number, before: CounterLine | undefined): CounterLine {
  const pieces = (line.quantityDecimals ?? 0) > 0 ? 1 : line.quantity;
  const quantity = Math.min(MAX_QUANTITY, pieces * each);
  const taxClass = deposit.terms?.taxOfGoods === true ? line.taxClass : deposit.taxClass;
  // What a quote promises for it holds as long as nothing of it changes.
  const isSame = before?.quantity === quantity && before.taxClass === taxClass;
  if (isSame && (before.quoted != null || before.unitPrice === deposit.unitPrice)) return before;
  const { sku, gtin, name, unitPrice, category, brand } = deposit;
  const id = before?.id ?? `${line.id}+${sku}`;
  return { id, kind: 'deposit', sku, gtin, name, quantity, unitPrice, taxClass, category, brand, reference: line.sku };
}

function depositsOf(line: CounterLine, before: CartLines, catalog: Pick<Catalog, 'product'>): CartLines {
  const goods = catalog.product(line.sku);
  // A catalog that is still on its way has not taken the deposit away.
  if (goods === undefined) return before;
  return (goods.terms?.deposits ?? []).flatMap(({ sku, quantity }) => {
    const deposit = catalog.product(sku);
    return deposit?.terms?.kind === 'deposit'
      ? [
          depositLine(
            line,
            deposit,
            quantity,
            before.find((one) => one.sku === sku),
          ),
        ]
      : [];
  });
}

/**
 * The lines with the deposits of their goods, each behind them, as the catalog says it. The same object where nothing of them changes.
 */
export function withDeposits(lines: CartLines, catalog: Pick<Catalog, 'product'>): CartLines {
  const after: CounterLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || isAttached(line)) continue;
    const before: CounterLine[] = [];
    for (let next = index + 1, one = lines[next]; one !== undefined && isAttached(one); next += 1, one = lines[next]) before.push(one);
    const own = before.filter(({ reference }) => reference === line.sku);
    after.push(line, ...depositsOf(line, own, catalog));
  }
  return after.length === lines.length && after.every((line, index) => line === lines[index]) ? lines : after;
}
