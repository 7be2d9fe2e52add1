import { expect, it } from 'vitest';
import { storedValueOf } from '../../test/support/examples.ts';
import { type Known, payWithStoredValue } from './pay-with-stored-value.ts';
import type { StoredValue } from './stored-value.ts';

const value = (given: Partial<StoredValue> = {}): StoredValue => storedValueOf(3_000, { kind: 'store_credit', ...given });
const server = (given?: Partial<StoredValue>): Known => ({ from: 'server', value: value(given) });
const copy = (takenMinor: number, given?: Partial<StoredValue>): Known => ({ from: 'copy', value: value(given), takenMinor });
const unknownHere = (takenMinor: number): Known => ({ from: 'copy', value: null, takenMinor });

type Row = readonly [what: string, known: Known, wantedMinor: number, paid: number | string, state?: string];

const ROWS: readonly Row[] = [
  ['all that is wanted', server(), 2_000, 2_000],
  ['what it has', server(), 5_000, 3_000],
  ['nothing of an empty one', server({ balanceMinor: 0 }), 100, 'stored_value_empty'],
  ['nothing of one that was overdrawn', server({ balanceMinor: -5 }), 100, 'stored_value_empty'],
  ['nothing of one that nobody knows', { from: 'server', value: null }, 100, 'stored_value_unknown'],
  ['nothing of a blocked one', server({ isBlocked: true }), 100, 'stored_value_is_blocked'],
  ['nothing in another currency', server({ currency: 'EUR' }), 100, 'stored_value_other_currency'],
  ['what it has, without the server', copy(0, { balanceMinor: 1_500 }), 2_000, 1_500, 'offline'],
  ['no more than the limit, without the server', copy(0), 5_000, 2_000, 'offline'],
  ['what is left of the limit', copy(1_200), 5_000, 800, 'offline'],
  ['nothing beyond the limit', copy(2_000), 100, 'stored_value_offline'],
  ['nothing of an empty one, without the server', copy(0, { balanceMinor: 0 }), 100, 'stored_value_empty'],
  ['the limit of one that the store does not know', unknownHere(0), 5_000, 2_000, 'offline'],
  ['nothing beyond the limit of one that the store does not know', unknownHere(2_000), 100, 'stored_value_offline'],
  ['the limit of one that only its use is known of', copy(500, { balanceMinor: -500, issuedAt: null }), 5_000, 1_500, 'offline'],
  ['nothing for no amount', server(), 0, 'amount_not_valid'],
];

it.each(ROWS.map((row) => [row[0], row] as const))('pays %s', (_what, [, known, wantedMinor, paid, state = 'accepted']) => {
  const result = payWithStoredValue({ id: 'SV-1', known, currency: 'USD', wantedMinor, offlineCapMinor: 2_000 }, 'gift_card');
  if (typeof paid === 'string') expect(result).toEqual({ ok: false, refusal: paid });
  else
    expect(result).toEqual({
      ok: true,
      value: {
        kind: known.value?.kind ?? 'gift_card',
        currency: 'USD',
        amountMinor: paid,
        tipMinor: 0,
        reference: 'SV-1',
        state,
      },
    });
});
