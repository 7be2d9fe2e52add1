import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, FARTHEST_KM } from './great-circle.ts';

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distanceKm', () => {
  it.each([
    ['New York to Los Angeles', { latitude: 40.7128, longitude: -74.006 }, { latitude: 34.0522, longitude: -118.2437 }, 3936],
    ['pole to pole', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, FARTHEST_KM],
    ['over the date line', { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111],
    ['nowhere', { latitude: 12, longitude: 34 }, { latitude: 12, longitude: 34 }, 0],
  ])('%s', (_name, from, to, kilometres) => {
    expect(distanceKm(from, to)).toBeCloseTo(kilometres, -1);
  });

  it('is the same both ways, and never farther than around half the Earth', () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        expect(distanceKm(from, to)).toBeCloseTo(distanceKm(to, from), 6);
        expect(distanceKm(from, to)).toBeGreaterThanOrEqual(0);
        expect(distanceKm(from, to)).toBeLessThanOrEqual(FARTHEST_KM);
      }),
    );
  });
});
