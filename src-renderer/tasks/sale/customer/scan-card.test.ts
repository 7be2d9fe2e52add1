import { expect, it } from 'vitest';
import { type Customer, unnamedCustomer } from '../../../../domain/customers/customer.ts';
import { cartOn, counterDevice, product } from '../../../../test/support/counter-device.ts';
import { findAmong } from '../../../register/customers/find-among.ts';
import { scanCard } from './scan-card.ts';

const holder = (id: string, cardNumber: string | null): Customer => ({ ...unnamedCustomer(id), name: id, cardNumber });
const known = ['C1', 'C2', 'C3', 'C4'].map((id, index) => holder(id, [null, 'L-1000', 'L-2000', 'l 2000'][index] ?? null));
const told = new Map(known.map((one) => [one.id, one]));
const customers = { search: (typed: string) => findAmong({ told, changed: new Map() }, typed, 20) };

it('puts the holder of a card on the sale, and nobody where nobody has it', async () => {
  const cart = await cartOn(counterDevice());
  expect(scanCard(cart, customers, 'L-9999')).toBeNull();
  expect(cart.state.getState().customerId).toBeNull();
  expect(scanCard(cart, customers, 'L-1000')).toEqual({ kind: 'done' });
  expect(cart.state.getState().customerId).toBe('C2');
});

it('chooses nobody where several have the number', async () => {
  const cart = await cartOn(counterDevice());
  expect(scanCard(cart, customers, 'L-2000')).toEqual({ kind: 'several', code: 'L-2000' });
  expect(cart.state.getState().customerId).toBeNull();
});

it.each(['L-1000', 'L-2000'])('says why %s does not count while the sale is being paid', async (code) => {
  const cart = await cartOn(counterDevice());
  cart.add(product);
  cart.pay({ lines: [], totalMinor: 100, taxMinor: 0, coupons: [] });
  expect(scanCard(cart, customers, code)).toEqual({
    kind: 'refused',
    sentence: 'This sale is being paid, and its customer stays. Scan the card in the next sale.',
  });
  expect(cart.state.getState().customerId).toBeNull();
});
