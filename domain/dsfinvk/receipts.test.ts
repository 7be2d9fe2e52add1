import { describe, expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { decided } from '../../test/support/exchanges.ts';
import { ONE_STAYS, swapped } from '../../test/support/pickup-exchanges.ts';
import { germanDay } from '../../test/support/german-day.ts';
import { goodsExchanged, pickupExchanged } from '../exchanges/operations.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCompleted } from '../sale/operations.ts';
import { drawerOpened, trainingStarted } from '../shift/operations.ts';
import { receiptsOf } from './receipts.ts';
import { VatKeys } from './vat-keys.ts';

const receipts = (operations: Parameters<typeof receiptsOf>[0]) => receiptsOf(operations, 'EUR', new VatKeys());

describe('the receipts of a shift', () => {
  it('a sale that was given up has its goods and no money', () => {
    expect(receipts(germanDay()).find(({ type }) => type === 'AVBelegabbruch')).toMatchObject({
      positions: [{ sku: 'CUP', amount: { grossMinor: 0 } }],
      payments: [{ type: 'Keine' }],
    });
  });

  it('a sale says when it was begun, where that was recorded', () => {
    const [first, second] = germanDay().filter((one) => saleCompleted.is(one));
    const begun = { ...first, payload: { ...first?.payload, begunAt: '2026-03-02T09:58:00.000Z' } } as NonNullable<typeof first>;
    const unknown = { ...second, payload: { ...second?.payload, begunAt: null } } as NonNullable<typeof second>;
    expect(receipts([begun, unknown]).map(({ begunAt }) => begunAt)).toEqual(['2026-03-02T09:58:00.000Z', null]);
  });

  it('a void is a receipt of its own, with signs turned, that names the first', () => {
    const [back] = germanDay().filter((one) => goodsReturned.is(one));
    const voided = { ...back, payload: { ...back?.payload, isVoid: true } } as NonNullable<typeof back>;
    expect(receipts([voided])).toMatchObject([{ isVoid: true, takesBack: 'A1-000001', positions: [{ amount: { grossMinor: -1_071 } }] }]);
  });

  it.each([
    ['even', decided(1, 5_000), 0, [['Keine', 0]]],
    ['for dearer goods', decided(1, 6_250, { cashMinor: 2_000 }), 1_250, [['Bar', 1_250]]],
    ['for cheaper goods', decided(2, 9_000, { to: 'cash' }), -1_000, [['Bar', -1_000]]],
  ] as const)('an exchange %s is one receipt: what came back, what was taken home, and the difference', (_what, exchange, sum, paid) => {
    const [told, ...more] = receiptsOf([operationOf(goodsExchanged.request(exchange))], 'USD', new VatKeys());
    expect([more, told?.printed, told?.number, told?.takesBack]).toEqual([[], 'A1-000002', 2, 'A1-000001']);
    expect(told?.positions.reduce((total, { amount }) => total + amount.grossMinor, 0)).toBe(sum);
    expect(told?.payments.map(({ type, amountMinor }) => [type, amountMinor])).toEqual(paid);
  });

  it.each([
    ['for dearer goods', swapped(ONE_STAYS, 5_000, 5_000), 1_667, [['Bar', 1_667]]],
    ['for cheaper goods', swapped(ONE_STAYS, 1_000), -2_333, [['Unbar', -2_333]]],
    ['of which all is taken, with more', swapped([], 1_000, 1_000), 1_000, [['Bar', 1_000]]],
  ] as const)('a pickup %s is one receipt, and what left of the order is none of it', (_what, pickup, sum, paid) => {
    const [told, ...more] = receiptsOf([operationOf(pickupExchanged.request(pickup))], 'USD', new VatKeys());
    expect([more, told?.printed, told?.takesBack]).toEqual([[], 'A1-000002', null]);
    expect(told?.positions.reduce((total, { amount }) => total + amount.grossMinor, 0)).toBe(sum);
    expect(told?.payments.map(({ type, amountMinor }) => [type, amountMinor])).toEqual(paid);
  });

  it('empties are a deposit paid back, which names no receipt', () => {
    const [back] = germanDay().filter((one) => goodsReturned.is(one));
    const [line] = back?.payload.lines ?? [];
    const lines = [{ ...line, kind: 'deposit', sku: 'BOTTLE', quantity: 4, refundMinor: 100, refundTaxMinor: 16, taxes: [] }];
    const payload = { ...back?.payload, origin: { kind: 'empties' }, lines };
    expect(receipts([{ ...back, payload } as unknown as NonNullable<typeof back>])).toMatchObject([
      {
        isVoid: false,
        takesBack: null,
        positions: [{ businessCase: 'PfandRueckzahlung', sku: 'BOTTLE', quantity: -4_000, amount: { grossMinor: -100, taxMinor: -16 } }],
      },
    ]);
  });

  it('a drawer that was opened without a sale is there, and a training, and neither moves anything', () => {
    const opened = operationOf({ type: drawerOpened.type, payload: { reason: 'check_drawer' } }, { seq: 5 });
    const trained = operationOf({ type: trainingStarted.type, payload: {} });
    expect(receipts([trained])).toMatchObject([{ type: 'AVTraining', printed: null, positions: [], associateId: trained.associateId }]);
    expect(receipts([opened])).toMatchObject([{ type: 'AVSonstige', number: 5, printed: null, positions: [], note: 'check_drawer' }]);
  });
});
