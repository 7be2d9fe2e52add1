import { describe, expect, it } from 'vitest';
import { associate } from '../../domain/associates/associate.ts';
import { chanceFrom } from './chance.ts';
import { hashPin } from '../associates/hash-pin.ts';
import { makeAssociates } from './make-associates.ts';

describe('makeAssociates', () => {
  const made = makeAssociates(['S1', 'S2', 'S3'], chanceFrom('seed'));

  it('gives each store a manager and one more, with different PINs that their hashes confirm', () => {
    for (const storeId of ['S1', 'S2', 'S3']) {
      const here = made.filter((one) => one.storeId === storeId);
      expect(here.filter((one) => one.role === 'manager')).toHaveLength(1);
      expect(new Set(here.map((one) => one.clearPin)).size).toBe(2);
    }
    for (const { clearPin, ...one } of made) {
      expect(associate.parse(one)).toEqual(one);
      expect(clearPin).toMatch(/^\d{4}$/);
      expect(hashPin(clearPin, one.pin.salt, one.pin.iterations)).toEqual(one.pin);
    }
  });
});
