import type { Tender } from '../payments/tender.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import { cashOf } from '../../test/support/examples.ts';
import { describe, expect, it } from 'vitest';
import { type Fault, fault } from '../base/fault.ts';
import { cartLineOf, saleOf } from '../../test/support/examples.ts';
import { saleFault } from './check-sale.ts';
import type { SaleCompleted } from './sale.ts';

const sale: SaleCompleted = saleOf([cartLineOf({ quantity: 3, unitPrice: 333_300 }), cartLineOf({ sku: 'B' })]);

function withLine(change: Partial<SaleLine>): SaleCompleted {
  return { ...sale, lines: sale.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)) };
}

const TOTAL = sale.totalMinor;
const TAX = sale.taxMinor;
const card = { kind: 'card', currency: 'USD', amountMinor: 0, tipMinor: 0, reference: 'T', state: 'captured' } as const;
const huge = Number.MAX_SAFE_INTEGER;
const off = (minor: number) => ({ source: 'promotion' as const, sourceId: 'P', amountMinor: -minor, reason: null, approvedBy: null });

describe('saleFault', () => {
  it('[M1] finds nothing wrong with a sale as it was priced', () => {
    expect(saleFault(sale)).toBeNull();
    expect(
      saleFault({
        ...sale,
        tenders: [cashOf(100), cashOf(sale.totalMinor, 100)],
      }),
    ).toBeNull();
  });

  it.each<[string, SaleCompleted, Fault]>([
    ['lines[lineNo=2].lineNo', withLine({ lineNo: 2 }), fault('line_twice', { line: 2 })],
    ['lines[lineNo=1].grossMinor', withLine({ grossMinor: 1001 }), fault('line_gross', { line: 1, is: 1001, due: 1000 })],
    ['lines[lineNo=1].grossMinor', withLine({ quantity: 4 }), fault('line_gross', { line: 1, is: 1000, due: 1333 })],
    ['lines[lineNo=1].unitPrice', withLine({ unitPrice: huge, quantity: 1_000_000 }), fault('line_amount_too_large', { line: 1 })],
    ['lines[lineNo=1].adjustments', withLine({ adjustments: [off(1001)] }), fault('line_discount', { line: 1, is: 1001, most: 1000 })],
    ['lines[lineNo=1].totalMinor', withLine({ totalMinor: 1 }), fault('line_total', { line: 1, is: 1, due: 1089 })],
    ['lines[lineNo=1].totalMinor', withLine({ adjustments: [off(1)] }), fault('line_total', { line: 1, is: 1089, due: 1088 })],
    ['lines[lineNo=1].taxMinor', withLine({ taxMinor: 0 }), fault('line_taxes', { line: 1, is: 0, due: 89 })],
    ['lines[lineNo=1].totalMinor', withLine({ taxMinor: 0, taxes: [] }), fault('line_total', { line: 1, is: 1089, due: 1000 })],
    [
      'lines[lineNo=1].serialNumbers',
      withLine({ serialNumbers: ['S1', 'S2', 'S3', 'S4'] }),
      fault('line_serial_numbers', { line: 1, is: 4, most: 3 }),
    ],
    [
      'tenders[0].tipMinor',
      { ...sale, tenders: [{ ...cashOf(sale.totalMinor), tipMinor: sale.totalMinor + 1 }] },
      fault('tender_tip', { tender: 1, is: TOTAL + 1, most: TOTAL }),
    ],
    [
      'tenders[0].amountMinor',
      { ...sale, tenders: [{ ...cashOf(sale.totalMinor), amountMinor: sale.totalMinor - 1 }] },
      fault('tender_amount', { tender: 1, is: TOTAL - 1, due: TOTAL }),
    ],
    [
      'a rounding beyond any coin',
      { ...sale, roundingMinor: -1_000_001 },
      fault('rounding_too_large', { is: -1_000_001, most: 1_000_000 }),
    ],
    ['tenders', { ...sale, roundingMinor: 2 }, fault('sale_tenders', { is: TOTAL, due: TOTAL + 2 })],
    ['roundingMinor', { ...sale, roundingMinor: 2, tenders: [{ ...card, amountMinor: TOTAL + 2 }] }, fault('sale_rounding', { is: 2 })],
    ['totalMinor', { ...sale, totalMinor: sale.totalMinor + 1 }, fault('sale_total', { is: TOTAL + 1, due: TOTAL })],
    ['taxMinor', { ...sale, taxMinor: sale.taxMinor - 1 }, fault('sale_tax', { is: TAX - 1, due: TAX })],
    ['tenders', { ...sale, tenders: [cashOf(sale.totalMinor - 1)] }, fault('sale_tenders', { is: TOTAL - 1, due: TOTAL })],
    ['tenders', { ...sale, tenders: [cashOf(sale.totalMinor + 5, 4)] }, fault('sale_tenders', { is: TOTAL + 1, due: TOTAL })],
  ])('[M1] names %s when it is off', (_field, forged, expected) => {
    expect(saleFault(forged)).toEqual(expected);
  });

  it('[M1] [M3] takes weighed goods, several taxes, a price override, tips, rounding, foreign notes and several tenders', () => {
    const line: SaleLine = {
      ...(sale.lines[0] as SaleLine),
      quantity: 1236,
      unit: 'kg',
      quantityDecimals: 3,
      unitPrice: 599_000,
      grossMinor: 740,
      adjustments: [
        { source: 'price_override', sourceId: null, amountMinor: -40, reason: 'bruised', approvedBy: 'MANAGER' },
        { source: 'sale_discount', sourceId: null, amountMinor: -100, reason: 'friend', approvedBy: null },
      ],
      taxes: [
        { code: 'state', ratePpm: 50_000, baseMinor: 600, amountMinor: 30 },
        { code: 'city', ratePpm: 10_000, baseMinor: 600, amountMinor: 6 },
      ],
      taxMinor: 36,
      totalMinor: 636,
    };
    const weighed: SaleCompleted = {
      ...sale,
      lines: [line],
      totalMinor: 636,
      taxMinor: 36,
      roundingMinor: -1,
      tenders: [
        { kind: 'card', currency: 'USD', amountMinor: 500, tipMinor: 100, reference: 'T1', state: 'captured' },
        { kind: 'cash', currency: 'EUR', amountMinor: 200, tipMinor: 0, givenMinor: 500, changeMinor: 340, rate: null },
        { ...cashOf(35) },
      ],
    };
    expect(saleFault(weighed)).toBeNull();
    expect(saleFault({ ...weighed, roundingMinor: 0 })).toEqual(fault('sale_tenders', { is: 635, due: 636 }));
    expect(saleFault({ ...weighed, lines: [{ ...line, quantityDecimals: 2 }] })).toEqual(
      fault('line_gross', { line: 1, is: 740, due: 7404 }),
    );
  });

  it.each([
    ['1.085', 1000, 85, null],
    ['1.085', 1001, 85, fault('tender_amount', { tender: 1, is: 1001, due: 1000 })],
    ['0.000000000001', 1000, 0, fault('tender_amount', { tender: 1, is: 1000, due: 0 })],
    ['999999999', 1000, 0, fault('tender_amount', { tender: 1, is: 1000, due: 999_999_999_000 })],
  ])('[M1] notes of another currency at %s pay what they are worth less the change', (rate, amountMinor, changeMinor, expected) => {
    const notes: Tender = { kind: 'cash', currency: 'EUR', rate, amountMinor, tipMinor: 0, givenMinor: 1000, changeMinor };
    const rest = cashOf(sale.totalMinor - 1000);
    expect(saleFault({ ...sale, tenders: [notes, rest] })).toEqual(expected);
  });

  it('[J6] answers amounts that no number can hold instead of throwing', () => {
    const line = (lineNo: number): SaleLine => ({
      ...(saleOf([cartLineOf()]).lines[0] as SaleLine),
      lineNo,
      unitPrice: huge,
      quantity: 1000,
      grossMinor: huge,
      taxMinor: 0,
      taxes: [],
      totalMinor: huge,
    });
    expect(saleFault({ ...sale, lines: [line(1), line(2)], totalMinor: huge, taxMinor: 0 })).toEqual(
      fault('sale_total', { is: huge, due: 2 * huge }),
    );
  });

  it('[M1] with prices that include it, tax is not added again', () => {
    const [line] = withLine({ totalMinor: 1000 }).lines as [SaleLine];
    const inclusive = {
      ...sale,
      pricesIncludeTax: true,
      lines: [line],
      totalMinor: 1000,
      taxMinor: line.taxMinor,
      tenders: [cashOf(1000)],
    };
    expect(saleFault(inclusive)).toBeNull();
    expect(
      saleFault({
        ...inclusive,
        lines: [{ ...line, taxMinor: 1001, taxes: line.taxes.map((tax) => ({ ...tax, amountMinor: 1001 })) }],
        taxMinor: 1001,
      }),
    ).toEqual(fault('line_tax', { line: 1, is: 1001, most: 1000 }));
  });
});
