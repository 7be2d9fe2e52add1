import { describe, expect, it } from 'vitest';
import { cartLineOf, saleOf } from '../../test/support/examples.ts';
import { saleArithmeticError } from './check-sale.ts';
import type { SaleCompleted, SaleLine } from './sale.ts';

const sale: SaleCompleted = saleOf([cartLineOf({ quantity: 3, unitPrice: 333_300 }), cartLineOf({ sku: 'B' })]);

function withLine(change: Partial<SaleLine>): SaleCompleted {
  return { ...sale, lines: sale.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)) };
}

const huge = Number.MAX_SAFE_INTEGER;

describe('saleArithmeticError', () => {
  it('[M1] finds nothing wrong with a sale as it was priced', () => {
    expect(saleArithmeticError(sale)).toBeNull();
    expect(
      saleArithmeticError({
        ...sale,
        tenders: [
          { kind: 'cash', givenMinor: 100, changeMinor: 0 },
          { kind: 'cash', givenMinor: sale.totalMinor, changeMinor: 100 },
        ],
      }),
    ).toBeNull();
  });

  it.each<[string, SaleCompleted]>([
    ['lines[lineNo=2].lineNo', withLine({ lineNo: 2 })],
    ['lines[lineNo=1].grossMinor', withLine({ grossMinor: 1001 })],
    ['lines[lineNo=1].grossMinor', withLine({ quantity: 4 })],
    ['lines[lineNo=1].unitPrice', withLine({ unitPrice: huge, quantity: 1_000_000 })],
    ['lines[lineNo=1].discountMinor', withLine({ discountMinor: 1001 })],
    ['lines[lineNo=1].totalMinor', withLine({ totalMinor: 1 })],
    ['lines[lineNo=1].totalMinor', withLine({ discountMinor: 1 })],
    ['lines[lineNo=1].totalMinor', withLine({ taxMinor: 0 })],
    ['totalMinor', { ...sale, totalMinor: sale.totalMinor + 1 }],
    ['taxMinor', { ...sale, taxMinor: sale.taxMinor - 1 }],
    ['tenders', { ...sale, tenders: [{ kind: 'cash', givenMinor: sale.totalMinor - 1, changeMinor: 0 }] }],
    ['tenders', { ...sale, tenders: [{ kind: 'cash', givenMinor: sale.totalMinor + 5, changeMinor: 4 }] }],
  ])('[M1] names %s when it is off', (field, forged) => {
    expect(saleArithmeticError(forged)).toContain(field);
  });

  it('[J6] answers amounts that no number can hold instead of throwing', () => {
    const line = (lineNo: number): SaleLine => ({
      ...(saleOf([cartLineOf()]).lines[0] as SaleLine),
      lineNo,
      unitPrice: huge,
      quantity: 1000,
      grossMinor: huge,
      taxMinor: 0,
      totalMinor: huge,
    });
    expect(saleArithmeticError({ ...sale, lines: [line(1), line(2)], totalMinor: huge, taxMinor: 0 })).toContain('totalMinor');
  });

  it('[M1] with prices that include it, tax is not added again', () => {
    const [line] = withLine({ totalMinor: 1000 }).lines as [SaleLine];
    const inclusive = {
      ...sale,
      pricesIncludeTax: true,
      lines: [line],
      totalMinor: 1000,
      taxMinor: line.taxMinor,
      tenders: [{ kind: 'cash' as const, givenMinor: 1000, changeMinor: 0 }],
    };
    expect(saleArithmeticError(inclusive)).toBeNull();
    expect(saleArithmeticError({ ...inclusive, lines: [{ ...line, taxMinor: 1001 }], taxMinor: 1001 })).toContain(
      'lines[lineNo=1].taxMinor',
    );
  });
});
