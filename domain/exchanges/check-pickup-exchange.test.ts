import { describe, expect, it } from 'vitest';
import { knowing, ONE_STAYS, READY, swapped } from '../../test/support/pickup-exchanges.ts';
import { pickupExchangeFault } from './check-pickup-exchange.ts';
import type { PickupExchanged } from './pickup-exchange.ts';

const even = swapped(ONE_STAYS, 3_333);
const fault = (payload: PickupExchanged) => pickupExchangeFault(knowing(READY), payload)?.code ?? null;
const backWith = (given: Partial<NonNullable<PickupExchanged['back']>>): PickupExchanged => ({
  ...even,
  back: even.back && { ...even.back, ...given },
});
const linesWith = (given: object) => backWith({ lines: even.back?.lines.map((line) => ({ ...line, ...given })) ?? [] });

describe('pickupExchangeFault', () => {
  it.each<[string, PickupExchanged, string | null]>([
    ['nothing', even, null],
    ['money of units that the customer took', { ...even, handover: { ...even.handover, notTaken: [] } }, 'pickup_return'],
    ['money of more units than stayed', linesWith({ quantity: 2 }), 'pickup_return'],
    ['money of another delivery', linesWith({ fulfillmentOrderId: 'F9' }), 'pickup_return'],
    ['goods that had left', linesWith({ orderId: null }), 'pickup_return'],
    ['a sale in place of the order', backWith({ origin: { kind: 'sale', receiptNumber: 'A1-000001' } }), 'pickup_return'],
    ['more than was paid for them', backWith({ refundMinor: 3_334 }), 'refund_total'],
    ['a value that nothing gives', { ...even, back: null }, 'exchange_tender'],
    ['a sale that is off', { ...even, sold: { ...even.sold, totalMinor: 3_334 } }, 'sale_total'],
  ])('[M1] finds %s', (_what, payload, code) => {
    expect(fault(payload)).toBe(code);
  });

  it('[M1] finds a sale that is off where all was taken', () => {
    const more = swapped([], 1_000, 1_000);
    expect([fault(more), fault({ ...more, sold: { ...more.sold, totalMinor: 999 } })]).toEqual([null, 'sale_total']);
  });
});
