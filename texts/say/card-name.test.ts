import { expect, it } from 'vitest';
import { cardName } from './card-name.ts';

it.each([
  [{ scheme: 'mc', lastFour: '9999' }, 'Mastercard ···· 9999'],
  [{ scheme: 'VISA', lastFour: null }, 'Visa'],
  [{ scheme: 'girocard', lastFour: '1234' }, 'girocard ···· 1234'],
  [{ scheme: null, lastFour: '1234' }, 'Card ···· 1234'],
])('%j is called %j', (card, called) => expect(cardName(card)).toBe(called));
