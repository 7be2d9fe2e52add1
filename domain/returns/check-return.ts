import type { StoreReader } from '../base/define-document.ts';
import { multiplyDivideRound } from '../base/money.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { asOrdered } from '../fulfillment/substitute.ts';
import { type Fault, fault } from '../base/fault.ts';
import { roundingFault } from '../payments/cash-rounding.ts';
import { worthOf } from '../payments/foreign-cash.ts';
import { foreignCash, foreignCashOut, tipsOf } from '../payments/tender.ts';
import { saleDocument } from '../sale/documents.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import { settingOf } from '../settings/setting-of.ts';
import { noReceiptFault } from './no-receipt-fault.ts';
import { listTotal } from './reprice-sale.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';
import { takenOffByPoints } from '../loyalty/points.ts';
import { accountId, pointsId } from '../stored-value/stored-value.ts';
import { feesOf } from './restocking-fee.ts';
import { promotionPolicy } from './settings.ts';

type PaidLine = Pick<SaleLine, 'totalMinor' | 'quantity'>;

/**
 * The stored amount and quantity of the line that units came back on; undefined when nobody knows it. A substitute that never left is
 * worth what was paid for the ordered article.
 */
function paidLine(reader: StoreReader, { origin }: GoodsReturned, line: ReturnLine): PaidLine | undefined {
  if (origin.kind === 'sale') return reader.get(saleDocument, origin.receiptNumber)?.lines.find((one) => one.lineNo === line.lineNo);
  const order = line.fulfillmentOrderId === null ? undefined : reader.get(fulfillmentOrderDocument, line.fulfillmentOrderId);
  const found = order?.lines.find((one) => one.lineNo === line.lineNo);
  return order === undefined || found === undefined || line.orderId === null ? found : asOrdered(order, found);
}

/**
 * What a line can give back at most. By share it is what was paid for the units; which units of the line they are decides about one
 * minor unit of rounding, so that much is left open. Priced again it is their price without promotions, and what was paid for
 * the sale: what is left of it, a register that other registers cannot reach does not know (rule J5).
 */
function mostOf(reader: StoreReader, { origin }: GoodsReturned, line: ReturnLine, paid: PaidLine, before: number): number {
  const share = multiplyDivideRound(paid.totalMinor, line.quantity, paid.quantity) + 1;
  const sale = origin.kind === 'sale' ? reader.get(saleDocument, origin.receiptNumber) : undefined;
  const sold = sale?.lines.find((one) => one.lineNo === line.lineNo);
  if (sale === undefined || sold === undefined) return share;
  if (sale.refundedMinor === null && settingOf(reader, promotionPolicy, {}) === 'prorated') return share;
  return Math.max(0, Math.min(sale.totalMinor - before, Math.max(share, listTotal(sold, line.quantity, sale.pricesIncludeTax) + 1)));
}

/** What is wrong with what goes back to the account and the points: they are those of whoever bought, and no more than the sale had. */
function ownersFault(reader: StoreReader, { origin, tenders, customerId, points }: GoodsReturned): Fault | null {
  const sale = origin.kind === 'sale' ? reader.get(saleDocument, origin.receiptNumber) : undefined;
  const owner = sale === undefined || sale.customerId === customerId ? customerId : null;
  const other = tenders.findIndex(({ kind, reference }) => kind === 'account' && (owner === null || reference !== accountId(owner)));
  if (other >= 0) return fault('tender_account', { tender: other + 1 });
  const byPoints = tenders.filter(({ kind }) => kind === 'points');
  if (points === null && byPoints.length === 0) return null;
  const { takenBack, givenBack } = points ?? { takenBack: 0, givenBack: 0 };
  const isOwn = owner !== null && byPoints.every(({ reference }) => reference === pointsId(owner));
  // Points that took something off come back with the goods, and no tender tells of them.
  const mayBeTakenOff = sale === undefined || takenOffByPoints(sale.lines) > 0;
  if (!isOwn || (givenBack > 0 && byPoints.length === 0 && !mayBeTakenOff)) return fault('sale_points', { is: givenBack });
  const earned = sale?.lines.reduce((sum, line) => sum + line.points, 0) ?? takenBack;
  if (takenBack > earned) return fault('return_points', { is: takenBack, most: earned });
  const used = sale?.usedPoints ?? givenBack;
  return givenBack > used ? fault('return_points', { is: givenBack, most: used }) : null;
}

