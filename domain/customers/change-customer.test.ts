import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCustomer, type CustomerChange, officeFields, tillFields } from './change-customer.ts';
import { customer, unnamedCustomer } from './customer.ts';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 10, 0, second)).toISOString();
const start = unnamedCustomer('C1');

const changes = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 3 }).map(at),
    fields: fc.record(
      {
        name: fc.constantFrom('', 'Sample customer 1', 'Sample customer 2'),
        phones: fc.subarray(['+1 555 0100', '+1 555 0101']),
        cardNumber: fc.constantFrom(null, 'L-1000', 'L-2000'),
        groups: fc.subarray(['members', 'trade']),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 8 },
);

const after = (all: readonly CustomerChange[]) => all.reduce(changeCustomer, start);

describe('what is said of a customer', () => {
  it('[J3] comes to the same in any order, however often each change arrives', () => {
    const shuffled = changes.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, some]) => {
        expect(after([...some, ...all])).toEqual(after(all));
        expect(after([...all, ...some])).toEqual(after(all));
      }),
    );
  });

  it('is always a customer', () => {
    fc.assert(
      fc.property(changes, (all) => {
        expect(customer.parse(after(all))).toEqual(after(all));
      }),
    );
  });

  it.each<[string, CustomerChange[], object]>([
    [
      'the newer word of a field',
      [
        { at: at(1), fields: { name: 'A' } },
        { at: at(2), fields: { name: 'B' } },
      ],
      { name: 'B' },
    ],
    [
      'the newer word that came first',
      [
        { at: at(2), fields: { name: 'B' } },
        { at: at(1), fields: { name: 'A' } },
      ],
      { name: 'B' },
    ],
    [
      'both of two who changed different fields',
      [
        { at: at(1), fields: { name: 'A' } },
        { at: at(1), fields: { notes: 'Size 42' } },
      ],
      { name: 'A', notes: 'Size 42' },
    ],
    [
      'an emptied field',
      [
        { at: at(1), fields: { cardNumber: 'L-1000' } },
        { at: at(2), fields: { cardNumber: null } },
      ],
      { cardNumber: null },
    ],
  ])('keeps %s', (_what, all, kept) => {
    expect(after(all)).toMatchObject(kept);
  });

  it('is the same object where nothing newer is said', () => {
    const named = after([{ at: at(2), fields: { name: 'A' } }]);
    expect(changeCustomer(named, { at: at(1), fields: { name: 'B' } })).toBe(named);
    expect(changeCustomer(named, { at: at(2), fields: { name: 'A' } })).toBe(named);
    expect(changeCustomer(named, { at: at(3), fields: {} })).toBe(named);
  });

  it('a field that is left out is not emptied', () => {
    expect(tillFields.parse({})).toEqual({});
    expect(officeFields.parse({ notes: ' x ' })).toEqual({ notes: 'x' });
  });

  it.each([
    ['groups', ['vip']],
    ['taxExemption', { certificate: 'X' }],
  ])('[A1] a till does not change %s', (field, value) => {
    expect(tillFields.safeParse({ [field]: value }).success).toBe(false);
    expect(officeFields.safeParse({ [field]: value }).success).toBe(true);
  });

  it.each([
    ['phones', ['12']],
    ['phones', ['abc']],
    ['emails', ['nobody']],
    ['emails', ['a b@example.com']],
    ['cardNumber', '1'],
    ['name', 'x'.repeat(201)],
    ['age', 4],
  ])('refuses %s of %j', (field, value) => {
    expect(tillFields.safeParse({ [field]: value }).success).toBe(false);
  });
});
