import { describe, expect, it } from 'vitest';
import { pricePage } from '../../domain/price-lists/price-list.ts';
import { PriceIndex } from './price-index.ts';

const page = (listId: string, prices: Readonly<Record<string, number>>, more: object = {}) =>
  pricePage.parse({ listId, sku: Object.keys(prices), unitPrice: Object.values(prices), ...more });

describe('PriceIndex', () => {
  const of = (index: PriceIndex, sku: string) => index.pricesOf(sku).map(({ listId, unitPrice }) => `${listId}${unitPrice}`);

  it('finds the prices of an article in all lists, and what else a page says of them', () => {
    const index = new PriceIndex();
    index.putPage(
      '0|all|L',
      page('L', { A: 1, B: 2 }, { startsOn: [null, '2026-06-01'], breaks: [[{ fromQuantity: 2, unitPrice: 0 }], []] }),
    );
    index.putPage('0|all|M', page('M', { B: 3 }, { endsOn: ['2026-06-30'] }));
    expect(index.pricesOf('A')).toEqual([
      { listId: 'L', sku: 'A', unitPrice: 1, startsOn: null, endsOn: null, breaks: [{ fromQuantity: 2, unitPrice: 0 }] },
    ]);
    expect(index.pricesOf('B')).toEqual([
      { listId: 'L', sku: 'B', unitPrice: 2, startsOn: '2026-06-01', endsOn: null, breaks: [] },
      { listId: 'M', sku: 'B', unitPrice: 3, startsOn: null, endsOn: '2026-06-30', breaks: [] },
    ]);
    expect(index.pricesOf('C')).toEqual([]);
  });

  it('knows several prices of one article on a page', () => {
    const index = new PriceIndex();
    index.putPage('0|all|L', pricePage.parse({ listId: 'L', sku: ['A', 'A'], unitPrice: [1, 2], startsOn: [null, '2026-06-01'] }));
    expect(of(index, 'A')).toEqual(['L1', 'L2']);
  });

  it('forgets what a page said before, and a page that is gone', () => {
    const index = new PriceIndex();
    const versions = [index.version];
    const put = (...given: Parameters<PriceIndex['putPage']>) => (index.putPage(...given), versions.push(index.version));
    put('0|all|L', page('L', { A: 1, B: 2 }));
    put('0|all|M', page('M', { A: 5 }));
    put('0|all|L', page('L', { B: 3 }));
    expect([of(index, 'A'), of(index, 'B')]).toEqual([['M5'], ['L3']]);
    put('0|all|L', null);
    expect([of(index, 'A'), of(index, 'B')]).toEqual([['M5'], []]);
    expect(new Set(versions).size).toBe(versions.length);
  });
});
