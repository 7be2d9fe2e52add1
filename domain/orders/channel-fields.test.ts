import fc from 'fast-check';
import { expect, it } from 'vitest';
import { webOrder } from '../../test/support/web-order.ts';
import { orderRequest, writeOrderRequest } from './order-request.ts';
import { readOrderRequest } from './read-order-request.ts';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const PAID = { reference: 'pi_1', method: 'card', amountMinor: 2166, captured: true };
const sent = (more: object) => ({ ...writeOrderRequest(webOrder), ...more });

it.each<[object, object]>([
  [{ channel: 'market-place_2' }, { channel: 'market-place_2' }],
  [{ note: ' Ring twice.\nThanks ' }, { note: 'Ring twice.\nThanks' }],
  [{ language: 'de' }, { language: 'de' }],
  [{ language: 'zh-Hant-TW' }, { language: 'zh-Hant-TW' }],
  [{ shipping: { totalMinor: 0, taxMinor: 0 } }, { shipping: { totalMinor: 0, taxMinor: 0 } }],
  [{ payments: [] }, { payments: [] }],
  [{ payments: [{ ...PAID, reference: ' pi_1 ' }] }, { payments: [PAID] }],
  [{ fields: { 'gift wrap': true, weight: 1.5, source: 'Ö' } }, { fields: { 'gift wrap': true, weight: 1.5, source: 'Ö' } }],
])('%j is read as %j', (given, read) => {
  expect(readOrderRequest(orderRequest.parse(sent(given)), NOW)).toEqual({ ok: true, value: { ...webOrder, ...read } });
});

it.each<[object, (string | number)[]]>([
  [{ channel: '' }, ['channel']],
  [{ channel: 'Web Shop' }, ['channel']],
  [{ channel: 'x'.repeat(33) }, ['channel']],
  [{ channel: null }, ['channel']],
  [{ note: ' ' }, ['note']],
  [{ note: 'x'.repeat(1001) }, ['note']],
  [{ language: 'de_DE' }, ['language']],
  [{ language: 'German' }, ['language']],
  [{ shipping: { totalMinor: 499 } }, ['shipping', 'taxMinor']],
  [{ shipping: { totalMinor: -1, taxMinor: 0 } }, ['shipping', 'totalMinor']],
  [{ shipping: { totalMinor: 4.99, taxMinor: 0 } }, ['shipping', 'totalMinor']],
  [{ payments: [{ ...PAID, captured: 'yes' }] }, ['payments', 0, 'captured']],
  [{ payments: [PAID, { ...PAID, reference: ' ' }] }, ['payments', 1, 'reference']],
  [{ payments: Array.from({ length: 21 }, () => PAID) }, ['payments']],
  [{ fields: { deep: { er: 1 } } }, ['fields', 'deep']],
  [{ fields: { list: [1] } }, ['fields', 'list']],
  [{ fields: { nothing: null } }, ['fields', 'nothing']],
  [{ fields: { long: 'x'.repeat(4096) } }, ['fields']],
  [{ fields: { long: 'ä'.repeat(2048) } }, ['fields']],
  [{ fields: 'text' }, ['fields']],
])('%j is refused at %j', (given, path) => {
  expect(orderRequest.safeParse(sent(given)).error?.issues).toMatchObject([{ path }]);
});

it('keeps the fields of an order and of its lines as they were sent, in any order of their names', () => {
  const fields = fc.dictionary(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__'),
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.integer(), fc.boolean()),
    { maxKeys: 8, noNullPrototype: true },
  );
  fc.assert(
    fc.property(fields, fields, (ofOrder, ofLine) => {
      const order = { ...webOrder, fields: ofOrder, lines: webOrder.lines.map((line) => ({ ...line, fields: ofLine })) };
      expect(readOrderRequest(orderRequest.parse(writeOrderRequest(order)), NOW)).toEqual({ ok: true, value: order });
    }),
  );
});
