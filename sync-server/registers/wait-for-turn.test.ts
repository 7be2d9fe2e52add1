import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTurns } from './wait-for-turn.ts';

const PER_MS = 60;
const create = () => createTurns({ pace: { attempts: 1, perMs: PER_MS }, waiting: 2 });

describe('waiting for a turn', () => {
  // A busy machine runs timers late, and several at once.
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('lets each caller go on at the pace, and waits with none for another', async () => {
    const turn = create();
    const begun = performance.now();
    const gone: string[] = [];
    const go = async (who: string) => gone.push(`${who} ${await turn(who)}`);
    const all = [go('a'), go('a'), go('a'), go('b')];
    // Nobody who has to wait goes on before a timer has run.
    await all[3];
    expect(gone).toEqual(['a true', 'b true']);
    await vi.advanceTimersByTimeAsync(2 * PER_MS);
    await Promise.all(all);
    expect(gone).toHaveLength(4);
    expect(performance.now() - begun).toBeGreaterThan(2 * PER_MS - 2);
  });

  it('sends away at once whoever comes when as many of the same caller wait as may', async () => {
    const turn = create();
    await turn('a');
    const [second, third] = [turn('a'), turn('a')];
    expect(await turn('a')).toBe(false);
    // One has gone on: there is room for one more, and not for two.
    await vi.advanceTimersByTimeAsync(PER_MS);
    await Promise.race([second, third]);
    const [fourth, fifth] = [turn('a'), turn('a')];
    expect(await fifth).toBe(false);
    await vi.advanceTimersByTimeAsync(2 * PER_MS);
    expect(await Promise.all([second, third, fourth])).toEqual([true, true, true]);
    const more = [turn('a'), turn('a'), turn('a')];
    await vi.advanceTimersByTimeAsync(3 * PER_MS);
    expect(await Promise.all(more)).toEqual([true, true, false]);
  });
});
