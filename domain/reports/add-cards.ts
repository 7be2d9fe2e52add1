import type { AnyOperation } from '../base/envelope.ts';
import { cardPaymentEnded, cardPaymentStarted, cardRefundEnded, cardRefundStarted, cardReversalEnded } from '../payments/operations.ts';
import { add, none } from './add-receipts.ts';
import type { Amount, ShiftReport } from './report.ts';

interface Asked {
  readonly terminalId: string;
  readonly amountMinor: number;
}

function sumOf(amounts: Iterable<number>): Amount {
  const sum = none();
  for (const minor of amounts) {
    sum.count += 1;
    sum.minor += minor;
  }
  return sum;
}

/**
 * Adds what card terminals said to the report of a shift: what each took less what it gave back, to compare with the sum that the terminal
 * prints itself; what no bank has confirmed; what has no answer.
 */
export function addCards(report: ShiftReport): (operation: AnyOperation) => void {
  const asked = new Map<string, Asked>();
  const unanswered = new Map<string, number>();
  const taken = new Map<string, Asked>();
  const offline = new Map<string, number>();

  /** @param id of the payment or the refund. */
  function move(id: string, { terminalId, amountMinor }: Asked, sign: 1 | -1): void {
    const sum = (report.terminals[terminalId] ??= none());
    sum.count += 1;
    sum.minor += sign * amountMinor;
    const brand = ((report.brands[terminalId] ??= {})[report.schemes.get(id) ?? ''] ??= { paid: none(), refunded: none() });
    add(sign === 1 ? brand.paid : brand.refunded, amountMinor);
  }

  return (operation) => {
    if (cardPaymentStarted.is(operation)) {
      const { paymentId, terminalId, amountMinor } = operation.payload;
      asked.set(paymentId, { terminalId, amountMinor });
      unanswered.set(paymentId, amountMinor);
    } else if (cardPaymentEnded.is(operation)) {
      const { paymentId, outcome } = operation.payload;
      unanswered.delete(paymentId);
      if (outcome === 'approved') {
        const { scheme, isOnline, authorizedMinor } = operation.payload.approval;
        report.schemes.set(paymentId, scheme);
        const told = { terminalId: asked.get(paymentId)?.terminalId ?? '', amountMinor: authorizedMinor };
        taken.set(paymentId, told);
        move(paymentId, told, 1);
        if (!isOnline) offline.set(paymentId, authorizedMinor);
      }
    } else if (cardReversalEnded.is(operation)) {
      const { paymentId, isReversed } = operation.payload;
      const told = taken.get(paymentId);
      if (isReversed && told !== undefined) move(paymentId, told, -1);
      if (isReversed) offline.delete(paymentId);
    } else if (cardRefundStarted.is(operation)) {
      const { refundId, paymentId, terminalId, amountMinor } = operation.payload;
      asked.set(refundId, { terminalId, amountMinor });
      report.schemes.set(refundId, report.schemes.get(paymentId) ?? null);
    } else if (cardRefundEnded.is(operation)) {
      const wanted = asked.get(operation.payload.refundId);
      if (operation.payload.isRefunded && wanted !== undefined) move(operation.payload.refundId, wanted, -1);
    } else return;
    report.unansweredCards = sumOf(unanswered.values());
    report.offlineCards = sumOf(offline.values());
  };
}
