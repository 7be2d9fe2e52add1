import { expect, it } from 'vitest';
import { lineName, quantityOf } from './line-name.ts';

it.each([
  [{ name: 'Mug' }, 'Mug'],
  [{ kind: 'goods' as const, name: 'Mug', reference: 'SV-4821-0f' }, 'Mug'],
  [{ kind: 'gift_card' as const, name: '···· 4821', reference: 'SV-4821-0f' }, 'Gift card ···· 4821'],
])('%j is called %j', (line, called) => expect(lineName(line)).toBe(called));

it.each([
  [{ name: 'Mug', quantity: 2, quantityDecimals: 0 as const, unit: 'piece' as const }, '2 × Mug'],
  [{ name: 'Apples', quantity: 640, quantityDecimals: 3 as const, unit: 'kg' as const }, '0.640 kg × Apples'],
])('of %j there are %j', (line, said) => expect(quantityOf(line)).toBe(said));
