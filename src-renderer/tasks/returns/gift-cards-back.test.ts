import { expect, it } from 'vitest';
import { AT, cartLineOf, saleOf } from '../../../test/support/examples.ts';
import { whyGiftCardsStay } from './gift-cards-back.ts';
import { chooseAll, sourceOf } from './return-form.ts';

const cards = ['SV-1', 'SV-2'].map((reference) => cartLineOf({ kind: 'gift_card', reference, unitPrice: 5_000_000 }));
const source = sourceOf({ kind: 'sale', sale: saleOf([cartLineOf(), ...cards]) });
const all = chooseAll(source, new Map());

/** A server that knows these balances. */
function asked(balances: Readonly<Record<string, number>>) {
  const told: string[] = [];
  const findStoredValue = async (id: string) => {
    told.push(id);
    const balanceMinor = balances[id] ?? 0;
    const value = {
      id,
      kind: 'gift_card',
      storeId: 'S1',
      currency: 'USD',
      balanceMinor,
      limitMinor: 0,
      isBlocked: false,
      issuedAt: AT,
      changedAt: AT,
    } as const;
    return { from: 'server', value } as const;
  };
  return { told, services: { findStoredValue } };
}

it('gift cards come back with all of their money alone', async () => {
  const totals = source.lines.map(({ totalMinor }) => totalMinor);
  const [, first = 0, second = 0] = totals;
  const full = asked({ 'SV-1': first, 'SV-2': second });
  expect(await whyGiftCardsStay(full.services, source, all, 5_000)).toBeNull();
  expect(full.told).toEqual(['SV-1', 'SV-2']);
  const used = asked({ 'SV-1': first, 'SV-2': second - 1 });
  expect(await whyGiftCardsStay(used.services, source, all, 5_000)).toBe('gift_card_used');
});

it('goods ask nobody', async () => {
  const goods = asked({});
  expect(await whyGiftCardsStay(goods.services, source, new Map([['\n1', { quantity: 1, disposition: 'restock' }]]), 5_000)).toBeNull();
  expect(goods.told).toEqual([]);
});
