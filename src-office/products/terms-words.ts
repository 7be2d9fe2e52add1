import type { ArticlePart, ArticleTerms } from '../../domain/catalog/article-terms.ts';
import { partsText } from '../../domain/catalog/parts-text.ts';
import { words } from '../../texts/words/words.ts';

/** How an article is sold, in words; empty for plain goods. */
export function termsWords(terms: ArticleTerms | null): string {
  if (terms === null) return '';
  const { kind, openPrice, taxOfGoods, deposits, asksSerial, finalSale, components } = terms;
  const listed = (label: 'products.deposits' | 'products.components', parts: readonly ArticlePart[] | undefined) =>
    parts === undefined ? null : `${words(label)}: ${partsText(parts)}`;
  const said = [
    kind === undefined ? null : words(`products.kind.${kind}`),
    openPrice === true ? words('products.openPrice') : null,
    taxOfGoods === true ? words('products.taxOfGoods') : null,
    asksSerial === true ? words('products.asksSerial') : null,
    finalSale === true ? words('products.finalSale') : null,
    listed('products.deposits', deposits),
    listed('products.components', components),
  ];
  return said.filter((one) => one !== null).join(' · ');
}
