import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPriceOf, priceBookOf, priceListOf } from '../../test/support/price-lists.ts';
import { areRivals, listPriceFault, overlapFault, priceListFault } from './check-price-list.ts';
import type { ListPrice, PriceList } from './price-list.ts';
import { choosePrices } from './price-of.ts';

const stores = new Set(['S1', 'S2']);

describe('priceListFault', () => {
  it.each<[string, Partial<PriceList>, string]>([
    ['an unknown currency', { currency: 'ABC' }, 'currency'],
    ['an end before its start', { startsOn: '2026-02-01', endsOn: '2026-01-31' }, 'endsOn'],
    ['an unknown store', { storeIds: ['S1', 'S9'] }, 'storeIds.1'],
    ['customers and groups', { customerIds: ['C1'], customerGroups: ['staff'] }, 'customerGroups'],
  ])('refuses %s, and says what to do', (_what, given, field) => {
    const fault = priceListFault(priceListOf(given), stores);
    expect(fault?.field).toBe(field);
    expect(fault?.fix).toMatch(/\.$/);
  });

  it.each<[string, Partial<PriceList>]>([
    ['of one day, for some stores', { startsOn: '2026-02-01', endsOn: '2026-02-01', storeIds: ['S2'] }],
    ['with a first day alone', { startsOn: '2026-02-01' }],
    ['with a last day alone', { endsOn: '2026-02-01' }],
    ['for customers', { customerIds: ['C1'] }],
    ['for groups', { customerGroups: ['staff'] }],
  ])('takes a list %s', (_what, given) => {
    expect(priceListFault(priceListOf(given), stores)).toBeNull();
  });

  it('names what is wrong, for people and for programs', () => {
    expect(priceListFault(priceListOf({ storeIds: ['S9', 'S1'] }), stores)).toEqual({
      code: 'unknown_store',
      field: 'storeIds.0',
      issue: 'is S9, and there is no such store',
      fix: 'Give the id of a store.',
    });
    expect(priceListFault(priceListOf({ startsOn: '2026-02-02', endsOn: '2026-02-01' }), stores)).toMatchObject({
      code: 'dates_reversed',
      issue: 'is before `startsOn`',
    });
    expect(priceListFault(priceListOf({ currency: 'ABC' }), stores)).toMatchObject({
      code: 'unknown_currency',
      issue: 'is ABC, which ISO 4217 does not have',
    });
    expect(priceListFault(priceListOf({ customerIds: ['C1'], customerGroups: ['staff'] }), stores)?.code).toBe('customers_and_groups');
  });
});

describe('listPriceFault', () => {
  const at = (fromQuantity: number, unitPrice: number) => ({ fromQuantity, unitPrice });
  it.each<[string, Partial<ListPrice>, string]>([
    ['an absurd price', { unitPrice: 10 ** 14 }, 'unitPrice'],
    ['an end before its start', { startsOn: '2026-02-01', endsOn: '2026-01-31' }, 'endsOn'],
    ['breaks out of order', { breaks: [at(6, 90_000), at(3, 80_000)] }, 'breaks.1.fromQuantity'],
    ['one break twice', { breaks: [at(6, 90_000), at(6, 80_000)] }, 'breaks.1.fromQuantity'],
    ['a break that is dearer than one unit', { breaks: [at(6, 100_001)] }, 'breaks.0.unitPrice'],
    ['a break that is dearer than the one before', { breaks: [at(6, 80_000), at(12, 90_000)] }, 'breaks.1.unitPrice'],
  ])('refuses %s, and says what to do', (_what, given, field) => {
    const fault = listPriceFault(listPriceOf(given), priceListOf());
    expect(fault?.field).toBe(field);
    expect(fault?.fix).toMatch(/\.$/);
  });

  it('takes a break from two units on, and one that costs as much as fewer do', () => {
    expect(listPriceFault(listPriceOf({ breaks: [at(2, 100_000), at(3, 90_000), at(4, 90_000)] }), priceListOf())).toBeNull();
  });

  it.each<[Partial<ListPrice>, string, RegExp]>([
    [{ unitPrice: 10 ** 14 }, 'price_absurd', /^is 1000000000 USD or more$/],
    [{ breaks: [at(6, 1), at(6, 1)] }, 'breaks_out_of_order', /^is not above the one before it$/],
    [{ breaks: [at(6, 100_001)] }, 'break_dearer', /^is dearer than fewer units are$/],
  ])('names what is wrong: %j is %s', (given, code, issue) => {
    expect(listPriceFault(listPriceOf(given), priceListOf())).toMatchObject({ code, issue: expect.stringMatching(issue) as string });
  });

  it.each([
    ['USD', 999_999_999 * 100_000, true],
    ['USD', 10 ** 9 * 100_000, false],
    ['JPY', 999_999_999 * 1000, true],
    ['JPY', 10 ** 9 * 1000, false],
  ])('[M3] the most that %s can ask is below a thousand million of it (%i)', (currency, unitPrice, isTaken) => {
    expect(listPriceFault(listPriceOf({ unitPrice }), priceListOf({ currency })) === null).toBe(isTaken);
  });
});

