import { expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import type { Known } from './pay-with-stored-value.ts';
import type { StoredValue } from './stored-value.ts';
import { whyCardStays } from './take-card-back.ts';

const value = (balanceMinor: number, given: Partial<StoredValue> = {}): StoredValue => ({
  ...{
    id: 'SV-1',
    kind: 'gift_card',
    storeId: 'S1',
    currency: 'USD',
    balanceMinor,
    limitMinor: 0,
    isBlocked: false,
    issuedAt: AT,
    changedAt: AT,
  },
  ...given,
});
const server = (found: StoredValue | null): Known => ({ from: 'server', value: found });
const copy = (found: StoredValue | null): Known => ({ from: 'copy', value: found, takenMinor: 0 });

it.each<[string, Known, number, string | null]>([
  ['with all of its money', server(value(10_000)), 10_000, null],
  ['with more money than it was sold with', server(value(15_000)), 10_000, null],
  ['of which a part is spent', server(value(9_999)), 10_000, 'gift_card_used'],
  ['that is empty', server(value(0)), 10_000, 'gift_card_used'],
  ['that is overdrawn', server(value(-500)), 10_000, 'gift_card_used'],
  ['that is blocked', server(value(10_000, { isBlocked: true })), 10_000, 'stored_value_is_blocked'],
  ['that nobody knows', server(null), 10_000, 'stored_value_unknown'],
  ['without a connection, within what a till may take then', copy(value(5_000)), 5_000, null],
  ['without a connection, with more than a till may take then', copy(value(10_000)), 10_000, 'stored_value_offline'],
  ['without a connection, that this store knows to be spent', copy(value(0)), 10_000, 'gift_card_used'],
  ['without a connection, of another store', copy(null), 10_000, 'stored_value_offline'],
  ['that cost nothing', server(value(0)), 0, null],
])('a gift card %s', (_what, known, refundMinor, refusal) => {
  expect(whyCardStays({ id: 'SV-1', known, currency: 'USD', refundMinor, offlineCapMinor: 5_000 })).toBe(refusal);
});
