/** A tax at the rate of the day. */
export interface AppliedTax {
  readonly code: string;
  /** Parts per million. */
  readonly ratePpm: number;
  /** It is reckoned on the taxes before it too. */
  readonly compound: boolean;
  /** The part of each article's price that it is reckoned on, in minor units; null is without an upper end. */
  readonly fromMinor: number;
  readonly toMinor: number | null;
}

/** A line after all discounts. */
export interface TaxedLine {
  /** What is asked for it, in minor units: with its taxes where prices include them. Negative for goods that come back. */
  readonly amountMinor: number;
  /** In steps of 10^−`quantityDecimals`: caps are by article. */
  readonly quantity: number;
  readonly quantityDecimals: number;
  readonly taxes: readonly AppliedTax[];
}

/** Taxes of a line as exact fractions over one denominator, in minor units. */
export interface ExactTaxes {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

const MILLION = 1_000_000n;

const isCapped = (tax: AppliedTax) => tax.fromMinor > 0 || tax.toMinor !== null;

/** Numerators of all taxes for the bases given, over `one`; each compound tax needs a factor of a million in it. */
function reckon(taxes: readonly AppliedTax[], baseOf: (tax: AppliedTax) => bigint, one: bigint): bigint[] {
  const numerators: bigint[] = [];
  let before = 0n;
  for (const tax of taxes) {
    const base = baseOf(tax) * one + (tax.compound ? before : 0n);
    const numerator = (base * BigInt(tax.ratePpm)) / MILLION;
    numerators.push(numerator);
    before += numerator;
  }
  return numerators;
}

const sumOf = (numbers: readonly bigint[]) => numbers.reduce((sum, one) => sum + one, 0n);

/** Bounds of a capped tax for the whole line, in steps. */
interface Bounds {
  readonly from: bigint;
  readonly to: bigint | null;
}

function boundsOf(tax: AppliedTax, quantity: bigint): Bounds {
  return { from: BigInt(tax.fromMinor) * quantity, to: tax.toMinor === null ? null : BigInt(tax.toMinor) * quantity };
}

function within(net: bigint, { from, to }: Bounds): bigint {
  const top = to !== null && net > to ? to : net;
  return top > from ? top - from : 0n;
}

/**
 * Taxes of a line some of which have a cap. Net amounts count in steps of the quantity, so that a cap by article is whole.
 * Where prices include tax, the price is a line of several slopes over the net amount; the net is looked for on the right one.
 */
function cappedTaxes(amount: bigint, line: TaxedLine, one: bigint, inclusive: boolean): ExactTaxes {
  const steps = 10n ** BigInt(line.quantityDecimals);
  const quantity = BigInt(Math.abs(line.quantity));
  const bounds = new Map(line.taxes.map((tax) => [tax, boundsOf(tax, quantity)]));
  const boundsFor = (tax: AppliedTax) => bounds.get(tax) ?? { from: 0n, to: null };
  const taxesAt = (net: bigint) => reckon(line.taxes, (tax) => within(net, boundsFor(tax)), one);
  if (!inclusive) return { numerators: taxesAt(amount * steps), denominator: one * steps };
  const price = amount * steps * one;
  const corners = [...bounds.values()].flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]);
  const corner = corners.reduce((best, at) => (at > best && at * one + sumOf(taxesAt(at)) <= price ? at : best), 0n);
  const atCorner = taxesAt(corner);
  const slopes = reckon(
    line.taxes,
    (tax) => {
      const { from, to } = boundsFor(tax);
      return corner >= from && (to === null || corner < to) ? 1n : 0n;
    },
    one,
  );
  const slope = one + sumOf(slopes);
  const beyond = price - corner * one - sumOf(atCorner);
  return {
    numerators: atCorner.map((numerator, index) => numerator * slope + beyond * (slopes[index] ?? 0n)),
    denominator: one * slope * steps,
  };
}

/**
 * The taxes of a line, not rounded at all.
 * @param inclusive whether its amount has the taxes in it: then tax = amount · r ÷ (1 + Σr).
 */
export function exactTaxes(line: TaxedLine, inclusive: boolean): ExactTaxes {
  const one = MILLION ** BigInt(1 + line.taxes.filter((tax) => tax.compound).length);
  const negative = line.amountMinor < 0;
  const amount = BigInt(Math.abs(line.amountMinor));
  const exact = line.taxes.some(isCapped) ? cappedTaxes(amount, line, one, inclusive) : plainTaxes(amount, line.taxes, one, inclusive);
  return negative ? { ...exact, numerators: exact.numerators.map((numerator) => -numerator) } : exact;
}

/** Rates over `one`. Lines of a class share their list of taxes, so it is reckoned once for all of them. */
const ratesOf = new WeakMap<readonly AppliedTax[], readonly bigint[]>();

function plainTaxes(amount: bigint, taxes: readonly AppliedTax[], one: bigint, inclusive: boolean): ExactTaxes {
  const rates = ratesOf.get(taxes) ?? reckon(taxes, () => 1n, one);
  ratesOf.set(taxes, rates);
  return { numerators: rates.map((rate) => amount * rate), denominator: inclusive ? one + sumOf(rates) : one };
}
