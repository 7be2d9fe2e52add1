import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerKeys, customerSearch, isCardOf, isMeant, sharedKeys } from './customer-keys.ts';

const known = {
  name: 'Sämple Customer-One',
  phones: ['+49 (170) 123 45 67'],
  emails: ['One@Example.com'],
  cardNumber: 'L-100 200',
};
const keys = customerKeys(known);
const finds = (typed: string) => isMeant(keys, customerSearch(typed));

describe('a customer', () => {
  it.each([
    'sample',
    'CUST samp',
    'one sample',
    '+49 170 1234567',
    '0049 170 123',
    '0170 1234',
    '1234567',
    '34567',
    'one@example.com',
    'ONE@ex',
    'L-100 200',
    'l100200',
    'L1002',
  ])('is found by %j', (typed) => {
    expect(finds(typed)).toBe(true);
  });

  it.each(['', ' ', 'sa', 'ample', 'sample two', '4567', '0170 9', '12345678', 'two@example.com', '@', 'e@', 'L-999'])(
    'is not found by %j',
    (typed) => {
      expect(finds(typed)).toBe(false);
    },
  );

  it('is found by what is kept of them, whole', () => {
    const someone = fc.record({
      name: fc.string({ unit: fc.constantFrom(...'abcdé -'), minLength: 3, maxLength: 20 }),
      phones: fc.array(
        fc
          .string({ unit: fc.constantFrom(...'123456789'), minLength: 7, maxLength: 15 })
          .map((digits) => `+${digits.slice(0, 2)} ${digits.slice(2)}`),
        { maxLength: 3 },
      ),
      emails: fc.array(fc.emailAddress(), { maxLength: 3 }),
      cardNumber: fc.option(fc.string({ unit: fc.constantFrom(...'ABC123-'), minLength: 8, maxLength: 20 })),
    });
    fc.assert(
      fc.property(someone, (one) => {
        const theirs = customerKeys(one);
        const { phones, emails, cardNumber } = one;
        const isCard = /^(.*[A-Z0-9]){5}/.test(cardNumber ?? '');
        for (const typed of [...phones, ...emails, ...(isCard && cardNumber !== null ? [cardNumber] : [])]) {
          expect(isMeant(theirs, customerSearch(typed)), typed).toBe(true);
        }
        // Whoever shares a number or an address is proposed.
        for (const key of sharedKeys(one)) expect(theirs).toContain(key);
      }),
    );
  });

  it('nobody is found by what is too short, whoever they are', () => {
    for (const typed of ['', 'a', 'ab', 'a b', '1', '1234', '@', '%', '_']) expect(customerSearch(typed), typed).toEqual([]);
  });

  it.each([
    ['L-100 200', true],
    ['l100200', true],
    ['L-100', false],
    ['L-1002000', false],
    ['', false],
    ['--', false],
  ])('has the card %j: %s', (code, is) => {
    expect(isCardOf(known, code)).toBe(is);
    expect(isCardOf({ cardNumber: null }, code)).toBe(false);
  });

  it("is found by a card of letters alone, and a card of signs alone is nobody's", () => {
    const gold = { ...known, cardNumber: 'GOLD-CARD' };
    expect(isMeant(customerKeys(gold), customerSearch('goldcard'))).toBe(true);
    expect(isCardOf({ cardNumber: '----' }, '')).toBe(false);
    expect(isCardOf({ cardNumber: '----' }, '----')).toBe(false);
  });

  it('a number with its country and one without are the same', () => {
    expect(sharedKeys({ phones: ['+49 170 123 45 67'], emails: [] })).toEqual(sharedKeys({ phones: ['0170/1234567'], emails: [] }));
    expect(sharedKeys({ phones: [], emails: ['One@Example.com', 'one@example.com'] })).toEqual(['mail:one@example.com']);
  });
});
