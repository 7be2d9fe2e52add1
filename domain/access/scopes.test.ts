import { describe, expect, it } from 'vitest';
import { GRANTABLE_SCOPES, grants, mayGive, REGISTER_SCOPES, SCOPE_SETS, SCOPES } from './scopes.ts';

describe('scopes', () => {
  it('[A1] open themselves, and office what office.read opens; nothing else opens anything else', () => {
    const pairs = SCOPES.flatMap((held) => SCOPES.map((needed) => [held, needed] as const));
    const opened = pairs.filter(([held, needed]) => held !== needed && grants([held], needed));
    expect(opened).toEqual([['office', 'office.read']]);
    for (const scope of SCOPES) expect(grants([scope], scope)).toBe(true);
    expect(grants([], 'orders')).toBe(false);
  });

  it('[A3] of registers are closed to keys and users', () => {
    expect(GRANTABLE_SCOPES).not.toContain('sync');
    expect([...GRANTABLE_SCOPES, 'sync'].sort()).toEqual([...SCOPES].sort());
    expect(REGISTER_SCOPES).toEqual(['sync', 'availability']);
  });

  it.each([
    [['keys'], ['keys'], true],
    [['keys'], ['orders'], false],
    [['keys'], ['keys', 'orders'], false],
    [['office'], ['office.read'], true],
    [['office.read'], ['office'], false],
    [[], [], true],
  ] as const)('[A1] who has %j may give %j: %s', (held, given, allowed) => {
    expect(mayGive(held, given)).toBe(allowed);
  });

  it('[A1] the set of the head office gives everything that can be given, that of the web shop two; no set is named as a scope is', () => {
    expect(Object.keys(SCOPE_SETS).filter((name) => (SCOPES as readonly string[]).includes(name))).toEqual([]);
    expect(mayGive(SCOPE_SETS.everything, GRANTABLE_SCOPES)).toBe(true);
    expect(SCOPE_SETS.web_shop).toEqual(['orders', 'availability', 'price_quotes']);
  });
});
