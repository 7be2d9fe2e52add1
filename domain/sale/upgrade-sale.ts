import type { SaleLine } from '../pricing/sale-line.ts';
import type { SaleCompleted } from './sale.ts';

/** A line as versions 1 and 2 wrote it. */
interface LineOf2 {
  readonly lineNo: number;
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly promotionIds: readonly string[];
  readonly taxClass: string;
  readonly taxRatePpm: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

interface SaleOf2 {
  readonly currency: string;
  readonly lines: readonly LineOf2[];
  readonly tenders: readonly { readonly kind: 'cash'; readonly givenMinor: number; readonly changeMinor: number }[];
}

function upgradeLine(line: LineOf2, pricesIncludeTax: boolean): SaleLine {
  const { discountMinor, promotionIds, taxRatePpm, ...rest } = line;
  const net = line.grossMinor - discountMinor;
  const [promotion] = promotionIds;
  return {
    ...rest,
    kind: 'goods',
    unit: 'piece',
    quantityDecimals: 0,
    serialNumbers: [],
    priceSource: 'catalog',
    adjustments:
      discountMinor === 0
        ? []
        : [
            {
              source: 'promotion',
              sourceId: promotionIds.length === 1 && promotion !== undefined ? promotion : null,
              amountMinor: -discountMinor,
              reason: null,
              approvedBy: null,
            },
          ],
    taxes: [
      {
        code: line.taxClass,
        ratePpm: taxRatePpm,
        baseMinor: pricesIncludeTax ? net - line.taxMinor : net,
        amountMinor: line.taxMinor,
      },
    ],
    points: 0,
    associateId: null,
    note: null,
    reference: null,
    orderId: null,
  };
}

function isLineOf2(line: unknown): line is LineOf2 {
  return typeof line === 'object' && line !== null && 'discountMinor' in line && 'promotionIds' in line;
}

function isOf2(sale: object): sale is SaleOf2 & { readonly pricesIncludeTax: boolean } {
  const { lines, tenders } = sale as { readonly lines?: unknown; readonly tenders?: unknown };
  return Array.isArray(lines) && lines.every(isLineOf2) && Array.isArray(tenders) && !('roundingMinor' in sale);
}

/**
 * A sale, as an operation tells it or as a document keeps it, in the shape of version 3. What is in that shape, or in none, is
 * given back as it is.
 */
export function upgradeSale<S extends object>(sale: S): S | (S & SaleCompleted) {
  if (!isOf2(sale)) return sale;
  return {
    ...sale,
    customerId: null,
    ageCheck: null,
    taxExemptionId: null,
    coupons: [],
    orders: [],
    onAccount: null,
    usedPoints: 0,
    begunAt: null,
    lines: sale.lines.map((line) => upgradeLine(line, sale.pricesIncludeTax)),
    roundingMinor: 0,
    tenders: sale.tenders.map(({ givenMinor, changeMinor }) => ({
      kind: 'cash' as const,
      currency: sale.currency,
      amountMinor: givenMinor - changeMinor,
      tipMinor: 0,
      givenMinor,
      changeMinor,
      rate: null,
    })),
  } as unknown as S & SaleCompleted;
}
