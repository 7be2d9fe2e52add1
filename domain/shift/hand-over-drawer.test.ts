import { describe, expect, it } from 'vitest';
import { shiftOf } from '../../test/support/examples.ts';
import { handOverDrawer, type WantedHandover } from './hand-over-drawer.ts';

const shift = shiftOf({ id: 'FRONT', associateId: 'ANA', drawerId: 'Front', floatMinor: 10_000, cashMinor: 2_500 });
const back = shiftOf({ id: 'BACK', associateId: 'BEN', drawerId: 'Back' });
const wanted: WantedHandover = { toId: 'CAT', countedMinor: 12_400, denominations: null, reason: null, isAbsent: false };

describe('handing a drawer over', () => {
  it('[J9] names both, with what was counted and expected, in the shift of the drawer', () => {
    expect(handOverDrawer(shift, wanted, 500, [shift, back])).toEqual({
      ok: true,
      value: {
        type: 'drawer_handed_over',
        inShift: 'FRONT',
        payload: {
          fromId: 'ANA',
          toId: 'CAT',
          currency: 'USD',
          countedMinor: 12_400,
          expectedMinor: 12_500,
          denominations: null,
          reason: null,
          isAbsent: false,
        },
      },
    });
  });

  it.each([
    ['a shift that is closed', undefined, wanted, 'no_open_shift'],
    ['no amount', shift, { ...wanted, countedMinor: Number.NaN }, 'amount_not_valid'],
    ['an amount that no drawer holds', shift, { ...wanted, countedMinor: 1e15 }, 'amount_too_large'],
    ['a larger difference without a reason', shift, { ...wanted, countedMinor: 11_000 }, 'difference_needs_reason'],
    ['somebody who answers for another drawer', shift, { ...wanted, toId: 'BEN' }, 'has_a_drawer'],
    ['whoever has it already', shift, { ...wanted, toId: 'ANA' }, 'has_a_drawer'],
  ] as const)('refuses %s', (_what, of, asked, refusal) => {
    expect(handOverDrawer(of, asked, 500, [shift, back])).toEqual({ ok: false, refusal });
  });

  it('takes a larger difference with a reason', () => {
    const handed = handOverDrawer(shift, { ...wanted, countedMinor: 11_000, reason: 'wrong_change' }, 500, [shift]);
    expect(handed).toMatchObject({ ok: true, value: { payload: { reason: 'wrong_change', expectedMinor: 12_500 } } });
  });
});
