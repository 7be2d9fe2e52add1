import type { Exception } from '../../../domain/exceptions/exception.ts';
import type { ExceptionChoice } from '../../../domain/exceptions/guide.ts';

/** Goods of an exception, for people. */
export interface NamedGoods {
  readonly sku: string;
  /** Null for a product that the catalog does not have. */
  readonly name: string | null;
  readonly quantity: number;
  /** What the books have in the store now; null where that is not known. */
  readonly onHand: number | null;
}

/** `2 (Article A), 1 (B) and 3 (C)`. */
export function listGoods(goods: readonly Pick<NamedGoods, 'sku' | 'name' | 'quantity'>[]): string {
  const parts = goods.map(({ sku, name, quantity }) => `${quantity} (${name ?? sku})`);
  const last = parts.pop();
  return last === undefined ? '' : parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** What a person enters for a choice before it is checked. */
export interface Entered {
  readonly sku: string;
  readonly quantity: number | null;
}

/**
 * What is most likely meant: the goods of the exception, and for a product that nobody knows all that was sold of it,
 * which is how far its stock is below zero.
 */
export function suggestInput(choice: ExceptionChoice, goods: readonly NamedGoods[]): Entered {
  const [first] = goods;
  if (choice.stock === 'named_leave') return { sku: first?.sku ?? '', quantity: first?.quantity ?? null };
  if (choice.id === 'count_fewer' || choice.id === 'count_more') return { sku: first?.sku ?? '', quantity: null };
  if (choice.stock === 'named_back_instead') return { sku: '', quantity: first?.quantity ?? null };
  if (choice.stock !== 'named_instead') return { sku: '', quantity: null };
  return { sku: '', quantity: first === undefined ? null : Math.max(first.quantity, -(first.onHand ?? 0)) };
}

/**
 * What choosing does to the stock, in one sentence.
 * @param named the name of the product that was entered; null while there is none.
 */
export function effectSentence(
  choice: ExceptionChoice,
  goods: readonly NamedGoods[],
  quantity: number | null,
  named: string | null,
): string {
  const own = listGoods(goods);
  const entered = named === null || quantity === null ? null : `${quantity} (${named})`;
  switch (choice.stock) {
    case 'none':
      return 'The stock stays as it is.';
    case 'goods_leave':
      return own === '' ? 'The stock stays as it is.' : `Stock on hand goes down by ${own}.`;
    case 'goods_return':
      return own === '' ? 'The stock stays as it is.' : `Stock on hand goes up by ${own}.`;
    case 'named_leave':
      return entered === null ? 'Stock on hand goes down by what you enter here.' : `Stock on hand goes down by ${entered}.`;
    case 'named_return':
      return entered === null ? 'Stock on hand goes up by what you enter here.' : `Stock on hand goes up by ${entered}.`;
    case 'named_instead': {
      const wrong = goods[0]?.name ?? goods[0]?.sku ?? 'the unknown product';
      if (entered === null) return `Stock on hand goes down by what you enter here, and up by as many of ${wrong}.`;
      return `Stock on hand goes down by ${entered} and up by ${quantity} (${wrong}).`;
    }
    case 'named_back_instead': {
      const wrong = goods[0]?.name ?? goods[0]?.sku ?? 'what the return named';
      if (entered === null) return `Stock on hand goes up by what you enter here, and down by as many of ${wrong}.`;
      return `Stock on hand goes up by ${entered} and down by ${quantity} (${wrong}).`;
    }
  }
}

/** Open exceptions as a list shows them: the newest first. */
export function newestFirst(exceptions: readonly Exception[]): Exception[] {
  return [...exceptions].sort((a, b) => (a.openedAt === b.openedAt ? a.id.localeCompare(b.id) : a.openedAt < b.openedAt ? 1 : -1));
}
