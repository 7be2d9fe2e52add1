import { describe, expect, it } from 'vitest';
import { shiftOf } from '../../test/support/examples.ts';
import { moveCash, openWithoutSale } from './cash-movement.ts';

const open = shiftOf();

describe('moving cash', () => {
  it('is written down with its reason and its bag, in the currency of the drawer', () => {
    expect(moveCash(open, { kind: 'drop', amountMinor: 30_000, reason: null, bag: 'B-17' })).toEqual({
      ok: true,
      value: { type: 'cash_moved', payload: { kind: 'drop', currency: 'USD', amountMinor: 30_000, reason: null, bag: 'B-17' } },
    });
  });

  it.each([
    [null, 100, 'no_open_shift'],
    [open, 0, 'amount_not_valid'],
    [open, -100, 'amount_not_valid'],
    [open, 0.5, 'amount_not_valid'],
    [open, Number.NaN, 'amount_not_valid'],
    [open, Number.MAX_SAFE_INTEGER, 'amount_too_large'],
  ])('is refused in %j with %d', (openNow, amountMinor, refusal) => {
    expect(moveCash(openNow, { kind: 'pay_out', amountMinor, reason: 'other', bag: null })).toEqual({ ok: false, refusal });
  });
});

describe('opening the drawer without a sale', () => {
  it('needs an open shift and is written down with its reason', () => {
    expect(openWithoutSale(null, 'other')).toEqual({ ok: false, refusal: 'no_open_shift' });
    expect(openWithoutSale(open, 'other')).toEqual({ ok: true, value: { type: 'drawer_opened', payload: { reason: 'other' } } });
  });
});
