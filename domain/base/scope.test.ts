import { expect, it } from 'vitest';
import { registerScope, scopesOf, storeScope } from './scope.ts';

it('[R1] a register has three scopes, in key order, which is the order in which their heads are locked (rule R2)', () => {
  const scopes = scopesOf({ storeId: 'S1', registerId: 'R1' });
  expect(scopes).toEqual(['all', registerScope('R1'), storeScope('S1')]);
  expect([...scopes].sort()).toEqual(scopes);
});
