import { z } from 'zod';
import { adjustment } from '../base/adjustment.ts';
import { businessDate, entityId } from '../base/envelope.ts';
import { currency, minorAmount, unitPrice } from '../base/money.ts';
import { text } from '../base/text.ts';
import { MOST_CODES } from './coupon.ts';
import { clockTime, promotion } from './promotion.ts';
import { MISSED_REASONS } from './run-promotions.ts';

/** How many promotions an answer has at most. */
const MOST = 200;

/** How a promotion stands to a day. */
export const PROMOTION_STATES = ['running', 'coming', 'over'] as const;

/** `GET /v1/promotions`: by id. `after` is `next` of the page before. */
export const promotionQuery = z.strictObject({
  /** A day: only those that hold on it, as far as dates go, or that begin after it or ended before it. */
  on: businessDate.optional(),
  state: z.enum(PROMOTION_STATES).default('running'),
  /** A part of the name, or of the id. */
  search: text.max(100).optional(),
  after: entityId.optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});

/** What a promotion was used for in all stores. */
const listedUse = z.strictObject({ id: entityId, amountMinor: minorAmount, uses: z.number().int().min(0) });

export const promotionPage = z.strictObject({
  items: z.array(promotion),
  /** Of those that were used. */
  uses: z.array(listedUse),
  next: text.nullable(),
});

/** `POST /v1/promotions/ID/end`: its last day. */
export const promotionEnd = z.strictObject({ endsOn: businessDate });

/** `POST /v1/promotions/ID/change`: writes it where nobody else has changed it meanwhile. */
export const promotionChange = z.strictObject({
  promotion,
  /** What `revisionOf` gives of the promotion that was shown; null for one that is new. */
  revision: text.max(64).nullable(),
});

/** `POST /v1/promotions/preview`: what promotions do to a sale, with one that is still being written. */
export const previewRequest = z.strictObject({
  /** Takes the place of the one with its id; null to look at those that hold. */
  draft: promotion.nullable(),
  lines: z
    .array(z.strictObject({ sku: entityId, quantity: z.number().int().min(1).max(1_000_000) }))
    .min(1)
    .max(100),
  storeId: entityId,
  /** The calendar day and the time in the store. */
  date: businessDate,
  time: clockTime,
  customerGroups: z.array(entityId).max(50).default([]),
  codes: z.array(entityId).max(MOST_CODES).default([]),
  /** Points that the customer wants to use. */
  points: z.number().int().min(0).max(1_000_000_000).default(0),
});

const previewLine = z.strictObject({
  sku: entityId,
  name: text,
  quantity: z.number().int(),
  unitPrice,
  grossMinor: minorAmount,
  adjustments: z.array(adjustment),
  totalMinor: minorAmount,
});

const missing = { missingUnits: z.number().int().nullable(), missingMinor: z.number().int().nullable() };

/** What promotions did to a priced sale. */
export const saidOfPromotions = z.strictObject({
  applied: z.array(
    z.strictObject({ promotionId: entityId, amountMinor: minorAmount, times: z.number().int().nullable(), code: entityId.nullable() }),
  ),
  missed: z.array(z.strictObject({ promotionId: entityId, reason: z.enum(MISSED_REASONS), ...missing, by: z.array(entityId) })),
  next: z.strictObject({ promotionId: entityId, ...missing }).nullable(),
  /** Those that are named above. */
  promotions: z.array(z.strictObject({ id: entityId, name: text, startsOn: businessDate, endsOn: businessDate })),
});

export const previewAnswer = z.strictObject({
  currency,
  lines: z.array(previewLine),
  totalMinor: minorAmount,
  taxMinor: minorAmount,
  ...saidOfPromotions.shape,
});

/** `POST /v1/promotions/recount`: how many counts were wrong. */
export const recountAnswer = z.strictObject({ wrong: z.number().int() });

export type PreviewRequest = z.infer<typeof previewRequest>;
export type SaidOfPromotions = z.infer<typeof saidOfPromotions>;
export type PreviewAnswer = z.infer<typeof previewAnswer>;
export type ListedUse = z.infer<typeof listedUse>;
export type PromotionQuery = z.infer<typeof promotionQuery>;
export type PromotionPage = z.infer<typeof promotionPage>;
