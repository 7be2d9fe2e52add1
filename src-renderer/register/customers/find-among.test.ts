import { expect, it } from 'vitest';
import { type Customer, unnamedCustomer } from '../../../domain/customers/customer.ts';
import { findAmong } from './find-among.ts';

const holder = (id: string, given: Partial<Customer>): [string, Customer] => [id, { ...unnamedCustomer(id), name: id, ...given }];
const told = new Map([
  holder('Ann', { cardNumber: '1234' }),
  holder('Bob', { cardNumber: 'GOLD' }),
  holder('Cleo', { cardNumber: 'L-20000' }),
  holder('Dan', {}),
]);
const found = (typed: string, changed: ReadonlyMap<string, Customer> = new Map()) =>
  findAmong({ told, changed }, typed, 10).map(({ id }) => id);

it.each([
  ['1234', ['Ann']],
  ['gold', ['Bob']],
  ['gol', []],
  ['L-2000', ['Cleo']],
  ['123', []],
  ['', []],
  ['dan', ['Dan']],
])('%j finds %j', (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});

it('what was said here counts in place of what was told', () => {
  expect(found('1234', new Map([holder('Ann', { cardNumber: 'NEW-1' })]))).toEqual([]);
});
