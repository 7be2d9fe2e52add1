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

  it.each([
    ['gift_card', 'giftCardsSold'],
    ['deposit', 'deposits'],
    ['account_payment', 'accountPayments'],
  ] as const)('for a %s is no sale of goods, and is told apart', (kind, apart) => {
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    journal.openShift();
    const { payload } = journal.sell([
      ['A', 1],
      ['B', 2],
    ]);
    const lines = payload.lines.map((line, index) => (index === 1 ? { ...line, kind } : line));
    const sold = { ...journal.operations.at(-1), payload: { ...payload, lines } } as unknown as Operation;
    const report = shiftReport(whole([...journal.operations.slice(0, -1), sold]), journal.shiftId ?? '', {
      departmentOf: () => 'Tea',
      hourOf: () => 9,
    });
    expect(report).toMatchObject({
      [apart]: { count: 1, minor: 2160 },
      gross: { count: 1, minor: 1000 },
      departments: { Tea: 1000 },
      hours: { 9: 1000 },
      units: 1,
      taxAddedMinor: 80,
      sales: { count: 1, minor: 3240 },
    });
  });
});
