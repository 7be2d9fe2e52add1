import { multiplyDivideRound } from '../base/money.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { GoodsReturned, ReturnLine } from '../returns/return.ts';
import { tipsOf } from '../payments/tender.ts';
import type { SaleCompleted } from '../sale/sale.ts';
import { caseOfLine, caseOfReturned, TAKES_OFF } from './business-case.ts';
import { plainPosition, type Position } from './receipt.ts';
import { NOT_TAXABLE, UNKNOWN_RATE, type VatKeys } from './vat-keys.ts';

function thousandths(quantity: number, decimals: number): number {
  return Math.round(quantity * 10 ** (3 - decimals));
}

/** The one key of a line. The German tax knows one rate a line: of several the first counts. */
function keyOf(keys: VatKeys, taxes: readonly { readonly ratePpm: number }[], taxMinor: number): number {
  const [tax] = taxes;
  if (tax !== undefined) return keys.keyOf(tax.ratePpm);
  return taxMinor === 0 ? NOT_TAXABLE : UNKNOWN_RATE;
}

function soldPosition(keys: VatKeys, line: SaleLine, pricesIncludeTax: boolean): Position {
  const before = line.grossMinor + (pricesIncludeTax ? 0 : line.taxMinor);
  return {
    businessCase: caseOfLine(line.kind),
    caseName: '',
    text: line.name,
    sku: line.sku,
    gtin: line.gtin,
    quantity: thousandths(line.quantity, line.quantityDecimals),
    unit: line.unit,
    unitPrice: multiplyDivideRound(before * 1_000, 10 ** line.quantityDecimals, line.quantity),
    voucher: line.kind === 'gift_card' ? line.reference : null,
    amount: { key: keyOf(keys, line.taxes, line.taxMinor), grossMinor: line.totalMinor, taxMinor: line.taxMinor },
    baseMinor: before === line.totalMinor ? null : before,
  };
}

function returnedPosition(keys: VatKeys, line: ReturnLine): Position {
  const { refundMinor, refundTaxMinor, quantity, quantityDecimals } = line;
  return {
    businessCase: caseOfReturned(line.kind),
    caseName: '',
    text: line.name,
    sku: line.sku,
    gtin: null,
    quantity: -thousandths(quantity, quantityDecimals),
    unit: line.unit,
    unitPrice: multiplyDivideRound(refundMinor * 1_000, 10 ** quantityDecimals, quantity),
    voucher: line.kind === 'gift_card' ? line.reference : null,
    amount: { key: keyOf(keys, line.taxes, refundTaxMinor), grossMinor: -refundMinor, taxMinor: -refundTaxMinor || 0 },
    baseMinor: null,
  };
}

/** What the store keeps of a refund is turnover of its own. */
function feePosition(keys: VatKeys, { fee }: ReturnLine): Position[] {
  if (fee === undefined) return [];
  const { amountMinor, taxMinor, taxes } = fee;
  const plain = plainPosition('Umsatz', amountMinor, keyOf(keys, taxes, taxMinor), { caseName: 'Wiedereinlagerung' });
  return [{ ...plain, amount: { ...plain.amount, taxMinor } }];
}

/** Rounding for cash: a line of its own (rule M3). */
function roundingPosition(roundingMinor: number): Position[] {
  if (roundingMinor === 0) return [];
  return [plainPosition(roundingMinor < 0 ? 'Rabatt' : 'Aufschlag', roundingMinor, NOT_TAXABLE, { caseName: 'Rundung' })];
}

/** A tip is money of whoever sold: a line of its own, without tax. A void gives it back. */
function tipPosition(tipMinor: number): Position[] {
  return tipMinor === 0 ? [] : [plainPosition('TrinkgeldAN', tipMinor, NOT_TAXABLE)];
}

/** What a tender takes off (or, going back, puts on again) as a line; null where it is a payment. */
function tenderPosition(kind: string, amountMinor: number, reference: string | null): Position | null {
  const businessCase = TAKES_OFF[kind];
  return businessCase === undefined ? null : plainPosition(businessCase, -amountMinor, NOT_TAXABLE, { voucher: reference });
}

/** The lines of a sale. */
export function soldPositions(keys: VatKeys, sale: SaleCompleted): Position[] {
  return [
    ...sale.lines.map((line) => soldPosition(keys, line, sale.pricesIncludeTax)),
    ...roundingPosition(sale.roundingMinor),
    ...tipPosition(tipsOf(sale.tenders)),
    ...sale.tenders.flatMap((one) => tenderPosition(one.kind, one.amountMinor, 'reference' in one ? one.reference : null) ?? []),
  ];
}

/** The lines of a return or a void: negative. */
export function returnedPositions(keys: VatKeys, refund: GoodsReturned): Position[] {
  return [
    ...refund.lines.map((line) => returnedPosition(keys, line)),
    ...refund.lines.flatMap((line) => feePosition(keys, line)),
    ...roundingPosition(-refund.roundingMinor || 0),
    ...tipPosition(-tipsOf(refund.tenders) || 0),
    ...refund.tenders.flatMap((one) => tenderPosition(one.kind, -one.amountMinor, one.reference) ?? []),
  ];
}
