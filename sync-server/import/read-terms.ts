import {
  articleKind,
  type ArticlePart,
  articleTerms,
  type ArticleTerms,
  MOST_COMPONENTS,
  MOST_DEPOSITS,
} from '../../domain/catalog/article-terms.ts';
import { readPartsText } from '../../domain/catalog/parts-text.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import { type Fault, fault } from './import-rows.ts';
import type { Row } from './read-rows.ts';

/** What a file says of the terms of an article: undefined where it does not, null where it takes something away. */
export type SaidTerms = { readonly [K in keyof ArticleTerms]-?: ArticleTerms[K] | null | undefined };

const YES = ['yes', 'true', '1', 'y'];
const NO = ['no', 'false', '0', 'n'];

function readYes(row: Row, column: string): Result<true | null | undefined, Fault> {
  const written = row.get(column).trim().toLowerCase();
  if (written === '') return accept(undefined);
  if (YES.includes(written)) return accept(true);
  return NO.includes(written) ? accept(null) : fault(column, 'not_yes_no', {});
}

/** `goods` makes plain goods of it. */
function readKind(row: Row): Result<ArticleTerms['kind'] | null, Fault> {
  const written = row.get('kind').trim().toLowerCase();
  if (written === '') return accept(undefined);
  if (written === 'goods') return accept(null);
  const read = articleKind.safeParse(written);
  return read.success ? accept(read.data) : fault('kind', 'none_of', { options: ['goods', ...articleKind.options].join(', ') });
}

/** `SKU:QUANTITY SKU`; `0` takes all away. */
function readParts(row: Row, column: string, most: number): Result<ArticlePart[] | null | undefined, Fault> {
  const written = row.get(column).trim();
  if (written === '') return accept(undefined);
  if (written === '0') return accept(null);
  const parts = readPartsText(written, most);
  return parts.ok ? accept(parts.value) : fault(column, 'not_pairs', { example: '4006381333931:20' });
}

/** Reads how an article is sold. A column that is missing or empty leaves what it is about alone. */
export function readTerms(row: Row): Result<SaidTerms, Fault> {
  const kind = readKind(row);
  if (!kind.ok) return kind;
  const openPrice = readYes(row, 'open_price');
  if (!openPrice.ok) return openPrice;
  const taxOfGoods = readYes(row, 'tax_of_goods');
  if (!taxOfGoods.ok) return taxOfGoods;
  const asksSerial = readYes(row, 'serial');
  if (!asksSerial.ok) return asksSerial;
  const finalSale = readYes(row, 'final_sale');
  if (!finalSale.ok) return finalSale;
  const deposits = readParts(row, 'deposits', MOST_DEPOSITS);
  if (!deposits.ok) return deposits;
  const components = readParts(row, 'components', MOST_COMPONENTS);
  if (!components.ok) return components;
  return accept({
    kind: kind.value,
    openPrice: openPrice.value,
    taxOfGoods: taxOfGoods.value,
    asksSerial: asksSerial.value,
    finalSale: finalSale.value,
    deposits: deposits.value,
    components: components.value,
  });
}

/** The terms that an article has once a file has said this of it; null where it is plain goods. */
export function termsAfter(before: ArticleTerms | null, said: SaidTerms): ArticleTerms | null {
  const changed = Object.entries(said).filter(([, value]) => value !== undefined);
  const after = Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(changed) }).filter(([, value]) => value !== null));
  return Object.keys(after).length === 0 ? null : articleTerms.parse(after);
}
