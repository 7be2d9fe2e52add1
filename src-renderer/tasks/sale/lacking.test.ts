import { describe, expect, it } from 'vitest';
import type { Product } from '../../../domain/catalog/product.ts';
import { cartOn, counterDevice, product } from '../../../test/support/counter-device.ts';
import { firstLack, isOnePiece } from './lacking.ts';

const phone: Product = { ...product, sku: 'PHONE', name: 'Phone', terms: { asksSerial: true } };
const repair: Product = { ...product, sku: 'REPAIR', name: 'Repair', terms: { kind: 'service', openPrice: true } };
const find = (sku: string) => [product, phone, repair].find((one) => one.sku === sku);

async function counter() {
  const device = counterDevice();
  device.catalog.product = find;
  const cart = await cartOn(device);
  const lack = () => {
    const found = firstLack(cart.state.getState().lines, { product: find });
    return found === null ? null : [found.what, found.line.id];
  };
  return { cart, lack, shown: () => cart.state.getState().lines.map((line) => [line.sku, line.quantity, line.serialNumbers ?? []]) };
}

describe('a piece that asks for its serial number', () => {
  it('is a line of its own, and each lacks it until it is entered', async () => {
    const { cart, lack, shown } = await counter();
    cart.add(phone, 2);
    cart.add(product);
    expect([shown(), lack()]).toEqual([
      [
        ['PHONE', 1, []],
        ['PHONE', 1, []],
        ['A', 1, []],
      ],
      ['serial', '1'],
    ]);
    expect(cart.enterSerial('1', 'SN-1')).toBe(true);
    expect(lack()).toEqual(['serial', '2']);
    expect(cart.enterSerial('2', 'SN-1')).toBe(false);
    expect(lack()).toEqual(['serial', '2']);
    expect(cart.enterSerial('2', 'SN-2')).toBe(true);
    expect([shown(), lack()]).toEqual([
      [
        ['PHONE', 1, ['SN-1']],
        ['PHONE', 1, ['SN-2']],
        ['A', 1, []],
      ],
      null,
    ]);
  });

  it('lacks nothing where its label says it', async () => {
    const { cart, lack } = await counter();
    cart.add(phone, 1, { serialNumbers: ['SN-9'] });
    expect(lack()).toBeNull();
  });

  it('stays one piece, whatever quantity is typed', async () => {
    const { cart, shown } = await counter();
    cart.add(phone);
    cart.setQuantity('1', 3);
    expect(shown()).toEqual([['PHONE', 1, []]]);
    cart.setQuantity('1', 0);
    expect(shown()).toEqual([]);
  });

  it('has none as long as another store sends it', async () => {
    const { cart, lack } = await counter();
    cart.add(phone);
    cart.order('1', 1, { kind: 'pickup', storeId: 'S2', storeName: 'Two' });
    expect(lack()).toBeNull();
  });
});

describe('an article with an open price', () => {
  it('lacks it until it is entered, and each piece has its own', async () => {
    const { cart, lack } = await counter();
    cart.add(repair);
    expect(lack()).toEqual(['price', '1']);
    cart.enterPrice('1', 2_500_000);
    expect(lack()).toBeNull();
    cart.add(repair);
    expect(lack()).toEqual(['price', '2']);
    expect(cart.state.getState().lines).toMatchObject([
      { kind: 'service', unitPrice: 2_500_000, priceSource: 'entered' },
      { kind: 'service', quantity: 1 },
    ]);
  });

  it('is told apart from what is counted', () => {
    expect([product, phone, repair].map((one) => isOnePiece(one, { product: find }))).toEqual([false, true, true]);
  });
});
