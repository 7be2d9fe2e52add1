import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPriceOf, priceBookOf, priceListOf } from '../../test/support/price-lists.ts';
import type { ListPrice, PriceList } from './price-list.ts';
import { choosePrices, type PriceContext, type PriceInList } from './price-of.ts';

const context: PriceContext = { date: '2026-06-15', storeId: 'S1', customerGroups: [], customerId: null, currency: 'USD' };

const day = fc.constantFrom(null, '2026-06-01', '2026-06-14', '2026-06-15', '2026-06-16', '2026-06-30');
const price = (lists: number) =>
  fc
    .record({
      listId: fc.nat(lists - 1).map((index) => `L${index}`),
      startsOn: day,
      endsOn: day,
      unitPrice: fc.nat(9),
      breaks: fc
        .uniqueArray(fc.integer({ min: 2, max: 6 }), { maxLength: 3 })
        .map((from) => from.sort((a, b) => a - b).map((fromQuantity) => ({ fromQuantity, unitPrice: 100 - fromQuantity }))),
    })
    .map(({ listId, ...given }): PriceInList => ({ ...listPriceOf(given), listId }));
/** Mostly what decides nothing, so that lists stand beside one another and later rules decide. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const list = fc.record({
  startsOn: mostly(null, day),
  endsOn: mostly(null, day),
  storeIds: mostly<string[]>([], fc.subarray(['S1', 'S2'])),
  customerGroups: mostly<string[]>([], fc.subarray(['staff', 'trade'])),
  customerIds: mostly<string[]>([], fc.subarray(['C1', 'C2'])),
  priority: fc.integer({ min: 1, max: 2 }),
  currency: mostly('USD', fc.constant('EUR')),
});
const world = fc.array(list, { minLength: 1, maxLength: 6 }).chain((given) =>
  fc.record({
    lists: fc.constant(given.map((one, index) => priceListOf({ ...one, id: `L${index}` }))),
    prices: fc.uniqueArray(price(given.length), { selector: (one) => `${one.listId} ${one.startsOn}`, maxLength: 12 }),
  }),
);

/** What the decision says, word by word and without any hurry. */
function oracle(lists: readonly PriceList[], prices: readonly PriceInList[], quantity: number, at: PriceContext): string | null {
  const covers = (from: string | null, to: string | null) => !(from !== null && at.date < from) && !(to !== null && at.date > to);
  const rows = prices.flatMap((one) => {
    const of = lists.find(({ id }) => id === one.listId);
    if (of === undefined || of.currency !== at.currency || !covers(of.startsOn, of.endsOn) || !covers(one.startsOn, one.endsOn)) return [];
    if (of.storeIds.length > 0 && !of.storeIds.some((id) => id === at.storeId)) return [];
    const isContract = of.customerIds.length > 0;
    if (isContract && !of.customerIds.some((id) => id === at.customerId)) return [];
    const isGroup = !isContract && of.customerGroups.length > 0;
    if (isGroup && of.customerGroups.filter((group) => at.customerGroups.includes(group)).length === 0) return [];
    const standing = isContract ? 0 : isGroup ? 1 : of.storeIds.length > 0 ? 2 : 3;
    const begin = [of.startsOn ?? '0000', one.startsOn ?? '0000'].sort()[1] ?? '';
    return [
      { one, keys: [standing, of.priority, -Number(begin.replaceAll('-', '')), of.id, -Number((one.startsOn ?? '0').replaceAll('-', ''))] },
    ];
  });
  const [first] = rows.sort((a, b) => {
    const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
    return at < 0 ? 0 : (a.keys[at] ?? 0) < (b.keys[at] ?? 0) ? -1 : 1;
  });
  if (first === undefined) return null;
  const steps = first.one.breaks.filter(({ fromQuantity }) => quantity >= fromQuantity * 1000);
  return `${first.one.listId} ${steps.at(-1)?.unitPrice ?? first.one.unitPrice}`;
}

