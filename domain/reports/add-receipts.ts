import { discountOf } from '../base/adjustment.ts';
import { cashIn, cashOut, foreignCash, foreignCashOut, tipsOf } from '../payments/tender.ts';
import type { ReturnRecorded } from '../returns/operations.ts';
import type { ReturnLine } from '../returns/return.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { SaleRecorded } from '../sale/operations.ts';
import type { LineTax } from '../tax/tax.ts';
import type { Amount, ReportCase, ShiftReport, TenderSum } from './report.ts';

/** None of these, for nothing. */
export const none = (): Amount => ({ count: 0, minor: 0 });

/** Puts tenders and taxes in the order in which they are shown. */
export function sortSums({ tenders, taxes }: Pick<ShiftReport, 'tenders' | 'taxes'>): void {
  tenders.sort((one, other) => other.paid.minor - one.paid.minor || one.kind.localeCompare(other.kind));
  taxes.sort((one, other) => one.code.localeCompare(other.code) || one.ratePpm - other.ratePpm);
}

/** One more of these, for so much. */
export function add(sum: Amount, minor: number): void {
  sum.count += 1;
  sum.minor += minor;
}

/** So much more under this name. */
export function plus(sums: Record<string, number>, name: string, more: number): void {
  sums[name] = (sums[name] ?? 0) + more;
}

function numbered(report: ShiftReport, receiptNumber: string): void {
  // Both parts of an exchange stand on one receipt.
  if (report.receipts.last === receiptNumber) return;
  report.receipts.first ??= receiptNumber;
  report.receipts.last = receiptNumber;
  report.receipts.count += 1;
}

function addTaxes(report: ShiftReport, taxes: readonly LineTax[], sign: 1 | -1): void {
  for (const { code, ratePpm, baseMinor, amountMinor } of taxes) {
    let sum = report.taxes.find((one) => one.code === code && one.ratePpm === ratePpm);
    if (sum === undefined) report.taxes.push((sum = { code, ratePpm, baseMinor: 0, taxMinor: 0 }));
    sum.baseMinor += sign * baseMinor;
    sum.taxMinor += sign * amountMinor;
  }
}

/** The sum of a kind of tender; cards are told apart by their brand. */
function tenderSum(report: ShiftReport, kind: string, reference: string | null): TenderSum {
  const scheme = kind === 'card' && reference !== null ? (report.schemes.get(reference) ?? null) : null;
  let sum = report.tenders.find((one) => one.kind === kind && one.scheme === scheme);
  if (sum === undefined) report.tenders.push((sum = { kind, scheme, paid: { count: 0, minor: 0 }, refunded: { count: 0, minor: 0 } }));
  return sum;
}

/** Money that is taken and earned nothing: it is no sale of goods, services or fees. */
const APART: Partial<Record<SaleLine['kind'], 'giftCardsSold' | 'deposits' | 'accountPayments'>> = {
  gift_card: 'giftCardsSold',
  deposit: 'deposits',
  account_payment: 'accountPayments',
};

function addLine(report: ShiftReport, line: SaleLine, pricesIncludeTax: boolean, { departmentOf }: ReportCase): number {
  const apart = APART[line.kind];
  if (apart !== undefined) {
    add(report[apart], line.totalMinor);
    return 0;
  }
  const discountMinor = discountOf(line);
  add(report.gross, line.grossMinor);
  for (const { source, amountMinor } of line.adjustments) add((report.discounts[source] ??= { count: 0, minor: 0 }), amountMinor);
  if (!pricesIncludeTax) report.taxAddedMinor += line.taxMinor;
  if (line.kind === 'goods' && line.quantityDecimals === 0) report.units += line.quantity;
  const netMinor = line.grossMinor - discountMinor;
  plus(report.departments, departmentOf(line.sku) ?? '', netMinor);
  return netMinor;
}

/** Cash is kept by currency (rule M3): the company may have changed its own while the drawer was open. */
function addCash(report: ShiftReport, currency: string, minor: number): void {
  if (currency === report.currency) report.cashMinor += minor;
  else if (minor !== 0) plus(report.otherCash, currency, minor);
}

