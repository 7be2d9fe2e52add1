import { describe, expect, it } from 'vitest';
import { storedValueOf } from '../../../test/support/examples.ts';
import type { Known } from '../../../domain/stored-value/pay-with-stored-value.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import { product } from '../../../test/support/counter-device.ts';
import { takeStoredValue } from './take-stored-value.ts';

const NUMBER = '6006 4912 3456 7730';
const ARTICLE = '4006381333931';
const ID = storedValueId('6006491234567730');
const VALUE = storedValueOf(3_950, { id: ID });

function take(known: Known, given: Partial<Parameters<typeof takeStoredValue>[1]> = {}) {
  const findStoredValue = (id: string) =>
    Promise.resolve(id === ID || known.from === 'copy' ? known : { from: 'server' as const, value: null });
  return takeStoredValue(
    { findStoredValue, catalog: { lookup: (code) => (code === ARTICLE ? product : undefined) } },
    { number: NUMBER, currency: 'USD', wantedMinor: 2_500, offlineCapMinor: 1_000, entered: [], ...given },
  );
}

describe('a gift card in the plan of a payment', () => {
  it.each<[what: string, known: Known, wantedMinor: number, pays: number, state: string, left: number | null]>([
    ['pays what is left', { from: 'server', value: VALUE }, 2_500, 2_500, 'accepted', 1_450],
    ['pays what it has', { from: 'server', value: VALUE }, 9_000, 3_950, 'accepted', 0],
    ['pays up to the cap without a connection', { from: 'copy', value: VALUE, takenMinor: 400 }, 2_500, 600, 'offline', null],
  ])('%s', async (_what, known, wantedMinor, pays, state, leftMinor) => {
    const tender = { kind: 'gift_card', currency: 'USD', amountMinor: pays, tipMinor: 0, reference: ID, state };
    expect(await take(known, { wantedMinor })).toEqual({ ok: true, value: { tender, leftMinor } });
  });

  it('[A2] is known by an id: its number is nowhere', async () => {
    expect(JSON.stringify(await take({ from: 'server', value: VALUE }))).not.toMatch(/6006|3456/);
  });

  it.each<[what: string, number: string, known: Known, refusal: string]>([
    ['what is no number', 'ABC', { from: 'server', value: VALUE }, 'card_number_not_valid'],
    ['a number that nobody issued', NUMBER, { from: 'server', value: null }, 'stored_value_unknown'],
    ['one that is blocked', NUMBER, { from: 'server', value: { ...VALUE, isBlocked: true } }, 'stored_value_is_blocked'],
    ['one without money', NUMBER, { from: 'server', value: { ...VALUE, balanceMinor: 0 } }, 'stored_value_empty'],
  ])('is refused: %s', async (_what, number, known, refusal) => {
    expect(await take(known, { number })).toEqual({ ok: false, refusal });
  });

  it('is not the code of an article, which without a connection would pay up to the cap', async () => {
    const known: Known = { from: 'copy', value: null, takenMinor: 0 };
    expect(await take(known, { number: ARTICLE })).toEqual({ ok: false, refusal: 'stored_value_unknown' });
  });

  it('pays once: the second entry of the same number is refused', async () => {
    const first = await take({ from: 'server', value: VALUE });
    const entered = first.ok ? [first.value] : [];
    expect(await take({ from: 'server', value: VALUE }, { entered })).toEqual({ ok: false, refusal: 'stored_value_empty' });
  });
});
