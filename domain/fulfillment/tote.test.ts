import { describe, expect, it } from 'vitest';
import { toteOf, withGoods, withoutGoods } from './tote.ts';

const goods = (lineNo: number, quantity: number) => ({ fulfillmentOrderId: 'F1', orderNumber: 'WEB-7', lineNo, sku: 'A', quantity });

describe('toteOf', () => {
  it.each([
    ['T-', ' t-14 ', 'T-14'],
    ['t-', 'T-14', 'T-14'],
    ['T-', 'T-', null],
    ['T-', '4006381333931', null],
    ['', 'T-14', null],
    ['T-', `T-${'9'.repeat(39)}`, null],
  ])('with totes %j, a scan of %j is tote %s', (prefix, scanned, code) => {
    expect(toteOf(prefix, scanned)).toBe(code);
  });
});

describe('the goods of a tote', () => {
  it('add up by line, and other lines stay apart', () => {
    expect(withGoods([goods(1, 2)], goods(1, 3))).toEqual([goods(1, 5)]);
    expect(withGoods([goods(1, 2)], goods(2, 1))).toEqual([goods(1, 2), goods(2, 1)]);
  });

  it('are less by what is taken out, and never less than none', () => {
    expect(withoutGoods([goods(1, 5), goods(2, 1)], goods(1, 2))).toEqual([goods(1, 3), goods(2, 1)]);
    expect(withoutGoods([goods(1, 5)], goods(1, 9))).toEqual([]);
    expect(withoutGoods([goods(1, 5)], { ...goods(1, 2), fulfillmentOrderId: 'F2' })).toEqual([goods(1, 5)]);
  });
});
