import { describe, expect, it } from 'vitest';
import { cartOn, counterDevice, product } from '../../../../test/support/counter-device.ts';
import { cartLineOf, saleOf } from '../../../../test/support/examples.ts';
import type { RegisterServices } from '../../../kit/register-services.ts';
import { words } from '../../../../texts/words/words.ts';
import { holdSale } from '../use-held-sales.ts';

const EXCHANGE = { number: 'A1-000001', returnId: 'R1', choices: [] };
const SUM = { lines: saleOf([cartLineOf()]).lines, totalMinor: 100, taxMinor: 0, coupons: [] };

describe('an exchange on the counter', () => {
  it('is found again after a crash, with goods and without', async () => {
    const drafts = counterDevice();
    const cart = await cartOn(drafts);
    expect(cart.setExchange(EXCHANGE)).toBe(true);
    expect((await cartOn(drafts)).state.getState()).toMatchObject({ lines: [], exchange: EXCHANGE });
    cart.add(product);
    expect((await cartOn(drafts)).state.getState()).toMatchObject({ lines: [{ sku: 'A' }], exchange: EXCHANGE });
  });

  it('stays when the goods are taken off one by one, ends with the sale, and comes back with a sale that was voided', async () => {
    const cart = await cartOn(counterDevice());
    cart.setExchange(EXCHANGE);
    cart.add(product);
    cart.setQuantity('1', 0);
    expect(cart.state.getState().exchange).toEqual(EXCHANGE);
    cart.add(product);
    const voided = cart.clear('other');
    expect(cart.state.getState().exchange).toBeNull();
    if (voided === null) throw new Error('Nothing was voided.');
    cart.bringBack(voided);
    expect(cart.state.getState().exchange).toEqual(EXCHANGE);
    cart.recorded(cart.state.getState().lines);
    expect(cart.state.getState().exchange).toBeNull();
  });

  it('does not change while money may move for it', async () => {
    const cart = await cartOn(counterDevice());
    cart.add(product);
    cart.pay(SUM);
    expect(cart.setExchange(EXCHANGE)).toBe(false);
    expect(cart.state.getState().exchange).toBeNull();
  });

  it('is not held, and says so', async () => {
    const cart = await cartOn(counterDevice());
    cart.add(product);
    cart.setExchange(EXCHANGE);
    expect(await holdSale({} as RegisterServices, cart, [])).toBe(words('exchange.notHeld'));
    expect(cart.state.getState().lines).toHaveLength(1);
  });
});
