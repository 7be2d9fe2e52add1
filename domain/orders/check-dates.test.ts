import { describe, expect, it } from 'vitest';
import { dateFaults, promiseFaults } from './check-dates.ts';

const NOW = new Date('2026-11-28T12:00:00.000Z');

describe('the dates of an order', () => {
  it.each([
    ['2026-11-28T12:00:00Z', []],
    ['2026-11-29T12:00:00Z', []],
    ['2026-11-29T12:00:01Z', ['placedAt']],
    ['2030-01-01T00:00:00Z', ['placedAt']],
    ['9999-12-31T23:59:59-05:00', ['placedAt']],
    ['2021-11-28T12:00:00Z', []],
    ['2021-11-28T11:59:59Z', ['placedAt']],
    ['0000-06-01T00:00:00Z', ['placedAt']],
  ])('are of the last five years, up to a day ahead of now: %s', (placedAt, fields) => {
    expect(dateFaults(new Date(placedAt), null, NOW).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ['2026-11-25T15:00:00Z', []],
    ['2026-11-25T14:59:59Z', ['promisedAt']],
    ['2027-11-25T15:00:00Z', []],
    ['2027-11-25T15:00:01Z', ['promisedAt']],
  ])('promise nothing before it was ordered, and nothing for more than a year: %s', (promisedAt, fields) => {
    const placedAt = new Date('2026-11-25T15:00:00Z');
    expect(dateFaults(placedAt, new Date(promisedAt), NOW).map(({ field }) => field)).toEqual(fields);
    expect(promiseFaults(new Date(promisedAt), placedAt).map(({ field }) => field)).toEqual(fields);
  });

  it('say what to send, by the clock of the server, and one fault at a time', () => {
    const faults = dateFaults(new Date('2030-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z'), NOW);
    expect(faults).toMatchObject([{ field: 'placedAt', fix: expect.stringContaining('2026-11-28T12:00:00.000Z') as string }]);
    expect(dateFaults(null, new Date(NOW), NOW)).toEqual([]);
  });
});
