import { describe, expect, it } from 'vitest';
import type { Shift } from '../../../domain/shift/shift.ts';
import { shiftFigures } from './shift-figures.ts';

const shift: Shift = {
  id: 'H',
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

describe('shiftFigures', () => {
  it('adds up', () => {
    expect(Object.fromEntries(shiftFigures(shift, { countedMinor: 12_500, expectedMinor: 12_550 }))).toEqual({
      Float: '$100.00',
      'Cash taken, less cash given back': '$25.50',
      'Expected in the drawer': '$125.50',
      Counted: '$125.00',
      Difference: '-$0.50',
    });
  });

  it('keeps other currencies apart', () => {
    expect(shiftFigures({ ...shift, otherCash: { JPY: 120 } }, { countedMinor: 0, expectedMinor: 0 }).at(-1)).toEqual([
      'Beside it, in JPY',
      '¥120',
    ]);
  });
});
