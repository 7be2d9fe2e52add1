import { z } from 'zod';
import { businessDate, entityId } from '../base/envelope.ts';
import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import { minorAmount } from '../base/money.ts';
import { defineSetting } from '../settings/define-setting.ts';

const MOST_POINTS = 1_000_000;

/** What goods earn, and what a point pays. */
const loyaltyRule = z.strictObject({
  /** For each `forMinor` that goods cost; 0 where nothing is earned. */
  points: z.number().int().min(0).max(MOST_POINTS),
  forMinor: minorAmount.min(1, 'Points are earned for an amount.').max(MOST_BELIEVED_MINOR),
  /** What a point pays of a sale, in minor units; 0 where points pay nothing. */
  worthMinor: minorAmount.min(0).max(MOST_BELIEVED_MINOR),
});

/** Days on which goods earn a multiple. */
const loyaltyBoost = z
  .strictObject({
    startsOn: businessDate,
    endsOn: businessDate,
    times: z.number().int().min(2, 'Twice is the least.').max(100),
    /** As the catalog has it; null for all goods. */
    category: entityId.nullable(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, 'The last day is before the first.');

export const loyaltyProgram = defineSetting({
  key: 'loyalty.program',
  levels: ['company'],
  schema: loyaltyRule,
  standard: { points: 0, forMinor: 100, worthMinor: 0 },
});

/** Categories whose goods earn nothing. */
export const loyaltyExcluded = defineSetting({
  key: 'loyalty.excluded',
  levels: ['company'],
  schema: z.array(entityId).max(200),
  standard: [],
});

export const loyaltyBoosts = defineSetting({
  key: 'loyalty.boosts',
  levels: ['company'],
  schema: z.array(loyaltyBoost).max(200),
  standard: [],
});

/** As many points of one customer as a till takes while it cannot ask the server. */
export const loyaltyOfflineCap = defineSetting({
  key: 'loyalty.offline_cap',
  levels: ['company', 'store'],
  schema: z.number().int().min(1).max(MOST_POINTS),
  standard: 500,
});

export type LoyaltyRule = z.infer<typeof loyaltyRule>;
export type LoyaltyBoost = z.infer<typeof loyaltyBoost>;
