import { z } from 'zod';
import { entityId } from '../base/envelope.ts';

/** What an article is where it is no goods: none of these is kept in stock, sourced or picked. */
export const articleKind = z.enum(['service', 'fee', 'deposit']);

/** So many pieces of another article, for each piece of this one. */
export const articlePart = z.strictObject({ sku: entityId, quantity: z.number().int().min(1).max(1000) });

/** The most deposits that one article bears: a crate has its own, and that of its bottles. */
export const MOST_DEPOSITS = 5;

/** The most different articles in a bundle. */
export const MOST_COMPONENTS = 50;

/** How an article is sold, where that is not as plain goods at the catalog's price. */
export const articleTerms = z.strictObject({
  kind: articleKind.exactOptional(),
  /** The till asks for its price. */
  openPrice: z.literal(true).exactOptional(),
  /** Of a deposit: it bears the tax of the goods that it comes with. Alone it bears its own. */
  taxOfGoods: z.literal(true).exactOptional(),
  /** What is paid besides for its packaging, and given back for the empties. */
  deposits: z.array(articlePart).min(1).max(MOST_DEPOSITS).exactOptional(),
  /** The till asks each piece for its serial number. */
  asksSerial: z.literal(true).exactOptional(),
  /** It does not come back. */
  finalSale: z.literal(true).exactOptional(),
  /** What is in it, where it is a bundle: these leave the shelf, and it is sold at its own price. */
  components: z.array(articlePart).min(1).max(MOST_COMPONENTS).exactOptional(),
});

export type ArticleKind = z.infer<typeof articleKind>;
export type ArticlePart = z.infer<typeof articlePart>;
export type ArticleTerms = z.infer<typeof articleTerms>;

/** Why the terms of an article cannot be. */
export type TermsRefusal =
  | 'terms_apart'
  | 'deposit_not_deposit'
  | 'component_not_goods'
  | 'tax_of_goods_not_deposit'
  | 'part_twice'
  | 'part_unknown';

/** An article that others name, as the catalog has it: by the piece or not, and its terms; null for plain goods. */
export interface NamedArticle {
  readonly soldBy: 'piece' | 'kg';
  readonly terms: ArticleTerms | null;
}

const isTwice = (parts: readonly ArticlePart[]): boolean => new Set(parts.map(({ sku }) => sku)).size < parts.length;

/** Whether goods may lie in a bundle: what asks for something at the till, or has parts itself, is sold alone. */
function fitsIntoBundle({ soldBy, terms }: NamedArticle): boolean {
  return soldBy === 'piece' && (terms === null || Object.keys(terms).every((key) => key === 'deposits' || key === 'finalSale'));
}

/**
 * Why an article cannot have these terms; null where it can.
 * @param article itself, with the terms that it would have. @param find finds an article by its SKU; undefined where there is none.
 */
export function whyNotTerms(
  { soldBy, terms }: NamedArticle,
  find: (sku: string) => NamedArticle | undefined,
): { readonly refusal: TermsRefusal; readonly sku: string | null } | null {
  if (terms === null) return null;
  const { kind, deposits = [], components = [], asksSerial, openPrice, taxOfGoods, finalSale } = terms;
  const because = (refusal: TermsRefusal, sku: string | null = null) => ({ refusal, sku });
  if (taxOfGoods === true && kind !== 'deposit') return because('tax_of_goods_not_deposit');
  const isBundle = components.length > 0;
  const bearsMore = deposits.length > 0 || asksSerial === true || openPrice === true;
  if (
    (kind !== undefined && (deposits.length > 0 || asksSerial === true || finalSale === true)) ||
    (kind === 'deposit' && openPrice === true)
  )
    return because('terms_apart');
  if ((isBundle && (kind !== undefined || bearsMore)) || (soldBy === 'kg' && (isBundle || kind !== undefined || bearsMore)))
    return because('terms_apart');
  if (isTwice(deposits) || isTwice(components)) return because('part_twice');
  for (const { sku } of [...deposits, ...components]) {
    const part = find(sku);
    if (part === undefined) return because('part_unknown', sku);
    if (deposits.length > 0 && part.terms?.kind !== 'deposit') return because('deposit_not_deposit', sku);
    if (isBundle && !fitsIntoBundle(part)) return because('component_not_goods', sku);
  }
  return null;
}
