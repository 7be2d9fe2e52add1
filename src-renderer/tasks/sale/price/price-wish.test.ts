import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../domain/associates/associate.ts';
import type { PermissionTable } from '../../../../domain/permissions/roles.ts';
import { priceSale } from '../../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../../domain/tax/tax-rules.ts';
import { cartLineOf, DATE } from '../../../../test/support/examples.ts';
import { answerToWish, ownLimit, type PriceWish, type WishedSale, withinLimit, withWish } from './price-wish.ts';

const PEOPLE: Readonly<Record<string, Role>> = { A: 'associate', M: 'manager' };
const table: PermissionTable = { associate: { 'sale.discount': { approvalBy: ['manager'], above: 2000 } } };
const of = { table, associateId: 'A', role: 'associate', roleOf: (id: string) => PEOPLE[id] } as const;
/** A speaker for 69.90 and a cable for 10.00. */
const speaker = { ...cartLineOf({ sku: 'S', unitPrice: 6_990_000 }), id: '1' };
const cable = { ...cartLineOf({ sku: 'C', unitPrice: 1_000_000, quantity: 2 }), id: '2' };
const sale: WishedSale<typeof speaker> = { lines: [speaker, cable], saleDiscount: null };
const alone = { reason: 'price_match', approvedBy: null };

function priced({ lines, saleDiscount }: WishedSale<typeof speaker>) {
  const taxes = oneTaxPerClass({ standard: 0 });
  return priceSale(lines, { pricesIncludeTax: false, taxes, promotions: [], date: DATE, saleDiscount: saleDiscount ?? undefined });
}

describe('a wish for another price', () => {
  it.each<[string, PriceWish, number]>([
    ['a price', { on: 'line', id: '1', unitPrice: 4_990_000 }, 4990 + 2000],
    ['a percentage of a line', { on: 'line', id: '2', discount: { basisPoints: 1000 } }, 6990 + 1800],
    ['an amount off a line', { on: 'line', id: '2', discount: { amountMinor: 500 } }, 6990 + 1500],
    ['a percentage of the sale', { on: 'sale', discount: { basisPoints: 1000 } }, 8091],
  ])('%s is priced as it is wished for', (_what, wish, totalMinor) => {
    expect(priced(withWish(sale, wish, alone)).totalMinor).toBe(totalMinor);
  });

  it('takes the place of an older one on the same line', () => {
    const discounted = withWish(sale, { on: 'line', id: '1', discount: { basisPoints: 1000 } }, alone);
    const { lines } = withWish(discounted, { on: 'line', id: '1', unitPrice: 1_000_000 }, alone);
    expect(lines[0]).toEqual({ ...speaker, override: { unitPrice: 1_000_000, ...alone } });
    expect(lines[1]).toBe(cable);
  });

  it.each<[string, PriceWish, string]>([
    ['20 %', { on: 'line', id: '1', discount: { basisPoints: 2000 } }, 'allowed'],
    ['28.6 %', { on: 'line', id: '1', unitPrice: 4_990_000 }, 'needs_approval'],
    ['a higher price', { on: 'line', id: '1', unitPrice: 9_990_000 }, 'allowed'],
    ['a third of the sale', { on: 'sale', discount: { basisPoints: 3333 } }, 'needs_approval'],
  ])('[A1] for %s is %s', (_what, wish, kind) => {
    expect(answerToWish(priced(withWish(sale, wish, alone)), of).answer.kind).toBe(kind);
  });

  it('[A1] counts what was taken off the line before, unless a colleague approved it', () => {
    const onSale: PriceWish = { on: 'sale', discount: { basisPoints: 1000 } };
    const wished = (approvedBy: string | null, basisPoints: number) =>
      answerToWish(
        priced(withWish(withWish(sale, { on: 'line', id: '1', discount: { basisPoints } }, { ...alone, approvedBy }), onSale, alone)),
        of,
      );
    expect(wished(null, 1500)).toMatchObject({ answer: { kind: 'needs_approval' } });
    expect(wished(null, 500)).toMatchObject({ answer: { kind: 'allowed' } });
    expect(wished('M', 5000)).toMatchObject({ answer: { kind: 'allowed' } });
    expect(wished('A', 5000)).toMatchObject({ answer: { kind: 'needs_approval' } });
  });

  it('[A1] an approval covers nothing that somebody takes off after it', () => {
    const one = { ...sale, lines: [speaker] };
    const approved = withWish(one, { on: 'line', id: '1', discount: { basisPoints: 2500 } }, { ...alone, approvedBy: 'M' });
    expect(answerToWish(priced(withWish(approved, { on: 'sale', discount: { basisPoints: 10_000 } }, alone)), of)).toMatchObject({
      answer: { kind: 'needs_approval' },
      weight: 7498,
    });
  });

  it.each<[string, PriceWish, PriceWish]>([
    ['a price', { on: 'line', id: '1', unitPrice: 1 }, { on: 'line', id: '1', unitPrice: 5_592_000 }],
    ['a percentage', { on: 'sale', discount: { basisPoints: 9000 } }, { on: 'sale', discount: { basisPoints: 2000 } }],
    [
      'an amount off the line',
      { on: 'line', id: '1', discount: { amountMinor: 6000 } },
      { on: 'line', id: '1', discount: { amountMinor: 1398 } },
    ],
    ['an amount off the sale', { on: 'sale', discount: { amountMinor: 6000 } }, { on: 'sale', discount: { amountMinor: 1798 } }],
  ])('for %s has a form within the own limit, which needs nobody', (_what, wish, own) => {
    const line = wish.on === 'line' ? speaker : undefined;
    expect(withinLimit(wish, line, 8990, 2000)).toEqual(own);
    expect(answerToWish(priced(withWish(sale, own, alone)), of).answer.kind).toBe('allowed');
  });

  it('[A1] has the limit that the role has', () => {
    expect([
      ownLimit(table, 'associate'),
      ownLimit(table, 'manager'),
      ownLimit({ picker: { 'sale.discount': 'denied' } }, 'picker'),
    ]).toEqual([2000, null, 0]);
    expect(ownLimit({ senior: { 'sale.discount': { approvalBy: ['manager'], above: null } } }, 'senior')).toBe(0);
  });
});
