import type { PayReply, ReverseReply, StatusReply, StatusRequest } from '../../domain/device/terminal.ts';
import type { NexoReply, ReversalResponse } from './messages.ts';
import { readPayment } from './read-payment.ts';

/** What cannot be read is no answer: money may have moved all the same. */
const LOST = { kind: 'lost' } as const;

function reversalOf({ Response: { Result, ErrorCondition } }: ReversalResponse) {
  const isReversed = Result === 'Success';
  return { isReversed, condition: isReversed ? null : (ErrorCondition ?? 'Unknown') };
}

/** The answer to a payment in this currency. */
export function readPayReply({ MessageHeader, PaymentResponse }: NexoReply, currency: string): PayReply {
  const answer = PaymentResponse === undefined ? null : readPayment(PaymentResponse, currency);
  return answer === null ? LOST : { kind: 'answered', serviceId: MessageHeader.ServiceID, answer };
}

/** The answer to the reversal of this message. */
export function readReverseReply({ MessageHeader, ReversalResponse: said }: NexoReply, serviceId: string): ReverseReply {
  return said === undefined || MessageHeader.ServiceID !== serviceId ? LOST : { kind: 'answered', ...reversalOf(said) };
}

/** The answer to a question for the status of a message. */
export function readStatusReply(
  { MessageHeader, TransactionStatusResponse: said }: NexoReply,
  { serviceId, of }: StatusRequest,
): StatusReply {
  if (said === undefined || MessageHeader.ServiceID !== serviceId) return LOST;
  const { Result, ErrorCondition: condition } = said.Response;
  if (Result === 'Failure') return condition === undefined ? LOST : { kind: 'failed', condition, terminalId: MessageHeader.POIID };
  const repeated = said.RepeatedMessageResponse;
  if (repeated === undefined) return LOST;
  const { PaymentResponse, ReversalResponse } = repeated.RepeatedResponseMessageBody;
  const about = repeated.MessageHeader.ServiceID;
  if (of.category === 'reversal') {
    if (ReversalResponse === undefined || about !== of.serviceId) return LOST;
    return { kind: 'reversal', serviceId: about, ...reversalOf(ReversalResponse) };
  }
  const answer = PaymentResponse === undefined ? null : readPayment(PaymentResponse, of.currency);
  return answer === null ? LOST : { kind: 'payment', serviceId: about, answer };
}
