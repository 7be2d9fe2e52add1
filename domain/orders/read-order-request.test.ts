import { describe, expect, it } from 'vitest';
import { webOrder as order, withPrice } from '../../test/support/web-order.ts';
import { orderRequest, writeOrderRequest } from './order-request.ts';
import { readOrderRequest, readRefusedOrder } from './read-order-request.ts';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const read = (body: unknown) => readOrderRequest(orderRequest.parse(body), NOW);

describe('reading an order as the web shop sends it', () => {
  it.each([
    ['12.50', 'USD', 1_250_000],
    ['0.001', 'USD', 100],
    ['120', 'JPY', 120_000],
    ['1.250', 'KWD', 1_250_000],
    [{ minor: 1250, currency: 'USD' }, 'USD', 1_250_000],
    [{ minor: 120, currency: 'JPY' }, 'JPY', 120_000],
  ])('[M1, M3] takes the price %j in %s', (price, currency, unitPrice) => {
    expect(read(withPrice(price, currency))).toMatchObject({ ok: true, value: { lines: [{ unitPrice }] } });
  });

  it.each([
    [{ minor: 1250, currency: 'EUR' }, 'in EUR, the order in USD'],
    ['1.234567', '2 decimals'],
  ])('refuses the price %j of an order in USD', (price, words) => {
    expect(read(withPrice(price))).toMatchObject({
      ok: false,
      refusal: { faults: [{ field: 'lines.0.unitPrice', message: expect.stringContaining(words) as string }] },
    });
  });

  it.each([['2026-11-25T10:00:00-05:00'], ['2026-11-25T15:00:00Z'], ['2026-11-25T15:00:00.000Z']])('takes the time %s', (placedAt) => {
    expect(read({ ...writeOrderRequest(order), placedAt })).toMatchObject({ ok: true, value: { placedAt: order.placedAt } });
  });

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
    expect(parsed.success ? readOrderRequest(parsed.data, NOW) : null).toEqual(
      read === null ? null : { ok: true, value: { ...order, ...read } },
    );
  });

  it('reads by when it was promised, into UTC', () => {
    const promised = (promisedAt: string) => ({ ...writeOrderRequest(order), promisedAt });
    expect(read(promised('2026-11-25T13:00:00-05:00'))).toMatchObject({ ok: true, value: { promisedAt: '2026-11-25T18:00:00.000Z' } });
    expect(orderRequest.safeParse({ ...writeOrderRequest(order), promisedAt: 'noon' }).error?.issues[0]).toMatchObject({
      path: ['promisedAt'],
    });
  });

  it('reads back what it writes', () => {
    expect(read(writeOrderRequest(order))).toEqual({ ok: true, value: order });
  });

  const shipped = (shipTo: object) => ({ ...writeOrderRequest(order), fulfillment: { kind: 'ship', shipTo } });

  it('reads what is left out as null, or as nothing', () => {
    const sent = { ...shipped({ line1: "1 Queen's Road", country: 'HK' }), customer: { name: 'Customer' } };
    expect(read(sent)).toMatchObject({
      ok: true,
      value: {
        customer: { name: 'Customer', email: null, phone: null },
        fulfillment: { position: null, shipTo: { line1: "1 Queen's Road", city: '', region: '', postalCode: '', country: 'HK' } },
      },
    });
  });

  it('finds what else is wrong with an order that the schema refuses, and keeps what can be looked up', () => {
    const [line] = writeOrderRequest(order).lines;
    const sent = {
      ...shipped({ line1: '', city: '', postalCode: '', country: 'US' }),
      placedAt: '2030-01-01T00:00:00Z',
      lines: [{ ...line, quantity: 0 }, { ...line, unitPrice: '1.234567' }, line, 'none', { ...line, substitutes: [{ sku: 'B' }, 7] }],
    };
    const { faults, parts } = readRefusedOrder(sent, NOW);
    expect(faults.map(({ field }) => field)).toEqual([
      ...['placedAt', 'fulfillment.shipTo.city', 'fulfillment.shipTo.postalCode', 'lines.1.unitPrice'],
    ]);
    expect(parts).toMatchObject({ currency: 'USD', storeId: null });
    expect(parts.lines.map(({ sku, line: whole }) => [sku, whole !== null])).toEqual([
      ['A', false],
      ['A', false],
      ['A', true],
      [null, false],
      ['A', false],
    ]);
    expect(parts.lines[4]?.substitutes).toEqual(['B', null]);
    for (const nothing of [null, undefined, 'text', 7, [], {}, { lines: 7, fulfillment: [] }]) {
      expect(readRefusedOrder(nothing, NOW)).toEqual({ faults: [], parts: { currency: null, storeId: null, shipping: null, lines: [] } });
    }
  });
});
