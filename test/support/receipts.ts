import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { type CartLine } from '../../domain/pricing/cart-line.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import type { Paper } from '../../texts/paper/paper.ts';
import type { ReceiptFacts, SellerFacts } from '../../texts/paper/receipt-facts.ts';
import { DATE, soldOf } from './examples.ts';

/** A seller with all that a country may want of one. */
export const SELLER: SellerFacts = {
  name: 'Outpost Mitte',
  address: 'Hauptstr. 1\n10115 Berlin',
  logo: null,
  legalName: 'Muster GmbH',
  numbers: [
    { name: 'VAT number', number: 'DE123456789' },
    { name: 'SIRET', number: '73282932000074' },
  ],
  header: [],
  footer: ['Goods may be returned within 30 days.'],
};

/** What stands on a receipt besides what it records; of a store in Berlin unless told. */
export function receiptFactsOf(given: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    store: SELLER,
    timezone: 'Europe/Berlin',
    associateBy: 'name',
    nameOf: () => 'Maria Huber',
    promotionNameOf: () => undefined,
    hasTillSerial: true,
    payments: new Map(),
    refunds: new Map(),
    vouchers: [],
    ...given,
  };
}

/** A sale of these articles at prices with value-added tax: `standard` is 19 %, `reduced` is 7 %. */
export function soldWithTax(cart: readonly CartLine[], given: Partial<SaleCompleted> = {}): SaleCompleted {
  const taxes = oneTaxPerClass({ standard: 190_000, reduced: 70_000 });
  const { lines, totalMinor, taxMinor } = priceSale(cart, { pricesIncludeTax: true, taxes, promotions: [], date: DATE });
  return { ...soldOf(cart), pricesIncludeTax: true, lines, totalMinor, taxMinor, ...given };
}

/** What stands on a slip, line by line. */
export function textOf({ parts }: Paper): string {
  const lines = parts.flatMap((part) => {
    if (part.kind === 'head' || part.kind === 'note') return [part.text];
    if (part.kind === 'goods' || part.kind === 'figure') return [[part.name, ...(part.details ?? []), part.amount].join(' | ')];
    return part.kind === 'code' ? [`QR ${part.data}`] : [];
  });
  return lines.join('\n').replace(/\u00a0|\u202f/g, ' ');
}
