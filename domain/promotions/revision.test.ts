import { expect, it } from 'vitest';
import { promotion } from './promotion.ts';
import { revisionOf } from './revision.ts';

const ten = { kind: 'percent_off', id: 'P', name: 'Ten', skus: ['A'], startsOn: '2026-11-01', endsOn: '2026-11-30', basisPoints: 1000 };

it('is the same for the same promotion, whole or without its defaults, and another one after any change', () => {
  const of = (given: object) => revisionOf(promotion.parse({ ...ten, ...given }));
  expect(of({})).toBe(revisionOf(ten as never));
  expect(new Set([of({}), of({ name: 'Ten!' }), of({ codes: ['A'] }), of({ endsOn: '2026-12-01' })]).size).toBe(4);
});
