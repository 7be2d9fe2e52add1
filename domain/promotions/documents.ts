import { canonicalJson } from '../base/canonical-json.ts';
import { defineDocument } from '../base/define-document.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { promotionUse, storePromotionUse } from './promotion-use.ts';
import { couponUse } from './coupon.ts';
import { type Promotion, promotion } from './promotion.ts';

/**
 * A promotion as the first apps read it. They know two kinds and no conditions: what else there is reads as one that names nothing,
 * because an old till that gives no discount can be helped, and one that gives too much cannot.
 */
function asFirstApps(body: Promotion): unknown {
  const whole = promotion.parse(body);
  const { id, name, skus, startsOn, endsOn } = whole;
  const common = { id, name, startsOn, endsOn };
  const nothing = { kind: 'percent_off', ...common, skus: [], basisPoints: 1 };
  if (whole.kind !== 'percent_off' && whole.kind !== 'multi_buy') return nothing;
  const own = whole.kind === 'percent_off' ? { basisPoints: whole.basisPoints } : { buy: whole.buy, pay: whole.pay };
  const plain = { kind: whole.kind, ...common, skus, ...own };
  return canonicalJson(promotion.parse(plain)) === canonicalJson(whole) ? plain : nothing;
}

export const promotionDocument = defineDocument({
  kind: 'promotion',
  schema: promotion,
  scope: 'all',
  stored: { in: 'table', table: 'promotions', key: 'id', columns: {} },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ id }) => id,
  before: { version: 2, body: asFirstApps },
});

/** How often a code was used that is good for a number of sales: every register has to know it. It goes with its promotion. */
export const couponUseDocument = defineDocument({
  kind: 'coupon_use',
  since: 2,
  schema: couponUse,
  scope: 'all',
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ id }) => id,
});

/** A promotion that is over is not told any more, but stays counted. */
export const storePromotionUseDocument = defineDocument({
  kind: 'store_promotion_use',
  since: 2,
  schema: storePromotionUse,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ id }) => id,
  storeOf: ({ storeId }) => storeId,
});

/** A job of the server makes it of the stores' own: one change for many sales. */
export const promotionUseDocument = defineDocument({
  kind: 'promotion_use',
  since: 2,
  schema: promotionUse,
  scope: 'all',
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ id }) => id,
});
