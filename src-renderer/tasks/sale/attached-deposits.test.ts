import { describe, expect, it } from 'vitest';
import { saleLineReduced } from '../../../domain/sale/operations.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { cartLineOf } from '../../../test/support/examples.ts';
import { withIds } from './cart-lines.ts';
import { cartOn, counterDevice, product } from '../../../test/support/counter-device.ts';
import { isAttached, lastOwner, ownerOf, withDeposits } from './attached-deposits.ts';

const articles: readonly Product[] = [
  product,
  { ...product, sku: 'BOTTLE', name: 'Bottle', unitPrice: 8_000, taxClass: 'full', terms: { kind: 'deposit', taxOfGoods: true } },
  { ...product, sku: 'CRATE', name: 'Crate', unitPrice: 150_000, taxClass: 'full', terms: { kind: 'deposit' } },
  { ...product, sku: 'COLA', name: 'Cola', taxClass: 'food', terms: { deposits: [{ sku: 'BOTTLE', quantity: 1 }] } },
  {
    ...product,
    sku: 'BOX',
    name: 'Box',
    taxClass: 'food',
    terms: {
      deposits: [
        { sku: 'BOTTLE', quantity: 20 },
        { sku: 'CRATE', quantity: 1 },
      ],
    },
  },
];
const find = (sku: string) => articles.find((one) => one.sku === sku);
const named = (sku: string): Product => find(sku) ?? product;

async function counter() {
  const device = counterDevice();
  device.catalog.product = find;
  const cart = await cartOn(device);
  const shown = () => cart.state.getState().lines.map(({ sku, quantity, taxClass }) => `${quantity} ${sku} ${taxClass}`);
  const idOf = (sku: string) => cart.state.getState().lines.find((line) => line.sku === sku)?.id ?? '';
  return { device, cart, shown, idOf };
}

describe('the deposit of goods on the counter', () => {
  it('comes with them as a line of its own, follows their quantity and bears their tax or its own', async () => {
    const { cart, shown, idOf } = await counter();
    cart.add(named('BOX'));
    cart.add(product);
    cart.add(named('COLA'), 2);
    expect(shown()).toEqual(['1 BOX food', '20 BOTTLE food', '1 CRATE full', '1 A standard', '2 COLA food', '2 BOTTLE food']);
    cart.add(named('BOX'));
    cart.setQuantity(idOf('COLA'), 5);
    expect(shown()).toEqual(['2 BOX food', '40 BOTTLE food', '2 CRATE full', '1 A standard', '5 COLA food', '5 BOTTLE food']);
  });

  it('goes with them, and is noted with none of the goods that are taken off', async () => {
    const { device, cart, shown, idOf } = await counter();
    cart.add(named('COLA'), 2);
    cart.add(product);
    cart.setQuantity(idOf('COLA'), 0);
    expect(shown()).toEqual(['1 A standard']);
    expect(device.noted.map(({ type }) => type)).toEqual([saleLineReduced.type]);
  });

  it('is changed by no hand: keys and buttons on it are about its goods', async () => {
    const { cart, shown, idOf } = await counter();
    cart.add(named('COLA'), 2);
    cart.setQuantity(idOf('BOTTLE'), 0);
    cart.setQuantity(idOf('BOTTLE'), 9);
    expect(shown()).toEqual(['2 COLA food', '2 BOTTLE food']);
    cart.mark(idOf('BOTTLE'));
    expect(cart.state.getState().touched).toBe(idOf('COLA'));
  });

  it('marks the goods that were scanned, and the last goods when a line is gone', async () => {
    const { cart, idOf } = await counter();
    cart.add(named('COLA'));
    expect(cart.state.getState().touched).toBe(idOf('COLA'));
    cart.add(product);
    cart.setQuantity(idOf('A'), 0);
    expect(cart.state.getState().touched).toBe(idOf('COLA'));
  });

  it('does not come where a sale can have no more lines: the goods stay away with it', async () => {
    const { cart, shown } = await counter();
    const goods = Array.from({ length: 1_999 }, (_, index) => cartLineOf({ sku: `S${index + 1}` }));
    cart.reprice({ lines: withIds(goods), saleDiscount: null });
    cart.add(named('COLA'));
    expect([shown().length, shown().at(-1)]).toEqual([1_999, '1 S1999 standard']);
    cart.add(product);
    expect(shown().length).toBe(2_000);
  });

  it('sold alone is a line that nothing else changes', async () => {
    const { cart, shown, idOf } = await counter();
    cart.add(named('CRATE'));
    cart.add(named('CRATE'));
    expect(shown()).toEqual(['2 CRATE full']);
    cart.setQuantity(idOf('CRATE'), 1);
    expect(shown()).toEqual(['1 CRATE full']);
  });

  it('is found again after a crash, and as the catalog says it by then', async () => {
    const { device, cart, shown } = await counter();
    cart.add(named('COLA'), 3);
    expect((await cartOn(device)).state.getState().lines).toEqual(cart.state.getState().lines);
    device.catalog.product = (sku) => (sku === 'COLA' ? { ...product, sku: 'COLA' } : find(sku));
    expect((await cartOn(device)).state.getState().lines.map(({ sku }) => sku)).toEqual(['COLA']);
    expect(shown()).toHaveLength(2);
  });

  it('stays while the catalog is on its way, and is the same object while nothing changes', async () => {
    const { cart, idOf } = await counter();
    cart.add(named('COLA'), 3);
    const { lines } = cart.state.getState();
    expect(withDeposits(lines, { product: () => undefined })).toBe(lines);
    expect(withDeposits(lines, { product: find })).toBe(lines);
    expect([lastOwner(lines), ownerOf(lines, idOf('BOTTLE')), lines.map(isAttached)]).toEqual([idOf('COLA'), idOf('COLA'), [false, true]]);
    expect(lastOwner([])).toBeNull();
  });
});
