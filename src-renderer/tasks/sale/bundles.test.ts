import { describe, expect, it } from 'vitest';
import type { Product } from '../../../domain/catalog/product.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { cartLineOf } from '../../../test/support/examples.ts';
import { cartOn, counterDevice, product } from '../../../test/support/counter-device.ts';

const articles: readonly Product[] = [
  product,
  { ...product, sku: 'CUP', name: 'Cup', unitPrice: 600_000 },
  { ...product, sku: 'COLA', name: 'Cola', unitPrice: 200_000, terms: { deposits: [{ sku: 'BOTTLE', quantity: 1 }] } },
  { ...product, sku: 'BOTTLE', name: 'Bottle', unitPrice: 25_000, terms: { kind: 'deposit' } },
  {
    ...product,
    sku: 'SET',
    name: 'Set',
    unitPrice: 1_000_000,
    terms: {
      components: [
        { sku: 'CUP', quantity: 2 },
        { sku: 'COLA', quantity: 1 },
      ],
    },
  },
];
const find = (sku: string) => articles.find((one) => one.sku === sku);
const set = articles.at(-1) ?? product;
const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 0 }), promotions: [], date: '2026-03-02', storeId: 'S1' };

async function counter() {
  const device = counterDevice();
  device.catalog.product = find;
  const cart = await cartOn(device);
  const lines = () => cart.state.getState().lines;
  return { device, cart, lines, shown: () => lines().map(({ sku, quantity }) => `${quantity} ${sku}`) };
}

describe('a bundle on the counter', () => {
  it('is the goods in it at the price of the bundle, with the deposit that they bear', async () => {
    const { cart, lines, shown } = await counter();
    cart.add(set);
    expect(shown()).toEqual(['2 CUP', '1 COLA', '1 BOTTLE']);
    const priced = priceSale(lines(), rules);
    // 10.00 for what costs 12.00 and 2.00 alone, and 0.25 of deposit.
    expect(priced.lines.map(({ totalMinor }) => totalMinor)).toEqual([857, 143, 25]);
    expect(
      priced.lines.map(({ sku, kind, adjustments }) => [sku, kind, adjustments.map(({ source, sourceId }) => `${source} ${sourceId}`)]),
    ).toEqual([
      ['CUP', 'goods', ['bundle SET']],
      ['COLA', 'goods', ['bundle SET']],
      ['BOTTLE', 'deposit', []],
    ]);
  });

  it('stands apart from the same goods and from the next bundle, and goes as a whole', async () => {
    const { cart, shown, lines } = await counter();
    cart.add(set);
    cart.add(find('CUP') ?? product);
    cart.add(set, 2);
    expect(shown()).toEqual(['2 CUP', '1 COLA', '1 BOTTLE', '1 CUP', '4 CUP', '2 COLA', '2 BOTTLE']);
    cart.setQuantity(lines()[0]?.id ?? '', 1);
    expect(shown()[0]).toBe('2 CUP');
    cart.setQuantity(lines()[1]?.id ?? '', 0);
    expect(shown()).toEqual(['1 CUP', '4 CUP', '2 COLA', '2 BOTTLE']);
    expect(priceSale(lines(), rules).totalMinor).toBe(600 + 2_000 + 50);
  });

  it('is found again after a crash', async () => {
    const { device, cart, lines } = await counter();
    cart.add(set);
    expect((await cartOn(device)).state.getState().lines).toEqual(lines());
  });

  it('is told apart from one that was held, whatever the lines are called by now', async () => {
    const { cart, lines } = await counter();
    const held = { key: '4', sku: 'SET', name: 'Set', unitPrice: 1_000_000, quantity: 1 };
    cart.addLine({ ...cartLineOf({ sku: 'CUP', unitPrice: 600_000, quantity: 2 }), bundle: held });
    cart.add(set);
    cart.add(set);
    expect(new Set(lines().flatMap(({ bundle }) => bundle?.key ?? [])).size).toBe(3);
    expect(priceSale(lines(), rules).totalMinor).toBe(3_000 + 50);
  });

  it('is not sold without goods that the catalog does not have', async () => {
    const { device, cart, shown } = await counter();
    device.catalog.product = (sku) => (sku === 'COLA' ? undefined : find(sku));
    cart.add(set);
    expect(shown()).toEqual([]);
  });
});
