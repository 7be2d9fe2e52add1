import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTracking, readTrackingNumber } from './read-tracking-number.ts';
import { TRACKING_FORMATS, type TrackingFormatName } from './tracking-formats.ts';

/** Of each format a right number and its twin with a wrong check digit, worked out by hand from the carriers' rules. */
const TWINS: readonly (readonly [TrackingFormatName, string, string])[] = [
  ['ups_1z', '1ZOUT9050300000014', '1ZOUT9050300000015'],
  ['ups_1z', '1ZR4X7E60100047116', '1ZR4X7E60100047117'],
  ['fedex_12', '796100040024', '796100040025'],
  ['fedex_12', '399812300773', '399812300774'],
  ['fedex_15_ground', '612999500047112', '612999500047113'],
  ['fedex_15_ground', '999888777666552', '999888777666553'],
  ['fedex_96_ground', '9611020612999500047112', '9611020612999500047113'],
  ['fedex_34_barcode', '1001921334100016060100796100040013', '1001921334100016060100796100040014'],
  ['usps_impb_22', '9405599900011100000016', '9405599900011100000017'],
  ['usps_impb_22', '9205590300070000000996', '9205590300070000000997'],
  ['usps_impb_26', '93612345678000000000001232', '93612345678000000000001233'],
  ['s10_upu', 'RA123456785US', 'RA123456786US'],
  ['s10_upu', 'RA999999995US', 'RA999999996US'],
  ['dhl_express_10', '1002003004', '1002003005'],
  ['dhl_express_10', '3310002220', '3310002221'],
  ['sscc_18', '006141410000004713', '006141410000004714'],
];

describe('readTrackingNumber', () => {
  it.each(TWINS)('tells %s %s from its twin %s', (format, right, wrong) => {
    expect(readTrackingNumber(right)).toMatchObject({ kind: 'right', format });
    expect(readTrackingNumber(wrong)).toMatchObject({ kind: 'wrong_check_digit', format });
  });

  it('takes exactly one check digit for each number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TWINS), ([format, right]) => {
        const { shape } = TRACKING_FORMATS[format];
        const at = right.length - (format === 's10_upu' ? 3 : 1);
        const others = Array.from({ length: 10 }, (_, digit) => right.slice(0, at) + digit + right.slice(at + 1));
        expect(others.every((number) => shape.test(number))).toBe(true);
        expect(others.filter((number) => readTrackingNumber(number).kind === 'right')).toEqual([right]);
      }),
    );
  });

  it.each([
    ['1z out 905 03 0000 0014', '1ZOUT9050300000014', 'ups'],
    ['7961 0004 0024', '796100040024', 'fedex'],
    ['9405-5999-0001-1100-0000-16', '9405599900011100000016', 'usps'],
    // The barcode of a label holds the destination too.
    ['420100019405599900011100000016', '9405599900011100000016', 'usps'],
    ['42010001123493612345678000000000001232', '93612345678000000000001232', 'usps'],
    ['4201000193612345678000000000001232', '93612345678000000000001232', 'usps'],
    ['4201000112349405599900011100000016', '9405599900011100000016', 'usps'],
    ['1001921334100016060100796100040013', '796100040013', 'fedex'],
    ['00006141410000004713', '006141410000004713', null],
    ['ra123456785us', 'RA123456785US', 'post'],
  ] as const)('reads %s as %s of %s', (text, number, carrier) => {
    expect(readTrackingNumber(text)).toMatchObject({ kind: 'right', number, carrier });
  });

  it.each([
    '',
    'LABEL-7',
    '1Z999',
    '12345678901234',
    '1ZOUT905030000001',
    '94055999000111000000161',
    'RA12345678US',
    '１００２００３００４',
  ])('does not know %o', (text) => {
    expect(readTrackingNumber(text)).toEqual({ kind: 'unknown' });
  });

  it('calls a wrong digit a mistake only where no other carrier writes such numbers', () => {
    expect(readTrackingNumber('1ZOUT9050300000015')).toMatchObject({ isUnmistakable: true });
    expect(readTrackingNumber('796100040025')).toMatchObject({ isUnmistakable: false });
  });
});

describe('plainTracking', () => {
  it('keeps a hyphen that joins nothing', () => {
    expect([plainTracking(' ab-12 3 '), plainTracking('-7-')]).toEqual(['AB123', '-7-']);
  });
});
