import { expect, it } from 'vitest';
import { readSellerNumbers, sellerNumberText } from './seller-lines.ts';

it('numbers of the seller are written a line each, and read again', () => {
  const numbers = [
    { name: 'SIRET', number: '732 829 320 00074' },
    { name: 'TVA', number: 'FR:12' },
  ];
  expect(numbers.map(sellerNumberText)).toEqual(['SIRET: 732 829 320 00074', 'TVA: FR:12']);
  expect(readSellerNumbers([...numbers.map(sellerNumberText), ' '])).toEqual(numbers);
});

it.each(['SIRET', ': 12', 'SIRET: '])('%j is no number of a seller', (line) => expect(readSellerNumbers([line])).toBeNull());
