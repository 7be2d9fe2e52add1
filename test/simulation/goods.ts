/** What the shops of every world sell: each SKU costs as many times 1.00 as its number says, with 10 % tax on top. */
export const SKUS = Array.from({ length: 10 }, (_, index) => `SKU-${String(index + 1).padStart(2, '0')}`);
/** What does not come back unless a manager lets it. */
export const FINAL_SKU = 'SKU-10';
export const TAX_PPM = 100_000;
export const CURRENCY = 'USD';
export const PICKUP_CODE = '4711';

/**
 * What is sold by weight, in steps of a gram: a gram costs one minor unit, with the same tax on top. The books of the shelf count grams
 * of it, too, and nobody orders it.
 */
export const WEIGHED = { sku: 'WEIGHED', unitPrice: 1_000_000, deliveredGrams: 20_000 } as const;

function numberOf(sku: string): number {
  return SKUS.indexOf(sku) + 1;
}

/** Thousandths of a minor unit. */
export function unitPriceOf(sku: string): number {
  return numberOf(sku) * 100_000;
}

/** What a customer pays for units of a SKU, minor units, tax included: reckoned by hand, not by the code under test. */
export function paidFor(sku: string, units: number): number {
  return numberOf(sku) * 110 * units;
}

/** What the shops keep of each piece that was opened and comes back, in minor units. */
export const RESTOCKING_MINOR = 40;

/** The smallest coin of the world, in minor units: cash is rounded to it, up or down. */
export const SMALLEST_COIN = 25;

/** What is paid in cash for an amount. No price ends in the middle between two coins. */
export function cashFor(minor: number): number {
  return Math.round(minor / SMALLEST_COIN) * SMALLEST_COIN;
}

/** What units of a line give back, by hand: each its own share of what was paid. @param before units that came back already. */
export function shareOf(
  { totalMinor, quantity }: { readonly totalMinor: number; readonly quantity: number },
  before: number,
  units: number,
): number {
  const upTo = (count: number) => Math.round((totalMinor * count) / quantity);
  return upTo(before + units) - upTo(before);
}

/** The tax within {@link paidFor}. */
export function taxIn(sku: string, units: number): number {
  return numberOf(sku) * 10 * units;
}

/** The gift cards of a world: few, so that two shops often have the same one in hand. */
export const GIFT_CARDS = Array.from({ length: 6 }, (_, index) => `SV-000${index + 1}-${'0'.repeat(32)}`);

/** The most that a till takes off one card without the server, as the world's head office says. */
export const OFFLINE_CAP = 2_000;

/** Dollars of another country, at a rate that leaves no fraction: 20.00 of them are worth 22.00. */
export const FOREIGN = { notes: { currency: 'CAD', rate: '1.1', givenMinor: 2_000 }, worthMinor: 2_200 } as const;

/** The voucher that the shops take, and what each is worth. */
export const VOUCHER = { id: 'CITY', name: 'City voucher', amountMinor: 500 } as const;

/** How much terminals may approve without the bank, in minor units: one payment, and all of a register in 24 hours. */
export const OFFLINE_CARDS = { paymentMinor: 2_500, dayMinor: 6_000, hours: 12 } as const;
