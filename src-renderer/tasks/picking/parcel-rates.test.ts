import { expect, it } from 'vitest';
import type { Rate } from '../../../domain/labels/compare-rates.ts';
import { emptyParcel } from './packing-draft.ts';
import { ageOf, marksOf, sendBy, serviceOf } from './parcel-rates.ts';

const rows = [
  { service: '03', name: 'UPS Ground', days: 4, to: [{ country: 'US', postal: [] }], bands: [{ mostGrams: 1, minor: 1 }] },
  { service: '01', name: 'UPS Next Day Air', days: 1, to: [{ country: 'US', postal: [] }], bands: [{ mostGrams: 1, minor: 1 }] },
];
const draft = [emptyParcel('P1'), emptyParcel('P2')];

it.each([
  ['the one of the store, where nobody says anything', undefined, draft, '03'],
  ['the one that the web shop names', 'ups next day air', draft, '01'],
  ['the one whose code the web shop names', '01', draft, '01'],
  ['the one of the store, where the web shop names none of the table', 'Express', draft, '03'],
  ['the one that somebody chose', '01', [...sendBy(draft, '02'), emptyParcel('P3')], '02'],
])('an order is sent by %s', (_what, shippingMethod, chosen, service) => {
  expect(serviceOf(shippingMethod === undefined ? {} : { shippingMethod }, chosen, rows, '03')).toBe(service);
});

const rate = (service: string, minor: number, days: number | null): Rate => ({ service, name: service, minor, days });

it.each([
  ['cheapest and fastest', [rate('03', 900, 4), rate('01', 2_500, 1)], { cheapest: '03', fastest: '01' }],
  ['one rate: nothing to compare', [rate('03', 900, 4)], { cheapest: null, fastest: null }],
  ['two at one price and speed', [rate('02', 900, 2), rate('03', 900, 2)], { cheapest: null, fastest: null }],
  ['nobody knows the days', [rate('02', 900, null), rate('03', 950, null)], { cheapest: '02', fastest: null }],
])('marks rates: %s', (_what, rates, marks) => {
  expect(marksOf(rates)).toEqual(marks);
});

it.each([
  ['2026-11-28', 0, false],
  ['2026-12-24', 0, false],
  ['2026-08-30', 90, false],
  ['2026-08-29', 91, true],
])('a table of %s is %d days old', (since, days, isOld) => {
  expect(ageOf({ since }, '2026-11-28')).toEqual({ days, isOld });
});