describe('overlapFault', () => {
  const list = priceListOf();
  const of = (startsOn: string | null, endsOn: string | null) => ({ list, price: listPriceOf({ startsOn, endsOn }) });

  it.each([
    ['an open price and a newer one', of(null, null), of('2026-06-01', null), null],
    ['one that holds meanwhile', of('2026-01-01', null), of('2026-06-01', '2026-06-30'), null],
    ['one after the other', of('2026-01-01', '2026-05-31'), of('2026-06-01', null), null],
    ['the last day of one is the first of the other', of('2026-01-01', '2026-06-01'), of('2026-06-01', null), 'endsOn'],
    ['the same, the other way round', of('2026-06-01', null), of('2026-01-01', '2026-06-01'), 'startsOn'],
    ['one within another', of('2026-01-01', '2026-12-31'), of('2026-06-01', '2026-06-30'), 'endsOn'],
    ['one without a first day', of(null, '2026-06-01'), of('2026-06-01', '2026-06-30'), 'endsOn'],
    ['the price that it replaces', of('2026-01-01', '2026-12-31'), of('2026-01-01', '2026-06-30'), null],
  ])('in one list: %s', (_what, given, other, field) => {
    expect(overlapFault(given, [other])?.field ?? null).toBe(field);
  });

  it('says which price is in the way, and what to do about it', () => {
    expect(overlapFault(of('2026-01-01', '2026-06-01'), [of('2026-06-01', null)])).toEqual({
      code: 'prices_overlap',
      field: 'endsOn',
      issue: 'overlaps the price of A from 2026-06-01 in the same list',
      fix: 'End it before that day, or give no last day.',
      beside: { sku: 'A', startsOn: '2026-06-01', listId: 'L' },
    });
    expect(overlapFault(of('2026-06-01', null), [of(null, '2026-06-01')])).toEqual({
      code: 'prices_overlap',
      field: 'startsOn',
      issue: 'overlaps the price of A without a first day in the same list',
      fix: 'Begin it later, or change the last day of the other.',
      beside: { sku: 'A', startsOn: null, listId: 'L' },
    });
    expect(overlapFault({ list, price: listPriceOf() }, [{ list: priceListOf({ id: 'M' }), price: listPriceOf() }])?.code).toBe(
      'lists_overlap',
    );
  });

  const other = (given: Partial<PriceList>) => priceListOf({ id: 'M', ...given });
  it.each<[string, PriceList, PriceList, boolean]>([
    ['two lists for everybody', priceListOf(), other({}), true],
    ['another priority', priceListOf(), other({ priority: 99 }), false],
    ['another currency', priceListOf(), other({ currency: 'EUR' }), false],
    ['another standing', priceListOf(), other({ storeIds: ['S1'] }), false],
    ['one after the other', priceListOf({ endsOn: '2026-05-31' }), other({ startsOn: '2026-06-01' }), false],
    ['on one day together', priceListOf({ endsOn: '2026-06-01' }), other({ startsOn: '2026-06-01' }), true],
    ['a store in common', priceListOf({ storeIds: ['S1'] }), other({ storeIds: ['S2', 'S1'] }), true],
    ['other stores', priceListOf({ storeIds: ['S1'] }), other({ storeIds: ['S2'] }), false],
    ['a group in common', priceListOf({ customerGroups: ['a'] }), other({ customerGroups: ['b', 'a'] }), true],
    ['other groups', priceListOf({ customerGroups: ['a'] }), other({ customerGroups: ['b'] }), false],
    [
      'a group here and there',
      priceListOf({ customerGroups: ['a'], storeIds: ['S1'] }),
      other({ customerGroups: ['a'], storeIds: ['S2'] }),
      false,
    ],
    ['a contract in common', priceListOf({ customerIds: ['C1'] }), other({ customerIds: ['C1'], storeIds: ['S1'] }), true],
    ['other contracts', priceListOf({ customerIds: ['C1'] }), other({ customerIds: ['C2'] }), false],
  ])('of two lists: %s', (_what, one, second, areSo) => {
    expect([areRivals(one, second), areRivals(second, one)]).toEqual([areSo, areSo]);
    const fault = overlapFault({ list: one, price: listPriceOf() }, [{ list: second, price: listPriceOf() }]);
    expect(fault !== null).toBe(areSo);
    if (areSo) expect(fault).toMatchObject({ field: 'startsOn', issue: expect.stringContaining('list M') as string });
  });

  it('the dates of the prices count as those of the lists do', () => {
    const one = { list, price: listPriceOf({ endsOn: '2026-05-31' }) };
    expect(overlapFault(one, [{ list: other({}), price: listPriceOf({ startsOn: '2026-06-01' }) }])).toBeNull();
    expect(overlapFault(one, [{ list: other({ startsOn: '2026-06-01' }), price: listPriceOf() }])).toBeNull();
    expect(overlapFault(one, [{ list: other({ endsOn: '2026-05-31' }), price: listPriceOf() }])).not.toBeNull();
  });

  it('of lists that are taken, no two of one standing and priority answer on one day', () => {
    const day = fc.constantFrom(null, '2026-06-01', '2026-06-02', '2026-06-03');
    const span = fc
      .record({ startsOn: day, endsOn: day })
      .filter(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn);
    const given = fc.record({ id: fc.constantFrom('L', 'M'), list: span, price: span });
    fc.assert(
      fc.property(given, given, (a, b) => {
        if (a.id === b.id) return;
        const [one, second] = [a, b].map((of) => ({ list: priceListOf({ id: of.id, ...of.list }), price: listPriceOf(of.price) }));
        if (one === undefined || second === undefined) return;
        const both = ['2026-05-31', '2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].filter((date) =>
          [one, second].every(
            ({ list: of, price }) =>
              choosePrices(priceBookOf([of], [{ ...price, listId: of.id }]), {
                ...{ date, storeId: 'S1', customerGroups: [], customerId: null, currency: 'USD' },
              })('A', 1000) !== null,
          ),
        );
        expect(overlapFault(one, [second]) !== null).toBe(both.length > 0);
      }),
    );
  });
});
