import { registerScope, scopesOf, storeScope } from '../base/scope.ts';
import { describe, expect, it } from 'vitest';

describe('replica documents', () => {
  it('[R1] a register pulls what is for all, for its store and for itself', () => {
    const scopes = scopesOf({ storeId: 'S1', registerId: 'R1' });
    expect([...scopes].sort()).toEqual(['all', 'register:R1', 'store:S1']);
    expect(scopes).toContain(storeScope('S1'));
    expect(scopes).toContain(registerScope('R1'));
  });

  it('[R2] scopes come in key order, in which their heads are locked', () => {
    for (const [storeId, registerId] of [
      ['a', 'z'],
      ['z', 'a'],
      ['0', 'Z'],
    ] as const) {
      const scopes = scopesOf({ storeId, registerId });
      expect(scopes).toEqual([...scopes].sort());
    }
  });
});
