import { describe, expect, it } from 'vitest';
import { openShift } from './open-shift.ts';
import type { Shift } from './shift.ts';

const open: Shift = {
  id: 'SHIFT',
  storeId: 'S1',
  registerId: 'R1',
  associateId: null,
  businessDate: '2026-03-02',
  currency: 'USD',
  openedAt: '2026-03-02T08:00:00.000Z',
  floatMinor: 10_000,
  cashMinor: 0,
  closed: null,
};

describe('opening a shift', () => {
  it('writes the float down', () => {
    expect(openShift(null, 'USD', 10_000)).toEqual({
      ok: true,
      value: { type: 'shift_opened', payload: { currency: 'USD', floatMinor: 10_000, drawerId: null, denominations: null } },
    });
  });

  it('writes down what it was counted from', () => {
    const denominations = [{ valueMinor: 2_000, count: 5 }];
    expect(openShift(null, 'USD', 10_000, null, [], denominations)).toMatchObject({ ok: true, value: { payload: { denominations } } });
  });

  it.each([
    [open, 10_000, 'shift_already_open'],
    [null, -1, 'amount_not_valid'],
    [null, 0.5, 'amount_not_valid'],
    [null, Number.NaN, 'amount_not_valid'],
  ])('is refused when %j is open and the float is %d', (openNow, float, refusal) => {
    expect(openShift(openNow, 'USD', float)).toEqual({ ok: false, refusal });
  });
});
