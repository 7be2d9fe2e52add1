import type { CardApproval } from '../../domain/payments/card-payment.ts';
import type { NamedTender, RefundTender } from '../../domain/payments/tender.ts';
import { words } from '../words/words.ts';
import { formatMoney } from '../say/format-money.ts';
import { saidTender } from '../say/tender-words.ts';
import type { PaperPart } from './paper.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

/** A card as it is told on paper. */
export interface CardOnPaper extends Pick<CardApproval, 'application' | 'entry' | 'verification' | 'merchantId'> {
  readonly approvalCode: string | null;
  readonly transactionId: string | null;
}

/** What the schemes want on the receipt of a card payment, also of one that was declined. */
export function cardDetails(card: CardOnPaper | null, terminalId: string): string[] {
  if (card === null) return [];
  const { application, entry, verification, approvalCode, merchantId, transactionId } = card;
  const read = [
    ...(entry === null ? [] : [words(`receipt.entry.${entry}`)]),
    ...(verification === null ? [] : [words(`receipt.verified.${verification}`)]),
  ];
  return [
    ...(approvalCode === null ? [] : [words('payment.approvalCode', { code: approvalCode })]),
    ...(application === null ? [] : [application.label ?? '', `AID ${application.aid}`].filter((line) => line !== '')),
    ...(read.length === 0 ? [] : [read.join(' · ')]),
    words('receipt.terminal', { id: terminalId }),
    ...(merchantId === null ? [] : [words('receipt.merchant', { id: merchantId })]),
    ...(transactionId === null ? [] : [words('receipt.transaction', { id: transactionId })]),
  ];
}

function tenderPart(name: string, details: readonly string[], amountMinor: number, currency: string): PaperPart {
  return { kind: 'figure', name, details, amount: formatMoney(amountMinor, currency), tone: 'plain' };
}

/** A tender besides cash that paid, with what is to be told of a card. */
export function paidPart(tender: NamedTender, { payments, vouchers }: ReceiptFacts): PaperPart {
  const { name, isOffline } = saidTender(tender, payments, vouchers);
  const payment = tender.kind === 'card' && tender.reference !== null ? payments.get(tender.reference) : undefined;
  const tip = tender.tipMinor > 0 ? [words('payment.tip', { amount: formatMoney(tender.tipMinor, tender.currency) })] : [];
  const details = [
    ...tip,
    ...(payment === undefined ? [] : cardDetails(payment.approval, payment.terminalId)),
    ...(isOffline ? [words('payment.title.offline')] : []),
  ];
  return tenderPart(name, details, tender.amountMinor, tender.currency);
}

/** Where a part of a refund went. @param inCurrency of the refund. */
export function refundedPart(tender: RefundTender, inCurrency: string, { payments, refunds, vouchers }: ReceiptFacts): PaperPart {
  const { kind, reference, currency, amountMinor, notes, tipMinor = 0 } = tender;
  if (notes !== undefined) {
    const rate = words('payment.rateIs', { currency, rate: notes.rate, own: inCurrency });
    return tenderPart(words('returns.notesOf', { currency }), [rate], notes.givenMinor, currency);
  }
  if (amountMinor < 0) return tenderPart(words('returns.changeBack'), [], -amountMinor, inCurrency);
  if (kind === 'cash') return tenderPart(words('returns.paidInCash'), [], amountMinor, currency);
  if (kind === 'original_payment') return tenderPart(words('returns.by.original'), [], amountMinor, currency);
  const refund = kind === 'card' && reference !== null ? refunds.get(reference) : undefined;
  const { name } = saidTender({ ...tender, kind, tipMinor, reference: refund?.paymentId ?? reference }, payments, vouchers);
  const tip = tipMinor > 0 ? [words('payment.tip', { amount: formatMoney(tipMinor, currency) })] : [];
  const details = refund === undefined ? tip : [...tip, words('receipt.terminal', { id: refund.terminalId })];
  return tenderPart(name, details, amountMinor, currency);
}
