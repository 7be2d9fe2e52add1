import { beforeEach, expect, it } from 'vitest';
import { createCustomerFeed, type CustomerFeed, type TillOnDisplay } from './customer-feed.ts';
import type { CustomerView, SaleScene } from './customer-view.ts';

const REGISTER = {};
const OPEN: TillOnDisplay = { store: { name: 'Chicago', logo: null, language: 'en' }, register: REGISTER, isOpen: true, isStaffed: true };

function sale(totalMinor: number): SaleScene {
  const empty = { earlierLines: 0, lines: [], itemCount: 0, discountMinor: 0, taxMinor: null, payment: null };
  return { kind: 'sale', currency: 'USD', ...empty, totalMinor };
}

let feed: CustomerFeed;
let due: (() => void)[];
let seen: CustomerView['scene'][];
const paint = () => due.splice(0).forEach((work) => work());

beforeEach(() => {
  due = [];
  seen = [];
  feed = createCustomerFeed((work) => void due.push(work));
});

it('makes nothing while nobody watches', () => {
  let made = 0;
  feed.setTill(OPEN);
  feed.setSale(REGISTER, () => (made++, sale(100)));
  expect([made, due.length]).toEqual([0, 0]);
});

it('tells the newest once after a paint, however many changes there were', () => {
  feed.setTill(OPEN);
  feed.watch(({ scene }) => seen.push(scene));
  for (const total of [100, 200, 300]) feed.setSale(REGISTER, () => sale(total));
  expect([seen.length, due.length]).toEqual([0, 1]);
  paint();
  expect(seen).toEqual([sale(300)]);
  feed.setSale(REGISTER, () => sale(400));
  paint();
  expect(seen).toEqual([sale(300), sale(400)]);
});

it('tells nobody who has left', () => {
  feed.setTill(OPEN);
  const stop = feed.watch(({ scene }) => seen.push(scene));
  stop();
  paint();
  feed.setSale(REGISTER, () => sale(1));
  expect([seen, due]).toEqual([[], []]);
});

it.each<[string, Partial<TillOnDisplay>, SaleScene | null, string]>([
  ['a till that waits for a customer', {}, null, 'welcome'],
  ['a till without a shift', { isOpen: false }, sale(1), 'closed'],
  ['a till that nobody is at', { isStaffed: false }, null, 'closed'],
  ['a till that was locked in the middle of a sale', { isStaffed: false }, sale(1), 'sale'],
])('%s', (_what, till, made, kind) => {
  feed.setTill({ ...OPEN, ...till });
  feed.setSale(REGISTER, () => made);
  expect(feed.now()?.scene.kind).toBe(kind);
});

it('shows nothing of a sale that somebody practised, once they are back at the till', () => {
  feed.setTill(OPEN);
  feed.setSale({}, () => sale(1));
  expect(feed.now()?.scene).toEqual({ kind: 'welcome' });
  feed.setSale(REGISTER, () => sale(2));
  expect(feed.now()?.scene).toEqual(sale(2));
});

it('has nothing to show before the till is known', () => {
  feed.watch(({ scene }) => seen.push(scene));
  paint();
  expect([feed.now(), seen]).toEqual([null, []]);
});
