import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';

const category = text.min(1).max(200);

/** Names goods by SKU, by category or by brand of the catalog; one of them is enough. */
export const goodsFields = {
  skus: z.array(entityId).max(5000).default([]),
  categories: z.array(category).max(500).default([]),
  brands: z.array(category).max(500).default([]),
};

export const goodsSelector = z.strictObject(goodsFields);

export type GoodsSelector = z.infer<typeof goodsSelector>;

/** What of a line a selector looks at; null where the catalog does not know it. */
export interface SelectableGoods {
  readonly sku: string;
  readonly category?: string | null | undefined;
  readonly brand?: string | null | undefined;
}

/** A selector that is asked often: its lists are sets. */
export function goodsMatcher({ skus, categories, brands }: GoodsSelector): (goods: SelectableGoods) => boolean {
  const [bySku, byCategory, byBrand] = [new Set<string>(skus), new Set<string>(categories), new Set<string>(brands)];
  return ({ sku, category: inCategory, brand }) =>
    bySku.has(sku) || (inCategory != null && byCategory.has(inCategory)) || (brand != null && byBrand.has(brand));
}
