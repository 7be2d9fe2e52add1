import { expect, it } from 'vitest';
import { taxesByRate } from './tax-by-rate.ts';
import type { LineTax } from './tax.ts';

const tax = (code: string, percent: number, baseMinor: number, amountMinor: number): LineTax => ({
  code,
  ratePpm: percent * 10_000,
  baseMinor,
  amountMinor,
});
const line = (totalMinor: number, ...taxes: LineTax[]) => ({
  totalMinor,
  taxes,
  taxMinor: taxes.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
});
const row = (code: string, percent: number, netMinor: number, taxMinor: number) => ({
  code,
  ratePpm: percent * 10_000,
  netMinor,
  taxMinor,
});

it('[J9] sums value-added tax by rate, the highest first, and says which line is in which row', () => {
  const lines = [line(107, tax('VAT', 7, 100, 7)), line(1190, tax('VAT', 19, 1000, 190)), line(214, tax('VAT', 7, 200, 14)), line(500)];
  expect(taxesByRate(lines)).toEqual({
    rows: [row('VAT', 19, 1000, 190), row('VAT', 7, 300, 21), row('', 0, 500, 0)],
    rowOf: [1, 0, 1, 2],
  });
});

it('keeps taxes of two names apart at one rate, and a tax at a rate of zero from no tax', () => {
  const { rows } = taxesByRate([line(105, tax('FOOD', 5, 100, 5)), line(105, tax('BOOKS', 5, 100, 5)), line(50, tax('VAT', 0, 50, 0))]);
  expect(rows).toEqual([row('BOOKS', 5, 100, 5), row('FOOD', 5, 100, 5), row('VAT', 0, 50, 0)]);
});

it('says of several taxes on a line what each was reckoned on, and marks no line', () => {
  const lines = [line(1088, tax('STATE', 4, 1000, 40), tax('CITY', 4.875, 1000, 48)), line(520, tax('STATE', 4, 500, 20)), line(300)];
  expect(taxesByRate(lines)).toEqual({
    rows: [row('CITY', 4.875, 1000, 48), row('STATE', 4, 1500, 60), row('', 0, 300, 0)],
    rowOf: null,
  });
});

it('says of a tax on a part of the price what it was reckoned on', () => {
  expect(taxesByRate([line(201_100, tax('SINGLE', 2.75, 40_000, 1_100))])).toEqual({
    rows: [row('SINGLE', 2.75, 40_000, 1_100)],
    rowOf: null,
  });
});

it('tells the tax of what came back also where its taxes are not known one by one', () => {
  expect(taxesByRate([{ totalMinor: 119, taxMinor: 19, taxes: [] }]).rows).toEqual([row('', 0, 100, 19)]);
});