/**
 * What is wrong with notes of another currency, with change that a customer brings back for them, and with tips: a void alone gives them
 * back, and no more of them than its sale took.
 */
function tenderFault(reader: StoreReader, { origin, tenders, currency, isVoid }: GoodsReturned): Fault | null {
  const sale = origin.kind === 'sale' ? reader.get(saleDocument, origin.receiptNumber) : undefined;
  const hasNotes = tenders.some(({ notes }) => notes !== undefined);
  for (const [index, { kind, currency: of, amountMinor, notes, tipMinor = 0 }] of tenders.entries()) {
    const at = { tender: index + 1 };
    if (amountMinor < 0 && !(isVoid && hasNotes && kind === 'cash' && of === currency))
      return fault('refund_change', { ...at, is: amountMinor });
    const mostTip = isVoid ? Math.max(0, amountMinor) : 0;
    if (tipMinor > mostTip) return fault('tender_tip', { ...at, is: tipMinor, most: mostTip });
    if (notes === undefined) continue;
    if (!isVoid || kind !== 'cash' || of === currency) return fault('refund_notes', { ...at, is: notes.givenMinor, most: 0 });
    const due = worthOf({ currency: of, ...notes }, currency) ?? Number.MAX_SAFE_INTEGER;
    if (amountMinor !== due) return fault('tender_amount', { ...at, is: amountMinor, due });
  }
  if (sale === undefined) return null;
  const [tips, most] = [tipsOf(tenders), tipsOf(sale.tenders)];
  if (tips > most) return fault('tender_tip', { tender: tenders.findIndex(({ tipMinor }) => tipMinor !== undefined) + 1, is: tips, most });
  const taken = foreignCash(sale.tenders, currency);
  for (const [of, is] of Object.entries(foreignCashOut(tenders))) {
    if (is > (taken[of] ?? 0))
      return fault('refund_notes', { tender: tenders.findIndex((one) => one.currency === of) + 1, is, most: taken[of] ?? 0 });
  }
  return null;
}

/** Whether a void takes back a whole sale, as far as that is known here. */
function isWhole(reader: StoreReader, { origin, lines }: GoodsReturned): boolean {
  if (origin.kind !== 'sale') return false;
  const sale = reader.get(saleDocument, origin.receiptNumber);
  const back = (lineNo: number) => lines.reduce((sum, line) => sum + (line.lineNo === lineNo ? line.quantity : 0), 0);
  return sale === undefined || sale.lines.every((line) => back(line.lineNo) === line.quantity);
}

/** The currency of what came back; undefined when nobody knows that. */
function currencyPaid(reader: StoreReader, { origin, lines }: GoodsReturned): string | undefined {
  if (origin.kind === 'sale') return reader.get(saleDocument, origin.receiptNumber)?.currency;
  const id = lines.find((line) => line.fulfillmentOrderId !== null)?.fulfillmentOrderId;
  return id === undefined || id === null ? undefined : reader.get(fulfillmentOrderDocument, id)?.currency;
}

