import { expect, it } from 'vitest';
import { decimalsOf, readUnits, unitsOf } from './stock-units.ts';

it('counts goods by the piece or by the gram', () => {
  expect([decimalsOf({ soldBy: 'piece' }), decimalsOf({ soldBy: 'kg' })]).toEqual([0, 3]);
  expect([unitsOf({ soldBy: 'piece' })(12), unitsOf({ soldBy: 'kg' })(640)]).toEqual(['12', '0.640 kg']);
});

it.each([
  ['piece', '12', 12],
  ['piece', '1.5', null],
  ['kg', '0.64', 640],
  ['kg', 'much', null],
] as const)('reads %s %j as %j', (soldBy, typed, units) => expect(readUnits({ soldBy }, typed)).toBe(units));
