import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Customer } from '../../../../domain/customers/customer.ts';
import type { Store } from '../../../../domain/company/documents.ts';
import { priceListDocument } from '../../../../domain/price-lists/documents.ts';
import type { ListPrice, PriceList } from '../../../../domain/price-lists/price-list.ts';
import { cartOn, counterDevice, product } from '../../../../test/support/counter-device.ts';
import { saleOf } from '../../../../test/support/examples.ts';
import { listPriceOf, priceListOf } from '../../../../test/support/price-lists.ts';
import { documentsOf, type RegisterServices, type StoreView } from '../../../kit/register-services.ts';
import type { Cart } from '../cart-state.ts';
import { pricesHere } from './prices-here.ts';

/** A second before midnight in the store, which is not midnight in UTC. */
const BEFORE = '2026-06-15T03:59:59.000Z';
const AFTER = '2026-06-15T04:00:00.000Z';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(BEFORE) }));
afterEach(() => void vi.useRealTimers());

/** A till in New York, with prices of article A in one list. */
function till(prices: readonly ListPrice[], list: PriceList = priceListOf()) {
  const device = counterDevice();
  const known = { unitPrice: product.unitPrice };
  const given = { prices };
  device.view.setState({
    complete: true,
    store: { id: 'S1', timezone: 'America/New_York' } as Store,
    documents: new Map([[priceListDocument.kind, new Map([[list.id, list]])]]) as StoreView['documents'],
  });
  device.prices = { pricesOf: (sku) => given.prices.filter((one) => one.sku === sku).map((one) => ({ ...one, listId: list.id })) };
  device.catalog = { product: (sku: string) => (sku === 'A' ? { ...product, ...known } : undefined) } as RegisterServices['catalog'];
  return { device, known, given };
}

const shown = (cart: Cart) => cart.state.getState().lines.map(({ quantity, unitPrice, priceSource }) => [quantity, unitPrice, priceSource]);
const told = (cart: Cart) => cart.state.getState().changedPrices.map(({ name, before, after }) => [name, before, after]);

const TOMORROW = [listPriceOf({ unitPrice: 90_000 }), listPriceOf({ unitPrice: 80_000, startsOn: '2026-06-15' })];

it('[S1] at midnight in the store, lines that are not paid and new ones cost the price of the new day, without a connection', async () => {
  const { device } = till(TOMORROW);
  const cart = await cartOn(device);
  cart.add(product);
  cart.refreshPrices();
  expect([shown(cart), told(cart)]).toEqual([[[1, 90_000, 'price_list']], []]);
  vi.setSystemTime(AFTER);
  cart.refreshPrices();
  expect([shown(cart), told(cart)]).toEqual([[[1, 80_000, 'price_list']], [['Article A', 90_000, 80_000]]]);
  cart.noticeSeen();
  cart.add(product);
  expect([shown(cart), told(cart)]).toEqual([[[2, 80_000, 'price_list']], []]);
});

it('what is scanned after midnight costs the new price, before any screen has seen that the day is another', async () => {
  const cart = await cartOn(till(TOMORROW).device);
  vi.setSystemTime(AFTER);
  cart.add(product);
  expect(shown(cart)).toEqual([[1, 80_000, 'price_list']]);
});

it('[J9] what is being paid keeps its price over midnight; what comes after it does not', async () => {
  const cart = await cartOn(till(TOMORROW).device);
  cart.add(product);
  cart.pay({ lines: saleOf([product].map((one) => ({ ...one, quantity: 1 }))).lines, totalMinor: 90, taxMinor: 0, coupons: [] });
  const { paying } = cart.state.getState();
  vi.setSystemTime(AFTER);
  cart.refreshPrices();
  cart.add(product, 2);
  expect(cart.state.getState().paying).toBe(paying);
  expect(told(cart)).toEqual([]);
  cart.recorded(paying?.lines ?? []);
  expect(shown(cart)).toEqual([[2, 80_000, 'price_list']]);
});

it('a payment that was given up leaves the lines at the price of the new day, and says so', async () => {
  const cart = await cartOn(till(TOMORROW).device);
  cart.add(product);
  cart.pay({ lines: [], totalMinor: 90, taxMinor: 0, coupons: [] });
  vi.setSystemTime(AFTER);
  cart.stopPaying();
  expect([shown(cart), told(cart)]).toEqual([[[1, 80_000, 'price_list']], [['Article A', 90_000, 80_000]]]);
});

