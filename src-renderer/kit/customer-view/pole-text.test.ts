import { expect, it } from 'vitest';
import type { CustomerScene, SaleScene, ShownLine, ShownPayment, StoreOnDisplay } from './customer-view.ts';
import { poleText } from './pole-text.ts';

const TEA: ShownLine = {
  kind: 'goods',
  name: 'Tea',
  lastFour: null,
  quantity: 1,
  unit: 'piece',
  quantityDecimals: 0,
  unitPrice: 4_000,
  grossMinor: 400,
  amountMinor: 400,
  promotions: [],
  isMarked: false,
};
const APPLES: ShownLine = { ...TEA, name: 'Apples', quantity: 640, unit: 'kg', quantityDecimals: 3, amountMinor: 191 };
const LEFT: ShownPayment = { takenMinor: 0, pendingMinor: 0, givenMinor: null, roundingMinor: 0, leftMinor: 591, changeMinor: 0 };

function sale(given: Partial<SaleScene>): SaleScene {
  const sums = { earlierLines: 0, itemCount: 2, discountMinor: 0, taxMinor: null, totalMinor: 591, payment: null };
  return { kind: 'sale', currency: 'EUR', lines: [TEA, APPLES], ...sums, ...given };
}

function linesOf(scene: CustomerScene, language: StoreOnDisplay['language'] = 'en') {
  const text = poleText({ store: { name: 'Outpost Bonn', logo: null, language }, scene });
  return text.map(({ start, end }) =>
    [start, end]
      .filter((part) => part !== '')
      .join(' | ')
      .replaceAll('\u00a0', ' '),
  );
}

it.each<[string, CustomerScene, string[]]>([
  ['a till that waits', { kind: 'welcome' }, ['Hello', 'Outpost Bonn']],
  ['a closed till', { kind: 'closed' }, ['Outpost Bonn', 'Closed']],
  ['the newest article', sale({}), ['0.640 kg × Apples | €1.91', 'Total | €5.91']],
  [
    'the article that was touched',
    sale({ lines: [{ ...TEA, isMarked: true, quantity: 2 }, APPLES] }),
    ['2 × Tea | €4.00', 'Total | €5.91'],
  ],
  ['what is left', sale({ payment: LEFT }), ['Total | €5.91', 'Left to pay | €5.91']],
  [
    'the change',
    sale({ payment: { ...LEFT, leftMinor: 0, givenMinor: 1_000, changeMinor: 409 } }),
    ['Cash given | €10.00', 'Change | €4.09'],
  ],
  [
    'the change at the end',
    { kind: 'thanks', currency: 'EUR', totalMinor: 591, changeMinor: 409, at: '' },
    ['Thank you!', 'Change | €4.09'],
  ],
  ['the total of a card', { kind: 'thanks', currency: 'EUR', totalMinor: 591, changeMinor: null, at: '' }, ['Thank you!', 'Total | €5.91']],
])('says %s', (_what, scene, lines) => {
  expect(linesOf(scene)).toEqual(lines);
});

it('speaks the language of the store, and English where that is Arabic', () => {
  expect(linesOf(sale({ lines: [TEA] }), 'de')).toEqual(['Tea | 4,00 €', 'Summe | 5,91 €']);
  expect(linesOf({ kind: 'closed' }, 'ar')).toEqual(['Outpost Bonn', 'Closed']);
});