describe('choosePrices', () => {
  it('[M1] chooses what a naive search of the same lists finds, whatever their order', () => {
    const at = fc.record({
      date: fc.constantFrom('2026-05-31', '2026-06-14', '2026-06-15', '2026-06-16', '2026-07-01'),
      storeId: fc.constantFrom('S1', 'S2', 'S3'),
      customerGroups: fc.subarray(['staff', 'trade']),
      customerId: fc.constantFrom(null, 'C1', 'C2'),
      currency: mostly('USD', fc.constant('EUR')),
    });
    fc.assert(
      fc.property(world, at, fc.integer({ min: 1, max: 7000 }), ({ lists, prices }, given, quantity) => {
        const expected = oracle(lists, prices, quantity, given);
        for (const book of [priceBookOf(lists, prices), priceBookOf(lists.toReversed(), prices.toReversed())]) {
          const found = choosePrices(book, given)('A', quantity);
          expect(found && `${found.priceListId} ${found.unitPrice}`).toBe(expected);
        }
      }),
    );
  });

  const lists = [
    priceListOf({ id: 'all' }),
    priceListOf({ id: 'store', storeIds: ['S1'] }),
    priceListOf({ id: 'group', customerGroups: ['staff'] }),
    priceListOf({ id: 'contract', customerIds: ['C1'], priority: 900 }),
  ];
  const prices = lists.map(({ id }, index) => ({ ...listPriceOf({ unitPrice: index }), listId: id }));
  const book = priceBookOf(lists, prices);

  it.each([
    ['nobody elsewhere', { storeId: 'S2' }, 'all'],
    ['nobody', {}, 'store'],
    ['a member of the group', { customerGroups: ['staff'] }, 'group'],
    ['a customer with a contract, whatever its priority', { customerGroups: ['staff'], customerId: 'C1' }, 'contract'],
    ['another customer', { customerId: 'C2' }, 'store'],
    ['a sale in another currency', { currency: 'EUR' }, undefined],
  ])('%s gets the list that stands nearest', (_who, given, expected) => {
    expect(choosePrices(book, { ...context, ...given })('A', 1000)?.priceListId).toBe(expected);
  });

  it.each([
    [1000, 500, null],
    [2999, 500, null],
    [3000, 450, 3],
    [11_999, 450, 3],
    [12_000, 400, 12],
  ])('%i thousandths of a unit cost %i', (quantity, unitPrice, fromQuantity) => {
    const breaks = [
      { fromQuantity: 3, unitPrice: 450 },
      { fromQuantity: 12, unitPrice: 400 },
    ];
    const one = priceBookOf([priceListOf()], [{ ...listPriceOf({ unitPrice: 500, breaks }), listId: 'L' }]);
    expect(choosePrices(one, context)('A', quantity)).toEqual({ unitPrice, priceListId: 'L', fromQuantity, breaks });
  });

  it.each([
    ['2026-06-14', 100],
    ['2026-06-15', 90],
    ['2026-06-16', 80],
    ['2026-06-20', 80],
    ['2026-06-21', 90],
  ])('on %s a newer price goes before an open one for as long as it holds', (date, unitPrice) => {
    const all = [
      listPriceOf({ unitPrice: 100 }),
      listPriceOf({ unitPrice: 90, startsOn: '2026-06-15' }),
      listPriceOf({ unitPrice: 80, startsOn: '2026-06-16', endsOn: '2026-06-20' }),
    ].map((one) => ({ ...one, listId: 'L' }));
    expect(choosePrices(priceBookOf([priceListOf()], all), { ...context, date })('A', 1000)?.unitPrice).toBe(unitPrice);
  });

  it.each<[string, Partial<PriceList>, Partial<ListPrice>, Partial<PriceList>, Partial<ListPrice>]>([
    ['the smaller priority', { id: 'B', priority: 1 }, {}, { id: 'A', priority: 2, startsOn: '2026-06-10' }, {}],
    ['the list that began last', { id: 'B', startsOn: '2026-06-10' }, {}, { id: 'A', startsOn: '2026-06-01' }, {}],
    ['the list that began, not one that always held', { id: 'B', startsOn: '2026-06-01' }, {}, { id: 'A' }, {}],
    ['the price that began last', { id: 'B' }, { startsOn: '2026-06-10' }, { id: 'A', startsOn: '2026-06-05' }, {}],
    ['the smallest id', { id: 'A' }, { startsOn: '2026-06-10' }, { id: 'B', startsOn: '2026-06-10' }, { startsOn: '2026-06-01' }],
    [
      'the newer of two prices that are older than their list',
      { id: 'A', startsOn: '2026-06-10' },
      { startsOn: '2026-06-02' },
      { id: 'A' },
      {},
    ],
  ])('of two that hold, %s counts, whichever stands first', (_what, list, price, otherList, otherPrice) => {
    const other = { ...listPriceOf({ ...otherPrice, unitPrice: 2 }), listId: otherList.id ?? '' };
    const prices = [{ ...listPriceOf({ ...price, unitPrice: 1 }), listId: list.id ?? '' }, other];
    const lists = list.id === otherList.id ? [priceListOf(list)] : [priceListOf(list), priceListOf(otherList)];
    for (const book of [priceBookOf(lists, prices), priceBookOf(lists.toReversed(), prices.toReversed())]) {
      expect(choosePrices(book, context)('A', 1000)?.unitPrice).toBe(1);
    }
  });

  it('knows no price of an article that no list names', () => {
    expect(choosePrices(book, context)('B', 1000)).toBeNull();
    expect(choosePrices(priceBookOf([], prices), context)('A', 1000)).toBeNull();
  });
});
