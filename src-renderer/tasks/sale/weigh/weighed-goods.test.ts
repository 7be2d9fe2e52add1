import { afterEach, describe, expect, it } from 'vitest';
import { product } from '../../../../test/support/counter-device.ts';
import { chosenLanguage } from '../../../../texts/words/chosen-language.ts';
import { needsWeight, readTypedWeight, waitsForWeight, weightLine } from './weighed-goods.ts';

afterEach(() => chosenLanguage.setState({ language: 'en' }));

describe('goods that are sold by weight', () => {
  it.each([
    ['an article that is sold by the piece', 'piece', undefined, false],
    ['one that is sold by weight', 'kg', undefined, true],
    ['one with a label that says nothing more', 'kg', {}, true],
    ['one with a label that counts packs', 'kg', { quantity: 2 }, true],
    ['one whose label says its weight', 'kg', { quantity: 640, quantityDecimals: 3, unit: 'kg' }, false],
    ['one whose label says its price', 'kg', { unitPrice: 199_000, priceSource: 'barcode' }, false],
  ] as const)('%s', (_what, soldBy, label, needed) => {
    expect(needsWeight({ soldBy }, label)).toBe(needed);
  });

  it('are a line of kilograms with three decimals', () => {
    const weighing = { by: 'typed', tareGrams: 0 } as const;
    expect(weightLine({ grams: 640, ...weighing })).toEqual({ quantity: 640, quantityDecimals: 3, unit: 'kg', weighing });
  });

  it('wait for their weight as long as their sale lasts', () => {
    expect(waitsForWeight({ weighing: { product, turn: 3 }, turn: 3 })).toBe(product);
    expect(waitsForWeight({ weighing: { product, turn: 3 }, turn: 4 })).toBeNull();
    expect(waitsForWeight({ weighing: null, turn: 3 })).toBeNull();
  });
});

describe('a typed weight', () => {
  it.each([
    ['0.640', 640],
    ['0,640', 640],
    ['.64', 640],
    ['1', 1000],
    ['1.236 kg', 1236],
    ['12.5kg', 12_500],
    ['99.999', 99_999],
    ['0.001', 1],
    ['1,500', 1500],
    ['100', null],
    ['1500', null],
    ['0', null],
    ['0.000', null],
    ['-1', null],
    ['0.6405', null],
    ['1 lb', null],
    ['', null],
    ['apples', null],
    ['4006381333931', null],
  ])('%s is %j g', (text, grams) => {
    expect(readTypedWeight(text)).toBe(grams);
  });

  it('has the digits of an Arabic keyboard in Arabic', () => {
    chosenLanguage.setState({ language: 'ar' });
    expect(readTypedWeight('١٫٥')).toBe(1500);
  });
});
