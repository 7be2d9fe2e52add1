import { expect, it } from 'vitest';
import { isUserId, userId } from './user-id.ts';

it('[A2] tells the id of a user from the name of a key', () => {
  expect(isUserId(userId('019376a4-1b2c-7d3e-8f40-a1b2c3d4e5f6'))).toBe(true);
  for (const name of ['head office', 'user-1', '', '019376a4-1b2c-7d3e-8f40-a1b2c3d4e5f6', 'user-019376a4-1b2c-7d3e-8f40-a1b2c3d4e5f6x'])
    expect(isUserId(name)).toBe(false);
});