it('a break counts all units of the article, and a quantity that falls below it takes it away without a word', async () => {
  const cart = await cartOn(till([listPriceOf({ unitPrice: 90_000, breaks: [{ fromQuantity: 3, unitPrice: 70_000 }] })]).device);
  cart.add(product, 2);
  cart.setNote('1', 'gift');
  cart.add(product);
  expect(shown(cart)).toEqual([
    [2, 70_000, 'price_list'],
    [1, 70_000, 'price_list'],
  ]);
  cart.setQuantity('1', 1);
  expect(shown(cart).map(([, unitPrice]) => unitPrice)).toEqual([90_000, 90_000]);
  expect(told(cart)).toEqual([]);
});

it('a draft that is found again costs what it costs today, and says which lines changed', async () => {
  const { device, known } = till([listPriceOf({ unitPrice: 90_000, endsOn: '2026-06-14' })]);
  (await cartOn(device)).add(product);
  vi.setSystemTime(AFTER);
  known.unitPrice = 120_000;
  const cart = await cartOn(device);
  expect([shown(cart), told(cart)]).toEqual([[[1, 120_000, undefined]], [['Article A', 90_000, 120_000]]]);
});

it('a sale that was put aside costs what it costs today; one that is being paid stays as it is', async () => {
  const { device } = till(TOMORROW);
  const cart = await cartOn(device);
  cart.add(product);
  const kept = cart.onCounter();
  if (kept === null) throw new Error('There is a sale.');
  vi.setSystemTime(AFTER);
  cart.takeUp({
    ...kept,
    paying: { lines: kept.lines, sum: { lines: [], totalMinor: 90, taxMinor: 0, coupons: [], usedPoints: 0, taxExemptionId: null } },
  });
  expect([shown(cart), told(cart)]).toEqual([[[1, 90_000, 'price_list']], []]);
  cart.takeUp(kept);
  expect([shown(cart), told(cart)]).toEqual([[[1, 80_000, 'price_list']], [['Article A', 90_000, 80_000]]]);
  cart.takeUp(null);
  expect(told(cart)).toEqual([]);
});

it('[R5] while the replica is fetched again, lines keep their prices', async () => {
  const { device, given } = till(TOMORROW);
  const cart = await cartOn(device);
  cart.add(product);
  given.prices = [];
  device.view.setState({ complete: false });
  cart.refreshPrices();
  expect([shown(cart), told(cart)]).toEqual([[[1, 90_000, 'price_list']], []]);
  device.view.setState({ complete: true });
  cart.refreshPrices();
  expect([shown(cart), told(cart)]).toEqual([[[1, 100_000, undefined]], [['Article A', 90_000, 100_000]]]);
});

it('[R5] while the replica is fetched again, goods that are added or put aside take no price of a list away', async () => {
  const { device, given } = till(TOMORROW);
  const cart = await cartOn(device);
  cart.add(product);
  given.prices = [];
  device.view.setState({ complete: false });
  cart.add(product);
  expect(shown(cart)).toEqual([[2, 90_000, 'price_list']]);
  cart.takeUp(cart.onCounter());
  expect([shown(cart), told(cart)]).toEqual([[[2, 90_000, 'price_list']], []]);
  expect(shown(await cartOn(device))).toEqual([[2, 90_000, 'price_list']]);
  device.view.setState({ complete: true });
  cart.setQuantity('1', 3);
  expect(shown(cart)).toEqual([[3, 100_000, undefined]]);
});

it.each([
  [50_000, undefined],
  [100_000, 100_000],
  [110_000, 110_000],
])('[A1] a price of %d that was given to a line of a customer list stays at %s once the customer is gone', async (unitPrice, stays) => {
  const { device } = till(TOMORROW, priceListOf({ customerIds: ['C1'] }));
  const cart = await cartOn(device);
  cart.add(product);
  cart.setCustomer('C1');
  const [line] = cart.state.getState().lines;
  if (line === undefined) throw new Error('There is a line.');
  cart.reprice({ lines: [{ ...line, override: { unitPrice, reason: 'damaged', approvedBy: 'MAX' } }], saleDiscount: null });
  cart.setQuantity('1', 2);
  expect(cart.state.getState().lines[0]?.override?.unitPrice).toBe(unitPrice);
  cart.setCustomer(null);
  expect(cart.state.getState().lines).toMatchObject([{ quantity: 2, unitPrice: 100_000 }]);
  expect(cart.state.getState().lines[0]?.override?.unitPrice).toBe(stays);
  expect(told(cart)).toEqual(stays === undefined ? [['Article A', unitPrice, 100_000]] : []);
  cart.noticeSeen();
  cart.setQuantity('1', 3);
  expect(told(cart)).toEqual([]);
});

