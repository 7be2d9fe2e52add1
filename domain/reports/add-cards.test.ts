import { expect, it } from 'vitest';
import { approvalOf } from '../../test/support/examples.ts';
import { JournalBuilder, wholeOf } from '../../test/support/journal-builder.ts';
import { cardPaymentEnded, cardPaymentStarted, cardRefundEnded, cardRefundStarted, cardReversalEnded } from '../payments/operations.ts';
import { shiftReport } from './shift-report.ts';

const SCHEME = approvalOf().scheme ?? '';
const CASE = { departmentOf: () => null, hourOf: () => 0, pricesIncludeTax: false };

it('adds up what each terminal took and gave back, by what it approved, and nothing that it declined or did not answer', () => {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  journal.openShift();
  const start = (paymentId: string, terminalId: string, amountMinor: number) =>
    journal.record({
      type: cardPaymentStarted.type,
      payload: { paymentId, cartId: 'C', terminalId, serviceId: paymentId, currency: 'USD', amountMinor },
    });
  const approve = (paymentId: string, authorizedMinor: number) =>
    journal.record({
      type: cardPaymentEnded.type,
      payload: { outcome: 'approved', paymentId, approval: approvalOf({ authorizedMinor }) },
    });
  const refund = (refundId: string, isRefunded: boolean) => {
    journal.record({
      type: cardRefundStarted.type,
      payload: {
        ...{ refundId, paymentId: 'P1', returnId: 'B', terminalId: 'T2', serviceId: refundId },
        ...{ currency: 'USD', amountMinor: 300, returnMinor: 300 },
      },
    });
    journal.record({ type: cardRefundEnded.type, payload: { refundId, isRefunded } });
  };
  start('P1', 'T1', 1_000);
  approve('P1', 800);
  start('P2', 'T1', 500);
  journal.record({ type: cardPaymentEnded.type, payload: { outcome: 'not_charged', paymentId: 'P2', condition: 'Refusal' } });
  start('P3', 'T1', 700);
  approve('P3', 700);
  journal.record({ type: cardReversalEnded.type, payload: { paymentId: 'P3', isReversed: true } });
  start('P4', 'T2', 900);
  refund('F1', true);
  refund('F2', false);
  expect(shiftReport(wholeOf(journal.operations), journal.shiftId ?? '', CASE)).toMatchObject({
    terminals: { T1: { count: 3, minor: 800 }, T2: { count: 1, minor: -300 } },
    brands: {
      T1: { [SCHEME]: { paid: { count: 2, minor: 1_500 }, refunded: { count: 1, minor: 700 } } },
      T2: { [SCHEME]: { paid: { count: 0, minor: 0 }, refunded: { count: 1, minor: 300 } } },
    },
    unansweredCards: { count: 1, minor: 900 },
  });
});
