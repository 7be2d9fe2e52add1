import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { promotionFault, type PromotionFault } from '../../domain/promotions/check-promotion.ts';
import type { PreviewAnswer, PreviewRequest } from '../../domain/promotions/promotion-protocol.ts';
import type { Db } from '../db/database.ts';
import { loadPromotions } from './load-promotions.ts';
import { priceBasket } from './price-basket.ts';
import { saidOfPromotions } from './said-of-promotions.ts';

export type PreviewRefusal =
  | { readonly code: 'unknown_product' | 'unknown_store' | 'amount_not_valid'; readonly field: string }
  | ({ readonly code: 'bad_promotion' } & Omit<PromotionFault, 'fault'>);

/** What promotions do to a sale, by the functions that the tills use: with a draft in the place of the promotion that it changes. */
export async function previewPromotions(db: Db, request: PreviewRequest): Promise<Result<PreviewAnswer, PreviewRefusal>> {
  const { draft, storeId } = request;
  const wrong = draft === null ? null : promotionFault(draft);
  if (wrong !== null) return refuse({ code: 'bad_promotion', ...wrong });
  const store = await db.selectFrom('locations').select('id').where('id', '=', storeId).executeTakeFirst();
  if (store === undefined) return refuse({ code: 'unknown_store', field: 'storeId' });
  const known = await loadPromotions(db);
  const promotions = draft === null ? known : [...known.filter(({ id }) => id !== draft.id), draft];
  const basket = await priceBasket(db, { ...request, taxedIn: { storeId }, promotions });
  if (!basket.ok && basket.refusal === 'amount_not_valid') return refuse({ code: basket.refusal, field: 'lines' });
  if (!basket.ok) return refuse({ code: 'unknown_product', field: `lines.${basket.refusal}.sku` });
  const { priced, currency } = basket.value;
  return accept({
    currency,
    lines: priced.lines.map(({ sku, name, quantity, unitPrice, grossMinor, adjustments, totalMinor }) => ({
      ...{ sku, name, quantity, unitPrice, grossMinor, adjustments, totalMinor },
    })),
    totalMinor: priced.totalMinor,
    taxMinor: priced.taxMinor,
    ...saidOfPromotions(priced, promotions),
  });
}
