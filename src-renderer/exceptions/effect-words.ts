import type { Exception } from '../../domain/exception/exception.ts';
import type { ExceptionChoice } from '../../domain/exception/guide.ts';

/** Goods of an exception, for people. */
export interface NamedGoods {
  readonly sku: string;
  /** Null for a product that the catalog does not have. */
  readonly name: string | null;
  readonly quantity: number;
  /** What the books have in the store now; null where that is not known. */
  readonly onHand: number | null;
}

/** `2 of Article A, 1 of B and 3 of C`. */
export function listGoods(goods: readonly Pick<NamedGoods, 'sku' | 'name' | 'quantity'>[]): string {
  const parts = goods.map(({ sku, name, quantity }) => `${quantity} of ${name ?? sku}`);
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
export function effectSentence(choice: ExceptionChoice, goods: readonly NamedGoods[], quantity: number | null, named: string | null): string {
  const own = listGoods(goods);
  switch (choice.stock) {
    case 'none':
      return 'The stock stays as it is.';
    case 'goods_leave':
      return own === '' ? 'The stock stays as it is.' : `The books lose ${own}.`;
    case 'goods_return':
      return own === '' ? 'The stock stays as it is.' : `The books gain ${own}.`;
    case 'named_leave':
      return named === null || quantity === null ? 'The books lose what you enter here.' : `The books lose ${quantity} of ${named}.`;
    case 'named_return':
      return named === null || quantity === null ? 'The books gain what you enter here.' : `The books gain ${quantity} of ${named}.`;
    case 'named_instead': {
      const wrong = goods[0]?.name ?? goods[0]?.sku ?? 'the unknown product';
      if (named === null || quantity === null) return `The books lose what you enter here, and get back as many of ${wrong}.`;
      return `The books lose ${quantity} of ${named}, and get back ${quantity} of ${wrong}.`;
    }
    case 'named_back_instead': {
      const wrong = goods[0]?.name ?? goods[0]?.sku ?? 'what the return named';
      if (named === null || quantity === null) return `The books gain what you enter here, and lose as many of ${wrong}.`;
      return `The books gain ${quantity} of ${named}, and lose ${quantity} of ${wrong}.`;
    }
  }
}

/** Open exceptions as a list shows them: the newest first. */
export function newestFirst(exceptions: readonly Exception[]): Exception[] {
  return [...exceptions].sort((a, b) => (a.openedAt === b.openedAt ? a.id.localeCompare(b.id) : a.openedAt < b.openedAt ? 1 : -1));
}