it('[A1] a price that a person gave is gone where the catalog asks more today, and the notice says so', async () => {
  const { device, known } = till([]);
  const cart = await cartOn(device);
  cart.add(product);
  const [line] = cart.state.getState().lines;
  if (line === undefined) throw new Error('There is a line.');
  cart.reprice({ lines: [{ ...line, override: { unitPrice: 50_000, reason: 'damaged', approvedBy: 'MAX' } }], saleDiscount: null });
  known.unitPrice = 120_000;
  cart.takeUp(cart.onCounter());
  expect(told(cart)).toEqual([['Article A', 50_000, 120_000]]);
});

it('a price that a person decided stays over all of it', async () => {
  const { device } = till(TOMORROW);
  const cart = await cartOn(device);
  cart.add(product);
  const [line] = cart.state.getState().lines;
  if (line === undefined) throw new Error('There is a line.');
  cart.reprice({ lines: [{ ...line, override: { unitPrice: 50_000, reason: 'damaged', approvedBy: null } }], saleDiscount: null });
  vi.setSystemTime(AFTER);
  cart.refreshPrices();
  expect(cart.state.getState().lines[0]?.override?.unitPrice).toBe(50_000);
  expect(told(cart)).toEqual([]);
});

it('lists of another store, another currency or of customers say nothing here; nor does a till that knows no store', () => {
  const of = (list: Partial<PriceList>) => pricesHere(till(TOMORROW, priceListOf(list)).device, null)?.('A', 1000)?.unitPrice ?? null;
  expect([of({}), of({ storeIds: ['S2'] }), of({ currency: 'EUR' }), of({ customerGroups: ['trade'] })]).toEqual([
    90_000,
    null,
    null,
    null,
  ]);
  const { device } = till(TOMORROW);
  expect(documentsOf(device.view.getState(), priceListDocument).size).toBe(1);
  device.view.setState({ store: null });
  expect(pricesHere(device, null)).toBeNull();
});

it.each([
  ['by contract, also where this device does not know the customer', { customerIds: ['C1'] }, []],
  ['by their group', { customerGroups: ['trade'] }, [['C1', { groups: ['trade'] }]]],
] as const)('a customer on the sale gets the price %s, and it goes when they do', async (_how, list, known) => {
  const { device } = till(TOMORROW, priceListOf(list as unknown as Partial<PriceList>));
  device.customers.state.setState({ told: new Map(known as never) });
  const cart = await cartOn(device);
  cart.add(product);
  cart.setCustomer('C1');
  expect(shown(cart)).toEqual([[1, 90_000, 'price_list']]);
  cart.setCustomer('C2');
  expect(shown(cart)).toEqual([[1, 100_000, undefined]]);
  cart.setCustomer('C1');
  cart.setCustomer(null);
  expect(shown(cart)).toEqual([[1, 100_000, undefined]]);
  expect(cart.state.getState().changedPrices).toEqual([]);
});

it('says so when the groups of the customer become known later', async () => {
  const { device } = till(TOMORROW, priceListOf({ customerGroups: ['trade'] }));
  const cart = await cartOn(device);
  cart.setCustomer('C1');
  cart.add(product);
  expect(shown(cart)).toEqual([[1, 100_000, undefined]]);
  device.customers.state.setState({ told: new Map([['C1', { groups: ['trade'] } as unknown as Customer]]) });
  cart.refreshPrices();
  expect([shown(cart), told(cart)]).toEqual([[[1, 90_000, 'price_list']], [['Article A', 100_000, 90_000]]]);
});

it('gives what is scanned while a customer pays the prices of the next one, whom nobody knows yet', async () => {
  const { device } = till(TOMORROW, priceListOf({ customerIds: ['C1'] }));
  const cart = await cartOn(device);
  cart.setCustomer('C1');
  cart.add(product);
  const { lines } = cart.state.getState();
  cart.pay({ lines: [], totalMinor: 90, taxMinor: 0, coupons: [] });
  cart.add(product, 2);
  cart.recorded(lines);
  expect(shown(cart)).toEqual([[2, 100_000, undefined]]);
});
