import { expect, it } from 'vitest';
import { type Customer, unnamedCustomer } from '../../../../domain/customers/customer.ts';
import { cartOn, counterDevice, product } from '../../../../test/support/counter-device.ts';
import { scanCard } from './scan-card.ts';

const holder = (id: string, cardNumber: string | null): Customer => ({ ...unnamedCustomer(id), cardNumber });
/** Everybody is found by everything: who has the card is asked of each. */
const customers = { search: () => [holder('C1', null), holder('C2', 'L-1000'), holder('C3', 'L-2000'), holder('C4', 'l 2000')] };

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
  const sentence = 'This sale is being paid. Choose the customer in the next one.';
  expect(scanCard(cart, customers, code)).toEqual({ kind: 'refused', sentence });
  expect(cart.state.getState().customerId).toBeNull();
});
