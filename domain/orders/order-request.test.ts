import { describe, expect, it } from 'vitest';
import { webOrder as order, withPrice } from '../../test/support/web-order.ts';
import { orderRequest, writeOrderRequest } from './order-request.ts';

const shipped = (shipTo: object) => ({ ...writeOrderRequest(order), fulfillment: { kind: 'ship', shipTo } });

describe('the form of an order', () => {
  it.each([
    [1250],
    [12.5],
    ['12,50'],
    ['-1'],
    ['$12.50'],
    [{ minor: 12.5, currency: 'USD' }],
    [{ minor: 1250 }],
    [null],
    ['1000000000000000.00'],
  ])('refuses the price %j by its schema, and says how it is written', (price) => {
    const parsed = orderRequest.safeParse(withPrice(price));
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['lines', 0, 'unitPrice'] });
    expect(parsed.error?.issues[0]?.message).toContain('"12.50"');
  });

  it('refuses a price of 1e15 in minor units', () => {
    const parsed = orderRequest.safeParse(withPrice({ minor: 1e15, currency: 'USD' }));
    expect(parsed.error?.issues).toMatchObject([{ path: ['lines', 0, 'unitPrice', 'minor'], code: 'too_big' }]);
  });

  it('refuses a currency that ISO 4217 does not have', () => {
    expect(orderRequest.safeParse(withPrice('1.00', 'QQQ')).error?.issues[0]).toMatchObject({ path: ['currency'] });
  });

  it.each([
    ['line1', { line1: ' ', city: 'City', postalCode: '1', country: 'US' }],
    ['country', { line1: '1 Main Street', city: 'City', postalCode: '1', country: 'United States' }],
    ['country', { line1: '1 Main Street', city: 'City', postalCode: '1', country: 'us' }],
  ])('refuses by its schema an address with no good %s', (field, shipTo) => {
    expect(orderRequest.safeParse(shipped(shipTo)).error?.issues).toMatchObject([{ path: ['fulfillment', 'shipTo', field] }]);
  });
});
