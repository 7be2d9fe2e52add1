import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepTrying, MOST_TRIES_A_MINUTE, retryDelay } from './keep-trying.ts';

describe('retryDelay', () => {
  it('grows, has jitter, and never gets longer than 20 seconds', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const delay = retryDelay(failures, random);
        expect(delay).toBeGreaterThanOrEqual(125);
        expect(delay).toBeLessThanOrEqual(20_000);
        expect(retryDelay(failures + 1, random)).toBeGreaterThanOrEqual(delay);
      }),
    );
    expect(retryDelay(3, 0)).toBeLessThan(retryDelay(3, 1));
  });
});

describe('keepTrying', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('goes on at once while there is more, then waits to be kicked', async () => {
    const answers = ['again', 'again', 'wait', 'wait'] as const;
    let rounds = 0;
    const loop = keepTrying({
      idleMs: 1000,
      random: () => 1,
      onError: () => undefined,
      round: () => Promise.resolve(answers[rounds++] ?? 'wait'),
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(rounds).toBe(3);
    loop.kick();
    await vi.advanceTimersByTimeAsync(0);
    expect(rounds).toBe(4);
    await vi.advanceTimersByTimeAsync(999);
    expect(rounds).toBe(4);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toBe(5);
    loop.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rounds).toBe(5);
  });

  it('does not lose a kick that comes in the middle of a round', async () => {
    let rounds = 0;
    const loop = keepTrying({
      idleMs: 60_000,
      random: () => 1,
      onError: () => undefined,
      round: () => {
        rounds += 1;
        if (rounds === 1) loop.kick();
        return Promise.resolve('wait');
      },
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(rounds).toBe(2);
    loop.stop();
  });

  it('backs off while rounds fail, says why, and starts over after one that works', async () => {
    const errors: unknown[] = [];
    const at: number[] = [];
    const start = Date.now();
    const loop = keepTrying({
      idleMs: 60_000,
      random: () => 1,
      onError: (error) => errors.push(error),
      round: () => {
        at.push(Date.now() - start);
        return at.length === 3 ? Promise.resolve('again') : Promise.reject(new Error('cut'));
      },
    });
    await vi.advanceTimersByTimeAsync(2_100);
    expect(at).toEqual([0, 500, 1500, 1500, 2000]);
    expect(errors).toHaveLength(4);
    loop.stop();
  });

  it('pauses longer and longer whatever kicks it, and a kick in a pause is not lost', async () => {
    const at: number[] = [];
    const start = Date.now();
    const loop = keepTrying({
      idleMs: 60_000,
      random: () => 1,
      onError: () => undefined,
      round: () => {
        at.push(Date.now() - start);
        return at.length < 5 ? Promise.reject(new Error('refused')) : Promise.resolve('wait');
      },
    });
    for (let ms = 0; ms < 7_000; ms += 10) {
      loop.kick();
      await vi.advanceTimersByTimeAsync(ms < 6_900 ? 10 : 0);
    }
    expect(at.slice(0, 4)).toEqual([0, 500, 1500, 3500]);
    loop.stop();
  });

  it('tries again at once when it is asked to, but not more than 20 times a minute', async () => {
    const at: number[] = [];
    const start = Date.now();
    const loop = keepTrying({
      idleMs: 60_000,
      random: () => 1,
      onError: () => undefined,
      round: () => {
        at.push(Date.now() - start);
        return Promise.reject(new Error('refused'));
      },
    });
    for (let ms = 0; ms < 300_000; ms += 25) {
      loop.retry();
      await vi.advanceTimersByTimeAsync(25);
    }
    loop.stop();
    expect(at[5]).toBeLessThan(1_000);
    for (const moment of at)
      expect(at.filter((one) => one >= moment && one < moment + 60_000).length).toBeLessThanOrEqual(MOST_TRIES_A_MINUTE);
    expect(at.length).toBeGreaterThan(60);
  });
});
