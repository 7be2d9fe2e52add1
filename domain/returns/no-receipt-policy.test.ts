import { describe, expect, it } from 'vitest';
import { againstPolicy, mostWithoutReceipt } from './no-receipt-policy.ts';
import { countReturn } from './no-receipt-use.ts';
import { type NoReceiptPolicy, noReceiptPolicy } from './settings.ts';

const AT = '2026-03-31T12:00:00.000Z';
const policy: NoReceiptPolicy = {
  ...{ allowed: true, priceDays: 30, documents: ['passport'], needsCustomer: true, mostMinor: 10_000 },
  perCustomer: { days: 90, returns: 2, mostMinor: 12_000 },
};
const asked = { document: 'passport', customerId: 'C1', refundMinor: 5_000, at: AT } as const;
const before = (refundMinor: number) =>
  countReturn('NR-1', undefined, { receiptNumber: 'A1-000001', at: '2026-03-01T12:00:00.000Z', refundMinor });
const twice = countReturn('NR-1', before(100), { receiptNumber: 'A1-000002', at: '2026-03-02T12:00:00.000Z', refundMinor: 100 });
const open = { ...policy, mostMinor: null, perCustomer: { days: 90, returns: null, mostMinor: null } };

describe('the policy for returns without a receipt', () => {
  it.each([
    ['allows what is within it', policy, undefined, {}, null],
    ['is not offered', { ...policy, allowed: false }, undefined, {}, { trouble: 'not_offered', mostMinor: null }],
    ['asks who the customer is', policy, undefined, { customerId: null }, { trouble: 'customer', mostMinor: null }],
    ['need not ask who they are', { ...policy, needsCustomer: false }, undefined, { customerId: null }, null],
    ['asks for a document', policy, undefined, { document: null }, { trouble: 'document', mostMinor: null }],
    ['lets only some documents count', policy, undefined, { document: 'id_card' }, { trouble: 'document', mostMinor: null }],
    ['need not ask for one', { ...policy, documents: [] }, undefined, { document: null }, null],
    ['ends with its limit', policy, undefined, { refundMinor: 10_000 }, null],
    ['limits a return', policy, undefined, { refundMinor: 10_001 }, { trouble: 'return_limit', mostMinor: 10_000 }],
    ['limits what a customer gets', policy, before(7_001), {}, { trouble: 'customer_limit', mostMinor: 4_999 }],
    ['counts up to the limit of a customer', policy, before(7_000), {}, null],
    ['limits how often a customer comes', policy, twice, {}, { trouble: 'customer_returns', mostMinor: 0 }],
    ['forgets what was long ago', policy, twice, { at: '2026-06-30T12:00:00.000Z' }, null],
    ['may have no limits', open, twice, { refundMinor: 1_000_000 }, null],
  ] as const)('%s', (_what, by, use, given, against) => {
    expect(againstPolicy(by, use, { ...asked, ...given })).toEqual(against);
  });

  it('says how much can be given now', () => {
    expect(mostWithoutReceipt(policy, undefined, asked)).toBe(10_000);
    expect(mostWithoutReceipt(policy, before(7_000), asked)).toBe(5_000);
    expect(mostWithoutReceipt(policy, before(13_000), asked)).toBe(0);
    expect(mostWithoutReceipt(open, before(13_000), asked)).toBeNull();
    expect(mostWithoutReceipt(policy, before(7_000), { ...asked, customerId: null })).toBe(10_000);
  });

  it('is not offered unless a company says so', () => {
    expect(noReceiptPolicy.standard.allowed).toBe(false);
    expect(noReceiptPolicy.read({ ...policy, documents: ['passport', 'passport'] })).toBeUndefined();
    expect(noReceiptPolicy.read(policy)).toEqual(policy);
  });
});
