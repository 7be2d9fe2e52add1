import { describe, expect, it } from 'vitest';
import { REFUSALS } from './refusal.ts';
import { accept, refuse } from './result.ts';

describe('a result', () => {
  it('is a value or a refusal, never both, whatever the value', () => {
    for (const value of [0, '', null, undefined, false]) expect(accept(value)).toEqual({ ok: true, value });
    for (const refusal of REFUSALS) expect(refuse(refusal)).toEqual({ ok: false, refusal });
  });

  it('has refusals of one closed list, each named once', () => {
    expect(new Set(REFUSALS).size).toBe(REFUSALS.length);
  });
});
