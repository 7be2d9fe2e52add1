import { expect, it } from 'vitest';
import { byDistance } from './nearby.ts';

it('names the nearest place first, and those of unknown distance last, by name', () => {
  const places = [
    { name: 'D', distanceKm: null },
    { name: 'C', distanceKm: 12 },
    { name: 'A', distanceKm: null },
    { name: 'B', distanceKm: 3.5 },
    { name: 'A2', distanceKm: 3.5 },
  ];
  expect([...places].sort(byDistance).map(({ name }) => name)).toEqual(['A2', 'B', 'C', 'A', 'D']);
});
