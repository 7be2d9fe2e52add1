import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsNearly, isForgiven, isNearly } from './nearly.ts';

const word = fc.stringMatching(/^[a-z]{4,12}$/);

describe('a typing error', () => {
  it.each([
    ['coffe', 'coffee'],
    ['cofee', 'coffee'],
    ['coffeee', 'coffee'],
    ['cpffee', 'coffee'],
    ['ocffee', 'coffee'],
    ['cofef', 'coffee'],
    ['xoff', 'coffee'],
  ])('%j is nearly %j', (typed, other) => {
    expect(isNearly(typed, other)).toBe(true);
  });

  it.each([
    ['ocfefe', 'coffee'],
    ['tea', 'coffee'],
    ['coffees', 'cof'],
    ['milk', 'soap'],
  ])('%j is not nearly %j', (typed, other) => {
    expect(isNearly(typed, other)).toBe(false);
  });

  it('of any one kind in any place is forgiven', () => {
    fc.assert(
      fc.property(
        word,
        fc.nat(11),
        fc.stringMatching(/^[a-z]$/),
        fc.constantFrom('wrong', 'missing', 'more', 'swapped'),
        (other, place, letter, kind) => {
          const at = place % other.length;
          const typed = {
            wrong: other.slice(0, at) + letter + other.slice(at + 1),
            missing: other.slice(0, at) + other.slice(at + 1),
            more: other.slice(0, at) + letter + other.slice(at),
            swapped: other.slice(0, at) + (other[at + 1] ?? '') + (other[at] ?? '') + other.slice(at + 2),
          }[kind];
          expect(isNearly(typed, other)).toBe(true);
        },
      ),
    );
  });

  it('is not forgiven in a number or in a short word', () => {
    expect([isForgiven('4011'), isForgiven('a1234'), isForgiven('tee'), isForgiven('teas')]).toEqual([false, false, false, true]);
    expect(holdsNearly('shop 12345 mila novak', ['12346'])).toBe(false);
    expect(holdsNearly('shop 12345 mila novak', ['novk', 'mila'])).toBe(true);
    expect(holdsNearly('shop 12345 mila novak', ['novk', 'ana'])).toBe(false);
  });
});
