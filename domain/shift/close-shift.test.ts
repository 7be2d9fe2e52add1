import { describe, expect, it } from 'vitest';
import { closeShift, expectedCash } from './close-shift.ts';
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
  cashMinor: 2_550,
  closed: null,
};

describe('closing a shift', () => {
  it('[J9] stores what was counted beside what was expected', () => {
    expect(closeShift(open, 12_500)).toEqual({
      ok: true,
      value: {
        type: 'shift_closed',
        payload: {
          countedMinor: 12_500,
          expectedMinor: 12_550,
          denominations: null,
          others: [],
          reason: null,
          leftMinor: null,
          totals: null,
        },
      },
    });
  });

  it.each([
    [12_050, null, 'difference_needs_reason'],
    [13_051, null, 'difference_needs_reason'],
    [12_050, 'wrong_change', null],
    [12_051, null, null],
    [13_049, null, null],
  ])('of %d counted with the reason %s, and differences above 4.99 to be explained, is %s', (counted, reason, refusal) => {
    const decided = closeShift(open, counted, { reason }, 499);
    expect(decided.ok ? null : decided.refusal).toBe(refusal);
  });

  it('leaves no more in the drawer than was counted', () => {
    expect(closeShift(open, 12_550, { leftMinor: 12_551 })).toEqual({ ok: false, refusal: 'left_more_than_counted' });
    expect(closeShift(open, 12_550, { leftMinor: -1 })).toEqual({ ok: false, refusal: 'amount_not_valid' });
    expect(closeShift(open, 12_550, { leftMinor: 12_550 })).toMatchObject({ ok: true, value: { payload: { leftMinor: 12_550 } } });
  });

  it('expects less than the float when more cash went out than came in', () => {
    expect(expectedCash({ ...open, cashMinor: -10_500 })).toBe(-500);
  });

  it.each([
    [null, 0, 'no_open_shift'],
    [open, -1, 'amount_not_valid'],
    [open, 1.5, 'amount_not_valid'],
  ])('is refused when %j is open and %d is counted', (openNow, counted, refusal) => {
    expect(closeShift(openNow, counted)).toEqual({ ok: false, refusal });
  });
});