/** What is wrong with empties: only deposits come back without a receipt, and only cash or store credit goes out for them. */
function emptiesFault({ origin, lines, tenders, currency, points, isVoid }: GoodsReturned): Fault | null {
  if (origin.kind !== 'empties') return null;
  const other = lines.find((one, index) => {
    const isNamed = one.fulfillmentOrderId !== null || one.orderId !== null || one.reference !== null;
    return one.kind !== 'deposit' || isNamed || lines.findIndex(({ lineNo }) => lineNo === one.lineNo) !== index;
  });
  if (other !== undefined) return fault('empties_line', { line: other.lineNo });
  const tender = tenders.findIndex((one) => {
    const isGiven = one.kind === 'cash' || (one.kind === 'store_credit' && one.reference !== null);
    return !isGiven || one.currency !== currency || one.notes !== undefined;
  });
  if (tender >= 0 || isVoid || points !== null) return fault('empties_tender', { tender: tender + 1 });
  return null;
}

/** What is wrong with a fee: it is more than the line gives back, its taxes do not add up, or it was waived and kept. */
function feeFault({ lineNo, refundMinor, fee, feeWaived }: ReturnLine): Fault | null {
  const mostWaived = fee === undefined ? refundMinor : 0;
  if (feeWaived !== undefined && feeWaived.amountMinor > mostWaived)
    return fault('return_fee_waived', { line: lineNo, is: feeWaived.amountMinor, most: mostWaived });
  if (fee === undefined) return null;
  if (fee.amountMinor > refundMinor) return fault('return_fee', { line: lineNo, is: fee.amountMinor, most: refundMinor });
  const taxes = fee.taxes.reduce((sum, tax) => sum + tax.amountMinor, 0);
  if (fee.taxMinor > fee.amountMinor || (fee.taxes.length > 0 && taxes !== fee.taxMinor))
    return fault('return_fee_tax', { line: lineNo, is: fee.taxMinor, due: taxes });
  return null;
}

/** What is wrong with a refund that is not the sum of its lines, or is more than was paid for the units (rule M1), or null. */
export function refundFault(reader: StoreReader, refund: GoodsReturned): Fault | null {
  const { lines, refundMinor, currency } = refund;
  const total = lines.reduce((sum, line) => sum + line.refundMinor, -feesOf(lines));
  const paidIn = currencyPaid(reader, refund);
  if (paidIn !== undefined && paidIn !== currency) return fault('refund_currency', { is: currency, due: paidIn });
  const empties = emptiesFault(refund);
  if (empties !== null) return empties;
  const unproven = noReceiptFault(refund);
  if (unproven !== null) return unproven;
  if (refundMinor !== total) return fault('refund_total', { is: refundMinor, due: total });
  const rounded = roundingFault(refund.roundingMinor);
  if (rounded !== null) return rounded;
  const paidOut = refund.tenders.reduce((sum, one) => sum + one.amountMinor, 0) - tipsOf(refund.tenders);
  const due = refundMinor + refund.roundingMinor;
  if (paidOut !== due) return fault('refund_tenders', { is: paidOut, due });
  if (refund.isVoid && !isWhole(reader, refund)) return fault('void_in_part');
  const given = tenderFault(reader, refund);
  if (given !== null) return given;
  const owners = ownersFault(reader, refund);
  if (owners !== null) return owners;
  let before = 0;
  for (const line of lines) {
    const at = { line: line.lineNo };
    if (line.refundTaxMinor > line.refundMinor) return fault('refund_line_tax', { ...at, is: line.refundTaxMinor, most: line.refundMinor });
    const taxes = line.taxes.reduce((sum, tax) => sum + tax.amountMinor, 0);
    if (line.taxes.length > 0 && taxes !== line.refundTaxMinor)
      return fault('refund_line_taxes', { ...at, is: line.refundTaxMinor, due: taxes });
    const fee = feeFault(line);
    if (fee !== null) return fee;
    const paid = paidLine(reader, refund, line);
    if (paid === undefined) continue;
    const most = mostOf(reader, refund, line, paid, before);
    if (line.refundMinor > most) return fault('refund_line', { ...at, is: line.refundMinor, most });
    before += line.refundMinor;
  }
  return null;
}
