import { describe, expect, it } from 'vitest';
import { CALM, NOTHING_RUNG, ringFor } from './ring.ts';

const MINUTE = 60_000;

describe('the ring for orders', () => {
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

  it('is heard once for work of the day, and once for all that comes within five minutes', () => {
    const first = ringFor(NOTHING_RUNG, ['F1'], 0, CALM);
    if (first === null) throw new Error('It rings.');
    expect(ringFor(first, ['F1', 'F2'], 5 * MINUTE - 1, CALM)).toBeNull();
    expect(ringFor(first, ['F1'], 24 * 60 * MINUTE, CALM)).toBeNull();
    expect(ringFor(first, ['F1', 'F2', 'F3'], 5 * MINUTE, CALM)).toEqual({ ids: new Set(['F1', 'F2', 'F3']), at: 5 * MINUTE });
  });

  it('does not begin sooner because a clock was set back', () => {
    expect(ringFor({ ids: new Set(['F1']), at: 10 * MINUTE }, ['F1'], 0)).toBeNull();
  });
});
