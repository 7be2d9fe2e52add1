import { z } from 'zod';
import { businessDate, entityId } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';

const ratePpm = z.number().int().min(0).max(1_000_000, 'A rate is at most 1,000,000 parts per million: 100 %.');
const nonNegative = minorAmount.min(0);

/** A tax that goods may bear, of a country, a state, a county or a city. */
export const tax = z.strictObject({
  /** What it takes from which calendar day on; before its first day it takes nothing. */
  rates: z
    .array(z.strictObject({ from: businessDate, ratePpm }))
    .min(1, 'A tax has at least one rate.')
    .max(100)
    .refine((rates) => rates.every(({ from }, index) => index === 0 || (rates[index - 1]?.from ?? '') < from), 'The dates of rates rise.'),
  /** It is reckoned on the price and on the taxes that stand before it on the line. */
  compound: z.boolean().default(false),
  /** Of each article only what is above this is taxed, in minor units. */
  fromMinor: nonNegative.default(0),
  /** Of each article only what is up to this is taxed; null is all of it. */
  toMinor: nonNegative.nullable().default(null),
});

/** A tax that a class of goods bears. */
export const classTax = z.strictObject({
  tax: entityId,
  /** An article that costs less than this, in minor units after discounts, is free of it; null taxes all. */
  freeBelowMinor: nonNegative.nullable().default(null),
});

/** Days on which some goods are free of some taxes. */
export const taxHoliday = z.strictObject({
  name: entityId,
  from: businessDate,
  /** The last day. */
  to: businessDate,
  taxes: z.array(entityId).min(1).max(20),
  classes: z.array(entityId).min(1).max(100),
  /** Only articles that cost less than this, in minor units after discounts; null is all. */
  belowMinor: nonNegative.nullable().default(null),
});

/** Which taxes there are, and what each class of goods bears. A class that is not named bears none. */
export const taxTable = z
  .strictObject({
    taxes: z.record(entityId, tax),
    classes: z.record(entityId, z.array(classTax).max(10, 'A line bears at most 10 taxes.')),
    holidays: z.array(taxHoliday).max(100).default([]),
  })
  .superRefine(({ taxes, classes, holidays }, context) => {
    const unknown = (path: (string | number)[], code: string) =>
      Object.hasOwn(taxes, code) || context.addIssue({ code: 'custom', path, message: `There is no tax ${code} in this table.` });
    for (const [name, borne] of Object.entries(classes)) {
      borne.forEach((one, index) => unknown(['classes', name, index, 'tax'], one.tax));
      if (new Set(borne.map((one) => one.tax)).size < borne.length)
        context.addIssue({ code: 'custom', path: ['classes', name], message: 'A class bears each tax once.' });
    }
    holidays.forEach((holiday, index) => holiday.taxes.forEach((code, at) => unknown(['holidays', index, 'taxes', at], code)));
  });

export type TaxTable = z.infer<typeof taxTable>;

/** The first day that a rate without a date holds from. */
export const ALWAYS = '0001-01-01';

/** A table in which each class of goods bears one tax of its own name at one rate, in parts per million. */
export function onePerClass(rates: Readonly<Record<string, number>>): TaxTable {
  const names = Object.keys(rates);
  const one = (name: string) => ({ rates: [{ from: ALWAYS, ratePpm: rates[name] ?? 0 }], compound: false, fromMinor: 0, toMinor: null });
  return {
    taxes: Object.fromEntries(names.map((name) => [name, one(name)])),
    classes: Object.fromEntries(names.map((name) => [name, [{ tax: name, freeBelowMinor: null }]])),
    holidays: [],
  };
}
