import { describe, expect, it } from 'vitest';
import { gtinCheckDigit, measureCheckDigit, modulo11CheckCharacter, wrongCheckDigit } from './check-digits.ts';

describe('check digits', () => {
  it.each([
    ['400638133393', 1],
    ['9638507', 4],
    ['1061414100734', 6],
    ['34012345678901234', 0],
  ])('of %s is %i', (body, digit) => {
    expect(gtinCheckDigit(body)).toBe(digit);
    expect(wrongCheckDigit(`${body}${digit}`)).toBeNull();
    expect(wrongCheckDigit(`${body}${(digit + 1) % 10}`)).toBe(String(digit));
  });

  it.each([
    ['2875', '9'],
    ['1234', '9'],
    ['0499', '8'],
    ['00239', '4'],
    ['00012', '9'],
  ])('of a price or weight %s is %s', (value, digit) => {
    expect(measureCheckDigit(value)).toBe(digit);
  });

  it('of a price of three digits there is none', () => {
    expect(() => measureCheckDigit('123')).toThrow(RangeError);
  });

  it.each([
    ['030640615', '2'],
    ['080442957', 'X'],
    ['0317471', '9'],
  ])('of a book or periodical %s is %s', (body, character) => {
    expect(modulo11CheckCharacter(body)).toBe(character);
  });
});
