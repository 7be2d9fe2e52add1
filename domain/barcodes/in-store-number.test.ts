import { expect, it } from 'vitest';
import type { InStoreCodes } from './in-store-layouts.ts';
import { readInStoreNumber } from './in-store-number.ts';

const of = (country: InStoreCodes['country']): InStoreCodes => ({ country, layouts: [] });

it('a label of a scale names its article by the number without the value', () => {
  expect(readInStoreNumber('rcn13', '2388060112344', of('SE'))).toEqual({
    ok: true,
    value: {
      kind: 'rcn13',
      opaque: false,
      region: 'SE',
      item: '23880601',
      gtin14: '02388060100006',
      measure: 'weight',
      amount: { value: 1234, decimals: 3 },
      measureCheck: null,
    },
  });
  expect(readInStoreNumber('rcn13', '2211114002394', of('DE'))).toMatchObject({ value: { item: '1111', measureCheck: '4' } });
});

it('a wrong check digit of the price is refused, with the right one', () => {
  const refusal = { reason: 'variable_measure_check_digit', expectedDigit: '9' };
  expect(readInStoreNumber('rcn13', '2511118000120', of('DE'))).toEqual({ ok: false, refusal });
  expect(readInStoreNumber('rcn12', '0212345028759', of('US'))).toEqual({ ok: false, refusal });
});

it('a number without a layout is looked up whole', () => {
  expect(readInStoreNumber('rcn13', '2388060112344', of('DK'))).toMatchObject({ value: { opaque: false, measure: 'price' } });
  expect(readInStoreNumber('rcn13', '2388060112344', of(null))).toEqual({
    ok: true,
    value: { kind: 'rcn13', opaque: true, gtin14: '02388060112344' },
  });
});
