import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrandTotals, TerminalTotals } from '../payments/terminal-totals.ts';
import { compareTerminal } from './compare-terminal.ts';

const none = { count: 0, minor: 0 };
const brand = (scheme: string | null, paid: number, refunded = 0, currency = 'USD'): BrandTotals => ({
  scheme,
  currency,
  paid: { count: paid === 0 ? 0 : 1, minor: paid },
  refunded: { count: refunded === 0 ? 0 : 1, minor: refunded },
});
const told = (brands: BrandTotals[], isOfShift = true): TerminalTotals => ({ result: 'told', terminalId: 'T1', isOfShift, brands });
/** What the till has, by brand. */
function till(brands: readonly BrandTotals[], more: object = {}) {
  const minor = brands.reduce((sum, { paid, refunded }) => sum + paid.minor - refunded.minor, 0);
  const count = brands.reduce((sum, { paid, refunded }) => sum + paid.count + refunded.count, 0);
  return {
    ...{ currency: 'USD', unansweredCards: none, offlineCards: none },
    terminals: { T1: { count, minor } },
    brands: { T1: Object.fromEntries(brands.map(({ scheme, paid, refunded }) => [scheme ?? '', { paid, refunded }])) },
    ...more,
  };
}

describe("a terminal's totals beside the till's", () => {
  it('says nothing where the terminal said nothing', () => {
    expect(compareTerminal(till([]), { result: 'not_told', terminalId: 'T1', why: 'not_reachable' })).toBeNull();
  });

  it.each([
    ['a brand in other letters', till([brand('Visa', 500)]), told([brand('visa', 500)]), 0, [], []],
    ['nothing on either side', till([]), told([]), 0, [], []],
    [
      'a refund of a payment of an earlier shift, whose brand the till does not know',
      till([brand('mc', 900), brand(null, 0, 300)]),
      told([brand('mc', 900, 300)]),
      0,
      [],
      [],
    ],
    ['a terminal that names no brands', till([brand('mc', 900), brand('visa', 100)]), told([brand(null, 1_000)]), 0, [], []],
    [
      'the terminal took more',
      till([brand('mc', 900)]),
      told([brand('mc', 900), brand('visa', 250)]),
      250,
      [['visa', 0, 250]],
      ['terminal_has_more'],
    ],
    [
      'a payment without an answer',
      till([brand('mc', 900)], { unansweredCards: { count: 1, minor: 50 } }),
      told([brand('mc', 950)]),
      50,
      [['mc', 900, 950]],
      ['unanswered', 'terminal_has_more'],
    ],
    [
      'one that the bank has not confirmed',
      till([brand('mc', 900)], { offlineCards: { count: 1, minor: 400 } }),
      told([brand('mc', 500)]),
      -400,
      [['mc', 900, 500]],
      ['offline', 'till_has_more'],
    ],
    ['another currency is not added', till([brand('mc', 900)]), told([brand('mc', 900), brand('mc', 100, 0, 'EUR')]), 0, [], []],
    [
      'paid in another currency',
      till([brand('mc', 900)]),
      told([brand('mc', 800, 0, 'EUR')]),
      -900,
      [],
      ['other_currency', 'till_has_more'],
    ],
    [
      'it counts since it was settled',
      till([brand('mc', 900)]),
      told([brand('mc', 2_000)], false),
      1_100,
      [['mc', 900, 2_000]],
      ['not_of_shift', 'terminal_has_more'],
    ],
    [
      'two brands that differ by the same',
      till([brand('mc', 900), brand('visa', 100)]),
      told([brand('mc', 800), brand('visa', 200)]),
      0,
      [
        ['mc', 900, 800],
        ['visa', 100, 200],
      ],
      ['brands_differ'],
    ],
  ] as const)('%s', (_what, report, totals, differenceMinor, brands, hints) => {
    const compared = compareTerminal(report, totals);
    expect(compared).toMatchObject({ differenceMinor, hints });
    expect(compared?.brands.map((one) => [one.scheme, one.tillMinor, one.terminalMinor])).toEqual(brands);
  });

  it('agrees with itself, and differs by what is added to it', () => {
    const names = ['mc', 'visa', 'amex'];
    const minor = fc.integer({ min: 0, max: 1_000_000 });
    const sums = fc.tuple(minor, minor, minor, minor, minor, minor);
    fc.assert(
      fc.property(sums, fc.integer({ min: 1, max: 9_999 }), (amounts, more) => {
        const brands = names.map((name, at) => brand(name, amounts[at] ?? 0, amounts[at + 3] ?? 0));
        expect(compareTerminal(till(brands), told(brands))).toMatchObject({ differenceMinor: 0, brands: [], hints: [] });
        const [first, ...rest] = brands;
        if (first === undefined) return;
        const higher = { ...first, paid: { count: first.paid.count + 1, minor: first.paid.minor + more } };
        expect(compareTerminal(till(brands), told([higher, ...rest]))).toMatchObject({
          differenceMinor: more,
          brands: [{ scheme: 'mc' }],
          hints: ['terminal_has_more'],
        });
      }),
    );
  });
});
