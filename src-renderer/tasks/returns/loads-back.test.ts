import { expect, it } from 'vitest';
import { cartLineOf, saleOf, storedValueOf } from '../../../test/support/examples.ts';
import { whyLoadsStay } from './loads-back.ts';
import { chooseAll, sourceOf } from './return-form.ts';

const cards = ['SV-1', 'SV-2'].map((reference) => cartLineOf({ kind: 'gift_card', reference, unitPrice: 5_000_000 }));
const source = sourceOf({ kind: 'sale', sale: saleOf([cartLineOf(), ...cards]) });
const CAPS = { cardMinor: 5_000, accountMinor: 5_000 };
const all = chooseAll(source, new Map());

/** A server that knows these balances. */
function asked(balances: Readonly<Record<string, number>>) {
  const told: string[] = [];
  const findStoredValue = async (id: string) => {
    told.push(id);
    return { from: 'server', value: storedValueOf(balances[id] ?? 0, { id }) } as const;
  };
  return { told, services: { findStoredValue } };
}

it('gift cards come back with all of their money alone', async () => {
  const totals = source.lines.map(({ totalMinor }) => totalMinor);
  const [, first = 0, second = 0] = totals;
  const full = asked({ 'SV-1': first, 'SV-2': second });
  expect(await whyLoadsStay(full.services, source, all, CAPS)).toBeNull();
  expect(full.told).toEqual(['SV-1', 'SV-2']);
  const used = asked({ 'SV-1': first, 'SV-2': second - 1 });
  expect(await whyLoadsStay(used.services, source, all, CAPS)).toBe('gift_card_used');
});

it('goods ask nobody', async () => {
  const goods = asked({});
  expect(await whyLoadsStay(goods.services, source, new Map([['\n1', { quantity: 1, disposition: 'restock' }]]), CAPS)).toBeNull();
  expect(goods.told).toEqual([]);
});

it('[M1] a payment on an account is given back as long as the account stays within its limit', async () => {
  const payment = sourceOf({
    kind: 'sale',
    sale: saleOf([cartLineOf({ kind: 'account_payment', reference: 'AC-1', unitPrice: 300_000, taxClass: 'none' })]),
  });
  const paid = chooseAll(payment, new Map());
  const [{ totalMinor } = { totalMinor: 0 }] = payment.lines;
  const account = { ...(await asked({}).services.findStoredValue('AC-1')).value, kind: 'account' as const, limitMinor: 1_000 };
  const stays = (balanceMinor: number, isOnline = true) => {
    const value = { ...account, balanceMinor };
    const known = isOnline ? ({ from: 'server', value } as const) : ({ from: 'copy', value, takenMinor: 4_999 } as const);
    return whyLoadsStay({ findStoredValue: () => Promise.resolve(known) }, payment, paid, CAPS);
  };
  expect(await stays(totalMinor - 1_000)).toBeNull();
  expect(await stays(totalMinor - 1_001)).toBe('account_payment_used');
  expect(await stays(0, false)).toBe('account_offline');
});