/** The taxes within a line that came back. An online order, and earlier apps, tell their sum alone. */
function taxesBack({ taxes, refundMinor, refundTaxMinor }: ReturnLine): readonly LineTax[] {
  if (taxes.length > 0 || refundTaxMinor === 0) return taxes;
  return [{ code: '', ratePpm: 0, baseMinor: refundMinor - refundTaxMinor, amountMinor: refundTaxMinor }];
}

/** Adds a sale to the report of its shift. */
export function addSale(report: ShiftReport, { payload, at, associateId }: SaleRecorded, reportCase: ReportCase): void {
  numbered(report, payload.receiptNumber);
  add(report.sales, payload.totalMinor);
  report.roundingMinor += payload.roundingMinor;
  const netMinor = payload.lines.reduce((sum, line) => sum + addLine(report, line, payload.pricesIncludeTax, reportCase), 0);
  for (const line of payload.lines) addTaxes(report, line.taxes, 1);
  if (payload.taxExemptionId !== null) add(report.exempt, payload.totalMinor);
  const hour = reportCase.hourOf(at);
  add((report.hours[hour] ??= { count: 0, minor: 0 }), netMinor);
  for (const tender of payload.tenders) {
    const sum = tenderSum(report, tender.kind, tender.kind === 'cash' ? null : tender.reference);
    add(sum.paid, tender.amountMinor - tender.tipMinor);
  }
  const tipMinor = tipsOf(payload.tenders);
  if (tipMinor > 0) {
    plus(report.tips, associateId ?? '', tipMinor);
    report.tipped.set(payload.receiptNumber, associateId ?? '');
  }
  const changeMinor = payload.tenders.reduce((sum, one) => sum + (one.kind === 'cash' ? one.changeMinor : 0), 0);
  if (changeMinor > 0) report.changes.push({ receiptNumber: payload.receiptNumber, at, changeMinor });
  addCash(report, payload.currency, cashIn(payload.tenders, payload.currency));
  for (const [currency, minor] of Object.entries(foreignCash(payload.tenders, payload.currency))) addCash(report, currency, minor);
}

/** What the store keeps of a refund is earned: with its tax, and without it in what was sold. */
function addFee(report: ShiftReport, { amountMinor, taxMinor, taxes }: NonNullable<ReturnLine['fee']>, pricesIncludeTax: boolean): void {
  add(report.restockingFees, amountMinor);
  addTaxes(report, taxes, 1);
  report.returnedNetMinor -= amountMinor - (pricesIncludeTax ? 0 : taxMinor);
}

/** Adds what came back to the report of its shift. */
export function addReturn(report: ShiftReport, { payload, associateId }: ReturnRecorded, { pricesIncludeTax }: ReportCase): void {
  numbered(report, payload.receiptNumber);
  add(report.returns, payload.refundMinor);
  if (payload.isVoid) add(report.voids, payload.refundMinor);
  report.roundingMinor -= payload.roundingMinor;
  for (const line of payload.lines) {
    addTaxes(report, taxesBack(line), -1);
    if (line.fee !== undefined) addFee(report, line.fee, pricesIncludeTax);
    if (line.kind === 'deposit') add(report.depositsBack, line.refundMinor);
    if (APART[line.kind] === undefined) report.returnedNetMinor += line.refundMinor - (pricesIncludeTax ? 0 : line.refundTaxMinor);
  }
  for (const { kind, reference, amountMinor, tipMinor = 0 } of payload.tenders)
    add(tenderSum(report, kind, reference).refunded, amountMinor - tipMinor);
  const tipMinor = tipsOf(payload.tenders);
  const soldAs = payload.origin.kind === 'sale' ? report.tipped.get(payload.origin.receiptNumber) : undefined;
  if (tipMinor > 0) plus(report.tips, soldAs ?? associateId ?? '', -tipMinor);
  addCash(report, payload.currency, -cashOut(payload.tenders, payload.currency));
  for (const [currency, minor] of Object.entries(foreignCashOut(payload.tenders))) addCash(report, currency, -minor);
}
