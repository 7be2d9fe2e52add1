import { describe, expect, it } from 'vitest';
import { NOTHING_RUNG, ringFor } from './ring.ts';

const MINUTE = 60_000;

describe('the ring for new pickups', () => {
  it('is heard once for each, and again after two minutes while nobody acknowledges', () => {
    const first = ringFor(NOTHING_RUNG, ['F1'], 0);
    expect(first).toEqual({ ids: new Set(['F1']), at: 0 });
    if (first === null) throw new Error('It rings.');
    expect(ringFor(first, ['F1'], MINUTE)).toBeNull();
    const second = ringFor(first, ['F1', 'F2'], MINUTE);
    expect(second).toEqual({ ids: new Set(['F1', 'F2']), at: MINUTE });
    if (second === null) throw new Error('It rings.');
    expect(ringFor(second, ['F1', 'F2'], 3 * MINUTE - 1)).toBeNull();
    expect(ringFor(second, ['F1', 'F2'], 3 * MINUTE)?.at).toBe(3 * MINUTE);
  });

  it('is silent once all are acknowledged, here or at another register', () => {
    expect(ringFor({ ids: new Set(['F1']), at: 0 }, [], 10 * MINUTE)).toBeNull();
  });

  it('does not begin sooner because a clock was set back', () => {
    expect(ringFor({ ids: new Set(['F1']), at: 10 * MINUTE }, ['F1'], 0)).toBeNull();
  });
});
