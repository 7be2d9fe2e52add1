import { describe, expect, it } from 'vitest';
import { approvalOf } from '../../test/support/examples.ts';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import { cardPaymentEnded, cardPaymentStarted } from '../payments/operations.ts';
import { definitionOf, type Operation } from '../registry/operations.ts';
import { shiftReport } from './shift-report.ts';

const whole = (operations: readonly Operation[]) => operations.map((one) => definitionOf(one).completed(one) as Operation);

describe('what is paid in a shift', () => {
  it('tells cards by brand, those without their bank, and those that nobody answered for', () => {
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    journal.openShift();
    const start = (paymentId: string, amountMinor: number) =>
      journal.record({
        type: cardPaymentStarted.type,
        payload: { paymentId, cartId: 'C', terminalId: 'T', serviceId: paymentId, currency: 'USD', amountMinor },
      });
    start('P1', 1080);
    const approval = approvalOf({ authorizedMinor: 1080, isOnline: false });
    journal.record({ type: cardPaymentEnded.type, payload: { outcome: 'approved', paymentId: 'P1', approval } });
    start('P2', 500);
    const { payload } = journal.sell([['A', 1]]);
    const { operations } = journal;
    const tenders = [{ kind: 'card', currency: 'USD', amountMinor: 1180, tipMinor: 100, reference: 'P1', state: 'captured' }] as const;
    const byCard = { ...operations.at(-1), payload: { ...payload, tenders } } as unknown as Operation;
    const report = shiftReport(whole([...operations.slice(0, -1), byCard]), journal.shiftId ?? '', {
      departmentOf: () => null,
      hourOf: () => 0,
    });
    expect(report).toMatchObject({
      tenders: [{ kind: 'card', scheme: 'visa', paid: { count: 1, minor: 1080 } }],
      tips: { 'associate-1': 100 },
      offlineCards: { count: 1, minor: 1080 },
      unansweredCards: { count: 1, minor: 500 },
      cashMinor: 0,
    });
  });
});
