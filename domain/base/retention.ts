/**
 * How long something is kept: as long as it is current, until some days after it ended, or for years after it was recorded.
 * Books of a shop are kept for ten years (HGB § 257, AO § 147).
 */
export type Retention = { readonly while: 'current' } | { readonly daysAfterEnd: number } | { readonly years: number };

export const WHILE_CURRENT: Retention = { while: 'current' };
export const TEN_YEARS: Retention = { years: 10 };
