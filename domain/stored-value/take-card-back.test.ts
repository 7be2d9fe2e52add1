import { expect, it } from 'vitest';
import { storedValueOf } from '../../test/support/examples.ts';
import type { Known } from './pay-with-stored-value.ts';
import type { StoredValue } from './stored-value.ts';
import { whyCardStays } from './take-card-back.ts';

const server = (found: StoredValue | null): Known => ({ from: 'server', value: found });
const copy = (found: StoredValue | null): Known => ({ from: 'copy', value: found, takenMinor: 0 });

it.each<[string, Known, number, string | null]>([
  ['with all of its money', server(storedValueOf(10_000)), 10_000, null],
  ['with more money than it was sold with', server(storedValueOf(15_000)), 10_000, null],
  ['of which a part is spent', server(storedValueOf(9_999)), 10_000, 'gift_card_used'],
  ['that is empty', server(storedValueOf(0)), 10_000, 'gift_card_used'],
  ['that is overdrawn', server(storedValueOf(-500)), 10_000, 'gift_card_used'],
  ['that is blocked', server(storedValueOf(10_000, { isBlocked: true })), 10_000, 'stored_value_is_blocked'],
  ['that nobody knows', server(null), 10_000, 'stored_value_unknown'],
  ['without a connection, within what a till may take then', copy(storedValueOf(5_000)), 5_000, null],
  ['without a connection, with more than a till may take then', copy(storedValueOf(10_000)), 10_000, 'stored_value_offline'],
  ['without a connection, that this store knows to be spent', copy(storedValueOf(0)), 10_000, 'gift_card_used'],
  ['without a connection, of another store', copy(null), 10_000, 'stored_value_offline'],
  ['that cost nothing', server(storedValueOf(0)), 0, null],
])('a gift card %s', (_what, known, refundMinor, refusal) => {
  expect(whyCardStays({ id: 'SV-1', known, currency: 'USD', refundMinor, offlineCapMinor: 5_000 })).toBe(refusal);
});
