import { describe, expect, it } from 'vitest';
import { dateInZone, knownZone, timeInZone } from './zoned-date.ts';

describe('the date of an instant in a time zone', () => {
  it.each([
    ['America/New_York', '2026-03-02T03:00:00.000Z', '2026-03-01'],
    ['Europe/Berlin', '2026-03-01T23:30:00.000Z', '2026-03-02'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['UTC', '2027-01-01T00:00:00.000Z', '2027-01-01'],
    // UTC+14 and UTC−11: for an hour of each day, three dates hold at once.
    ['Pacific/Kiritimati', '2026-03-01T10:30:00.000Z', '2026-03-02'],
    ['Pacific/Kiritimati', '2026-03-01T09:59:59.999Z', '2026-03-01'],
    ['Pacific/Pago_Pago', '2026-03-01T10:30:00.000Z', '2026-02-28'],
    ['Pacific/Pago_Pago', '2026-03-01T11:00:00.000Z', '2026-03-01'],
    // Clocks go forward: the day begins five hours after UTC before it, and four after.
    ['America/New_York', '2026-03-08T04:59:59.999Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T03:59:59.999Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00.000Z', '2026-03-09'],
    // Clocks go back.
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T04:59:59.999Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00.000Z', '2026-11-02'],
    // Not of a whole hour.
    ['Asia/Kathmandu', '2026-03-01T18:14:59.999Z', '2026-03-01'],
    ['Asia/Kathmandu', '2026-03-01T18:15:00.000Z', '2026-03-02'],
    ['UTC', '2024-02-29T12:00:00.000Z', '2024-02-29'],
    ['UTC', '1970-01-01T00:00:00.000Z', '1970-01-01'],
    ['UTC', '0099-06-01T00:00:00.000Z', '0099-06-01'],
  ])('in %s at %s is %s', (timeZone, at, date) => {
    expect(dateInZone(new Date(at), timeZone)).toBe(date);
    expect(dateInZone(Date.parse(at), timeZone)).toBe(date);
  });

  it.each([['Mars/Olympus'], [''], ['\0']])('in an unknown zone (%j) is that of UTC, and stays so', (timeZone) => {
    const at = Date.parse('2026-03-01T23:30:00.000Z');
    expect([dateInZone(at, timeZone), dateInZone(at, timeZone)]).toEqual(['2026-03-01', '2026-03-01']);
    expect(knownZone(timeZone)).toBe('UTC');
  });

  it('of no time is an error', () => {
    expect(() => dateInZone(Number.NaN, 'UTC')).toThrow(RangeError);
  });

  it('leaves a zone that is known as it is', () => {
    expect(knownZone('America/New_York')).toBe('America/New_York');
  });
});

describe('the time of day in a time zone', () => {
  it.each([
    ['UTC', '2026-03-01T00:00:00.000Z', '00:00'],
    ['UTC', '2026-03-01T23:59:59.999Z', '23:59'],
    ['America/New_York', '2026-03-08T06:59:00.000Z', '01:59'],
    ['America/New_York', '2026-03-08T07:00:00.000Z', '03:00'],
    ['Asia/Kathmandu', '2026-03-01T18:15:00.000Z', '00:00'],
    ['Mars/Olympus', '2026-03-01T12:34:00.000Z', '12:34'],
  ])('in %s at %s is %s', (timeZone, at, time) => {
    expect(timeInZone(new Date(at), timeZone)).toBe(time);
  });
});
