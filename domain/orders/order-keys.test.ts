import { describe, expect, it } from 'vitest';
import { ERASED } from '../base/empty-personal.ts';
import { isMeant } from '../customers/customer-keys.ts';
import { orderKeys, orderSearch } from './order-keys.ts';

const keys = orderKeys('S/2026/0001', { name: 'Zoë Groß-Meier', email: 'Zoe@Example.com ', phone: '+49 170 1234567' });

describe('an order is found', () => {
  it.each([
    ['S/2026/0001', true],
    ['s2026', true],
    ['S/2', false],
    ['2026', false],
    ['zoe', true],
    ['gross mei', true],
    ['zoe schulz', false],
    ['zoe@ex', true],
    ['0170 12345', true],
    ['1234567', true],
    ['12', false],
    ['', false],
    ['zo', false],
  ])('by %j: %s', (typed, expected) => {
    expect(isMeant(keys, orderSearch(typed))).toBe(expected);
  });

  it('by nothing but its number, once its person is erased', () => {
    expect(orderKeys('#1001', { name: ERASED, email: null, phone: null })).toEqual(['order:1001']);
  });

  it('by no key of a mail or phone that it does not have', () => {
    expect(orderKeys('W-1', { name: 'Ada', email: ' ', phone: null })).toEqual(['order:W1', 'name:ada']);
  });
});
