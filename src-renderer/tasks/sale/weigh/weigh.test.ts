import { describe, expect, it } from 'vitest';
import { cartOn, counterDevice, product } from '../../../../test/support/counter-device.ts';
import { accept, refuse } from '../../../../domain/base/result.ts';
import { addWeighed, weigh } from './weigh.ts';
import { waitsForWeight } from './weighed-goods.ts';

const apples = { ...product, sku: '4017', name: 'Green Apples', unitPrice: 399_000, soldBy: 'kg' } as const;
const linesOf = (cart: Awaited<ReturnType<typeof cartOn>>) =>
  cart.state.getState().lines.map(({ sku, quantity, quantityDecimals, unit }) => [sku, quantity, quantityDecimals, unit]);

describe('an article that is sold by weight', () => {
  it('comes onto the counter with the weight of the scale', async () => {
    const cart = await cartOn(counterDevice());
    weigh(cart, { take: (tareGrams) => accept({ grams: 640 - tareGrams, tareGrams }) }, apples);
    expect([linesOf(cart), waitsForWeight(cart.state.getState())]).toEqual([[['4017', 640, 3, 'kg']], null]);
    weigh(cart, { take: (tareGrams) => accept({ grams: 640 - tareGrams, tareGrams }) }, { ...apples, tareGrams: 15 });
    const lines = cart.state.getState().lines;
    expect(lines.map(({ quantity, weighing }) => [quantity, weighing])).toEqual([
      [640, { by: 'scale', tareGrams: 0 }],
      [625, { by: 'scale', tareGrams: 15 }],
    ]);
  });

  it('waits where no weight can be taken, and is a line of its own each time it is weighed', async () => {
    const cart = await cartOn(counterDevice());
    weigh(cart, { take: () => accept({ grams: 640, tareGrams: 0 }) }, apples);
    weigh(cart, { take: () => refuse('used') }, apples);
    expect([linesOf(cart).length, waitsForWeight(cart.state.getState())]).toEqual([1, apples]);
    addWeighed(cart, apples, { grams: 120, by: 'typed', tareGrams: 0 });
    expect([linesOf(cart), waitsForWeight(cart.state.getState())]).toEqual([
      [
        ['4017', 640, 3, 'kg'],
        ['4017', 120, 3, 'kg'],
      ],
      null,
    ]);
  });

  it('does not wait any more once its sale has ended', async () => {
    const cart = await cartOn(counterDevice());
    cart.add(product);
    weigh(cart, { take: () => refuse('away') }, apples);
    cart.clear('other');
    expect(waitsForWeight(cart.state.getState())).toBeNull();
  });
});
