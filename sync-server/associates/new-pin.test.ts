import { expect, it } from 'vitest';
import { pinHash } from '../../domain/associates/associate.ts';
import { hashPin } from './hash-pin.ts';
import { newPin } from './new-pin.ts';

it('[A1] makes a PIN of six digits with the hash by which registers check it, another one each time', async () => {
  const made = await Promise.all([newPin(), newPin()]);
  for (const { pin, hash } of made) {
    expect(pin).toMatch(/^[1-9]\d{5}$/);
    expect(pinHash.parse(hash)).toEqual(hashPin(pin, hash.salt, 600_000));
  }
  expect(made[0]?.hash.salt).not.toBe(made[1]?.hash.salt);
});
