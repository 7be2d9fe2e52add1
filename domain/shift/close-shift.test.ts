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
        payload: { countedMinor: 12_500, expectedMinor: 12_550, denominations: null, others: [], reason: null },
      },
    });
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
