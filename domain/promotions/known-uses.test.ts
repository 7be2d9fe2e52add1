import { expect, it } from 'vitest';
import { knownUses } from './known-uses.ts';
import { storeUseId } from './promotion-use.ts';

const own = (promotionId: string, storeId: string, amountMinor: number, uses: number) => ({
  id: storeUseId(promotionId, storeId),
  promotionId,
  storeId,
  amountMinor,
  uses,
});

it('counts the own store as it is now, and the others as they were counted last', () => {
  const all = [
    { id: 'P', stores: { S1: { amountMinor: 100, uses: 1 }, S2: { amountMinor: 250, uses: 2 }, S3: { amountMinor: -50, uses: 0 } } },
    { id: 'Q', stores: { S1: { amountMinor: 70, uses: 7 } } },
  ];
  const uses = knownUses(all, [own('P', 'S1', 400, 4), own('R', 'S1', 30, 3), own('R', 'S2', 999, 9)], 'S1');
  expect(Object.fromEntries(uses)).toEqual({
    P: { amountMinor: 600, uses: 6 },
    R: { amountMinor: 30, uses: 3 },
  });
});
