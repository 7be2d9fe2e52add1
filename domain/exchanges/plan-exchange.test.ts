import { describe, expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { BOUGHT, decided } from '../../test/support/exchanges.ts';
import { waysBack } from '../returns/plan-refund.ts';
import { saleCompleted } from '../sale/operations.ts';
import { goodsExchanged } from './operations.ts';
import { inParts } from './parts-of.ts';
import { planExchange } from './plan-exchange.ts';

describe('planExchange', () => {
  it.each([
    [
      'as much',
      5_000,
      5_000,
      [
        ['gift_card', 2_000],
        ['card', 3_000],
      ],
      0,
      0,
    ],
    [
      'dearer goods',
      5_000,
      7_000,
      [
        ['gift_card', 2_000],
        ['card', 3_000],
      ],
      0,
      2_000,
    ],
    [
      'cheaper goods',
      10_000,
      7_000,
      [
        ['card', 5_000],
        [null, 2_000],
      ],
      3_000,
      0,
    ],
    ['goods for nothing', 5_000, 0, [], 5_000, 0],
    ['goods that are worth nothing', 0, 5_000, [], 0, 5_000],
  ])('[M1] divides %s', (_what, back, taken, carried, refundMinor, dueMinor) => {
    const plan = planExchange(BOUGHT, back, taken);
    expect(plan.carried.map(({ from, amountMinor }) => [from, amountMinor])).toEqual(carried);
    expect([plan.refundMinor, plan.dueMinor]).toEqual([refundMinor, dueMinor]);
  });

  it('takes what is left of each tender', () => {
    const plan = planExchange({ ...BOUGHT, refundedTo: { 'GC-1': 2_000, P1: 1_000 } }, 7_000, 7_000);
    expect(plan.carried.map(({ from, amountMinor }) => [from, amountMinor])).toEqual([
      ['card', 5_000],
      [null, 2_000],
    ]);
  });

  it('carries what an online order was paid with as what nobody here can give back', () => {
    expect(planExchange(undefined, 5_000, 4_000)).toEqual({
      carried: [{ from: null, reference: null, amountMinor: 4_000 }],
      carriedMinor: 4_000,
      refundMinor: 1_000,
      dueMinor: 0,
    });
  });

  it('leads the money of goods that come back from an exchange to where it came from', () => {
    const sold = inParts(operationOf(goodsExchanged.request(decided(1, 5_000)))).find((one) => saleCompleted.is(one));
    const { tenders = [] } = sold?.payload ?? {};
    expect(waysBack({ tenders, refundedTo: { 'GC-1': 500 } })).toEqual([
      { kind: 'gift_card', reference: 'GC-1', leftMinor: 1_500, tipMinor: 0 },
      { kind: 'card', reference: 'P1', leftMinor: 3_000, tipMinor: 0 },
    ]);
  });
});
