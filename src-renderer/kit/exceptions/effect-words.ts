import type { Exception } from '../../../domain/exceptions/exception.ts';
import type { ExceptionChoice } from '../../../domain/exceptions/guide.ts';
import { words } from '../../../texts/words/words.ts';
import { locale } from '../../../texts/words/chosen-language.ts';

/** Goods of an exception, for people. */
export interface NamedGoods {
  readonly sku: string;
  /** Null for a product that the catalog does not have. */
  readonly name: string | null;
  readonly quantity: number;
  /** What the books have in the store now; null where that is not known. */
  readonly onHand: number | null;
}

/** Parts one after the other, as a sentence lists them: `a`, `a, b and c`. */
export function joined(parts: readonly string[]): string {
  // American English would put a comma before the last one.
  const list = locale() === 'en-US' ? 'en-GB' : locale();
  return new Intl.ListFormat(list, { type: 'conjunction' }).format(parts);
}

/** `2 (Article A), 1 (B) and 3 (C)`. */
export function listGoods(goods: readonly Pick<NamedGoods, 'sku' | 'name' | 'quantity'>[]): string {
  return joined(goods.map(({ sku, name, quantity }) => words('exceptions.goodsOf', { quantity, name: name ?? sku })));
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
  const entered = named === null || quantity === null ? null : words('exceptions.goodsOf', { quantity, name: named });
  const first = goods[0]?.name ?? goods[0]?.sku;
  switch (choice.stock) {
    case 'none':
      return words('effect.none');
    case 'goods_leave':
      return own === '' ? words('effect.none') : words('effect.down', { goods: own });
    case 'goods_return':
      return own === '' ? words('effect.none') : words('effect.up', { goods: own });
    case 'named_leave':
      return entered === null ? words('effect.downEntered') : words('effect.down', { goods: entered });
    case 'named_return':
      return entered === null ? words('effect.upEntered') : words('effect.up', { goods: entered });
    case 'named_instead': {
      const wrong = first ?? words('effect.unknownProduct');
      if (entered === null || quantity === null) return words('effect.downInsteadEntered', { wrong });
      return words('effect.downInstead', { goods: entered, quantity, wrong });
    }
    case 'named_back_instead': {
      const wrong = first ?? words('effect.returnedProduct');
      if (entered === null || quantity === null) return words('effect.upInsteadEntered', { wrong });
      return words('effect.upInstead', { goods: entered, quantity, wrong });
    }
  }
}

/** Open exceptions as a list shows them: the newest first. */
export function newestFirst(exceptions: readonly Exception[]): Exception[] {
  return [...exceptions].sort((a, b) => (a.openedAt === b.openedAt ? a.id.localeCompare(b.id) : a.openedAt < b.openedAt ? 1 : -1));
}
