import { beforeEach, expect, it } from 'vitest';
import { SimulatedPole } from './pole.ts';

let pole: SimulatedPole;
beforeEach(() => {
  pole = new SimulatedPole();
});
const take = (hex: string) => pole.take([...Buffer.from(hex, 'hex')]);
const shown = () => pole.shown.map((line) => line.trimEnd());

it('is empty at first', () => {
  expect(pole.shown).toEqual([' '.repeat(20), ' '.repeat(20)]);
});

it('writes a line of the CD5220 when it has come whole, and leaves the other as it is', () => {
  take('1b5142546f74');
  expect(shown()).toEqual(['', '']);
  take('616c0d');
  expect(shown()).toEqual(['', 'Total']);
  take('1b51415465610d');
  expect(shown()).toEqual(['Tea', 'Total']);
});

it('writes where Epson’s cursor stands, with the characters that were chosen', () => {
  take('1b74131f240101d5341f240502');
  take('4f4b');
  expect(shown()).toEqual(['€4', '    OK']);
});

it('writes nothing beyond the twentieth character', () => {
  take(`1f240101${'41'.repeat(25)}`);
  expect(shown()).toEqual(['A'.repeat(20), '']);
});

it('is cleared, and keeps what it did not understand', () => {
  take('1f24010141');
  take('0c');
  expect(shown()).toEqual(['', '']);
  take('071b7305');
  expect(pole.unknown).toEqual(['07', '1b7305']);
});
