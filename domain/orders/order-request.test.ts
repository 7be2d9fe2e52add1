import { describe, expect, it } from 'vitest';
import type { OrderIntake } from './order-intake.ts';
import { orderRequest, readOrderRequest, writeOrderRequest } from './order-request.ts';

const order: OrderIntake = {
  number: '#1001',
  placedAt: '2026-11-25T15:00:00.000Z',
  currency: 'USD',
  customer: { name: 'Customer', email: null, phone: null },
  fulfillment: { kind: 'pickup', storeId: 'S1', pickupCode: '4711' },
  lines: [{ sku: 'A', quantity: 2, unitPrice: 1_250_000, totalMinor: 2500, taxMinor: 0 }],
};
const withPrice = (unitPrice: unknown, currency = 'USD') => ({ ...order, currency, lines: [{ ...order.lines[0], unitPrice }] });

describe('an order as the web shop sends it', () => {
  it.each([
    ['12.50', 'USD', 1_250_000],
    ['0.001', 'USD', 100],
    ['120', 'JPY', 120_000],
    ['1.250', 'KWD', 1_250_000],
    [{ minor: 1250, currency: 'USD' }, 'USD', 1_250_000],
    [{ minor: 120, currency: 'JPY' }, 'JPY', 120_000],
  ])('[M1, M3] takes the price %j in %s', (price, currency, unitPrice) => {
    const read = readOrderRequest(orderRequest.parse(withPrice(price, currency)));
    expect(read).toMatchObject({ ok: true, value: { lines: [{ unitPrice }] } });
  });

  it.each([[1250], [12.5], ['12,50'], ['-1'], ['$12.50'], [{ minor: 12.5, currency: 'USD' }], [{ minor: 1250 }], [null]])(
    'refuses the price %j by its schema, and says how it is written',
    (price) => {
      const parsed = orderRequest.safeParse(withPrice(price));
      expect(parsed.error?.issues[0]).toMatchObject({ path: ['lines', 0, 'unitPrice'] });
      expect(parsed.error?.issues[0]?.message).toContain('"12.50"');
    },
  );

  it.each([
    [{ minor: 1250, currency: 'EUR' }, 'in EUR, the order in USD'],
    ['1.234567', '2 decimals'],
  ])('refuses the price %j of an order in USD', (price, words) => {
    const read = readOrderRequest(orderRequest.parse(withPrice(price)));
    expect(read).toMatchObject({ ok: false, refusal: { field: 'lines.0.unitPrice' } });
    expect(read.ok ? '' : read.refusal.message).toContain(words);
  });

  it.each([['2026-11-25T10:00:00-05:00'], ['2026-11-25T15:00:00Z'], ['2026-11-25T15:00:00.000Z']])('takes the time %s', (placedAt) => {
    expect(readOrderRequest(orderRequest.parse({ ...writeOrderRequest(order), placedAt }))).toMatchObject({
      ok: true,
      value: { placedAt: order.placedAt },
    });
  });

  it.each([['9999-12-31T23:59:59-05:00'], ['0001-01-01T00:00:00+05:00'], ['0000-06-01T00:00:00Z']])(
    'refuses the time %s, which no calendar has in UTC',
    (placedAt) => {
      expect(readOrderRequest(orderRequest.parse({ ...writeOrderRequest(order), placedAt }))).toMatchObject({
        ok: false,
        refusal: { field: 'placedAt' },
      });
    },
  );

  it.each([
    [
      { priority: 9, shippingMethod: ' Express ' },
      { priority: 9, shippingMethod: 'Express' },
    ],
    [{ priority: 10 }, null],
    [{ priority: 0.5 }, null],
    [{ shippingMethod: ' ' }, null],
    [{ shippingMethod: 'x'.repeat(41) }, null],
    [{ giftMessage: ' Happy birthday!\nYours, Ann ' }, { giftMessage: 'Happy birthday!\nYours, Ann' }],
    [{ giftMessage: ' ' }, null],
    [{ giftMessage: 'x'.repeat(501) }, null],
  ])('how urgent it is and how it is sent: %j is read as %j', (given, read) => {
    const parsed = orderRequest.safeParse({ ...writeOrderRequest(order), ...given });
    expect(parsed.success ? readOrderRequest(parsed.data) : null).toEqual(
      read === null ? null : { ok: true, value: { ...order, ...read } },
    );
  });

  it('reads by when it was promised, into UTC', () => {
    const promised = (promisedAt: string) => readOrderRequest(orderRequest.parse({ ...writeOrderRequest(order), promisedAt }));
    expect(promised('2026-11-25T13:00:00-05:00')).toMatchObject({ ok: true, value: { promisedAt: '2026-11-25T18:00:00.000Z' } });
    expect(promised('2026-11-25T14:59:59Z')).toMatchObject({ ok: false, refusal: { field: 'promisedAt' } });
    expect(promised('9999-12-31T23:59:59-05:00')).toMatchObject({ ok: false, refusal: { field: 'promisedAt' } });
    expect(orderRequest.safeParse({ ...writeOrderRequest(order), promisedAt: 'noon' }).error?.issues[0]).toMatchObject({
      path: ['promisedAt'],
    });
  });

  it('refuses a currency that ISO 4217 does not have', () => {
    expect(orderRequest.safeParse(withPrice('1.00', 'QQQ')).error?.issues[0]).toMatchObject({ path: ['currency'] });
  });

  it('reads back what it writes', () => {
    expect(readOrderRequest(orderRequest.parse(writeOrderRequest(order)))).toEqual({ ok: true, value: order });
  });
});
