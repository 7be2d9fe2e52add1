import { describe, expect, it } from 'vitest';
import { lastFourOf, readCardNumber, storedValueId } from './stored-value.ts';

describe('the number of a card', () => {
  it.each([
    ['6007 2210 0000 4821', '6007221000004821'],
    ['6007-2210-0000-4821', '6007221000004821'],
    ['1234567', null],
    ['6007221O00004821', null],
    ['1'.repeat(25), null],
    ['', null],
  ])('%j is read as %j', (entered, number) => expect(readCardNumber(entered)).toBe(number));

  it('[A2] is not in its id, but for the last four digits', () => {
    const id = storedValueId('6007221000004821');
    expect(id).toMatch(/^SV-4821-[0-9a-f]{32}$/);
    expect([lastFourOf(id), id.includes('60072210'), storedValueId('6007221000004822') === id]).toEqual(['4821', false, false]);
  });
});
