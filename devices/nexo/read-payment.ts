import type { CardApproval, DeclinedCard } from '../../domain/payments/card-payment.ts';
import type { PaymentAnswer } from '../../domain/payments/card-attempt.ts';
import { fromNexoAmount } from './amounts.ts';
import type { PaymentResponse } from './messages.ts';
import { readReceipt } from './read-receipt.ts';

/** The last four digits of a card's masked number; null where there are none. */
function lastFourOf(masked: string | undefined): string | null {
  return /(\d{4})$/.exec(masked ?? '')?.[1] ?? null;
}

function approvalOf(said: PaymentResponse, currency: string): CardApproval | null {
  const { POIData, PaymentResult, PaymentReceipt } = said;
  const amounts = PaymentResult?.AmountsResp;
  if (POIData === undefined || amounts === undefined || (amounts.Currency ?? currency) !== currency) return null;
  const authorizedMinor = fromNexoAmount(amounts.AuthorizedAmount, currency);
  const tipMinor = fromNexoAmount(amounts.TipAmount ?? 0, currency);
  if (authorizedMinor === null || authorizedMinor === 0 || tipMinor === null || tipMinor > authorizedMinor) return null;
  const card = PaymentResult?.PaymentInstrumentData?.CardData;
  return {
    authorizedMinor,
    tipMinor,
    transactionId: POIData.POITransactionID.TransactionID,
    transactionAt: POIData.POITransactionID.TimeStamp,
    scheme: card?.PaymentBrand?.slice(0, 40) ?? null,
    lastFour: lastFourOf(card?.MaskedPan),
    approvalCode: PaymentResult?.PaymentAcquirerData?.ApprovalCode?.slice(0, 20) ?? null,
    isOnline: PaymentResult?.OnlineFlag ?? true,
    needsSignature: PaymentReceipt?.some((one) => one.RequiredSignatureFlag === true) ?? false,
    ...readReceipt(said),
  };
}

/** The card of a payment that failed; null where none was read. */
function declinedCardOf(said: PaymentResponse): DeclinedCard | null {
  const { application, ...read } = readReceipt(said);
  const card = said.PaymentResult?.PaymentInstrumentData?.CardData;
  if (card === undefined && application === null) return null;
  return {
    application,
    ...read,
    scheme: card?.PaymentBrand?.slice(0, 40) ?? null,
    lastFour: lastFourOf(card?.MaskedPan),
    transactionId: said.POIData?.POITransactionID.TransactionID ?? null,
  };
}

/**
 * What a terminal says of a payment.
 * @param currency of the payment that was asked for.
 * @returns null where it says that money moved and not how much: nobody can book that, so it counts as no answer.
 */
export function readPayment(said: PaymentResponse, currency: string): PaymentAnswer | null {
  const { Result, ErrorCondition } = said.Response;
  if (Result === 'Failure') {
    const card = declinedCardOf(said);
    return ErrorCondition === undefined ? null : { result: 'failed', condition: ErrorCondition, ...(card !== null && { card }) };
  }
  const approval = approvalOf(said, currency);
  return approval === null ? null : { result: 'approved', approval };
}
