import {
  type ArticleKind,
  type ArticlePart,
  type ArticleTerms,
  MOST_COMPONENTS,
  MOST_DEPOSITS,
} from '../../domain/catalog/article-terms.ts';
import { partsText, readPartsText } from '../../domain/catalog/parts-text.ts';

/** How an article is sold, as it stands in a form. */
export interface TermsDraft {
  readonly kind: ArticleKind | 'goods';
  readonly openPrice: boolean;
  readonly taxOfGoods: boolean;
  readonly asksSerial: boolean;
  readonly finalSale: boolean;
  readonly deposits: string;
  readonly components: string;
}

export const KINDS = ['goods', 'service', 'fee', 'deposit'] as const satisfies readonly TermsDraft['kind'][];

/** The form for these terms. */
export function termsDraftOf(terms: ArticleTerms | null): TermsDraft {
  return {
    kind: terms?.kind ?? 'goods',
    openPrice: terms?.openPrice ?? false,
    taxOfGoods: terms?.taxOfGoods ?? false,
    asksSerial: terms?.asksSerial ?? false,
    finalSale: terms?.finalSale ?? false,
    deposits: partsText(terms?.deposits ?? []),
    components: partsText(terms?.components ?? []),
  };
}

/** The fields that a kind of article has; what stands in the others is left out. */
export function fieldsOf(kind: TermsDraft['kind']): ReadonlySet<keyof TermsDraft> {
  if (kind === 'goods') return new Set(['openPrice', 'asksSerial', 'finalSale', 'deposits', 'components']);
  return new Set([kind === 'deposit' ? 'taxOfGoods' : 'openPrice']);
}

/** Reads a form: the terms, null for plain goods, or the field that is wrong. */
export function readTermsDraft(draft: TermsDraft): ArticleTerms | null | 'deposits' | 'components' {
  const fields = fieldsOf(draft.kind);
  const partsOf = (field: 'deposits' | 'components', most: number) => {
    const read = fields.has(field) ? readPartsText(draft[field], most) : { ok: true as const, value: [] };
    return read.ok ? read.value : null;
  };
  const deposits = partsOf('deposits', MOST_DEPOSITS);
  if (deposits === null) return 'deposits';
  const components = partsOf('components', MOST_COMPONENTS);
  if (components === null) return 'components';
  const said = (field: 'openPrice' | 'taxOfGoods' | 'asksSerial' | 'finalSale') => draft[field] && fields.has(field);
  const listed = (parts: ArticlePart[]) => parts.length > 0;
  const terms: ArticleTerms = {
    ...(draft.kind !== 'goods' && { kind: draft.kind }),
    ...(said('openPrice') && { openPrice: true as const }),
    ...(said('taxOfGoods') && { taxOfGoods: true as const }),
    ...(listed(deposits) && { deposits }),
    ...(said('asksSerial') && { asksSerial: true as const }),
    ...(said('finalSale') && { finalSale: true as const }),
    ...(listed(components) && { components }),
  };
  return Object.keys(terms).length === 0 ? null : terms;
}
