import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_TOLERANCE_MS } from '../../domain/reports/watch-clock.ts';
import { type ClockSeen, LONGEST_SLEEP_MS, lookAtClock, WRONG_BY_MS } from './look-at-clock.ts';

const T0 = Date.parse('2026-10-25T00:30:00.000Z');
const HOUR = 3_600_000;

/** What passes between two looks: real time, of which the steady clock misses what the computer slept, and a hand on the clock. */
interface Passing {
  readonly awakeMs: number;
  readonly asleepMs: number;
  readonly setMs: number;
  /** The server's time less the device's, where it was heard. */
  readonly heard: number | null;
}

function watch(passings: readonly Partial<Passing>[], isRestart = false): ClockSeen {
  let [wallMs, steadyMs, contactAt] = [T0, 5_000, 0];
  let seen: ClockSeen = { look: { wallMs, steadyMs: isRestart ? null : steadyMs, server: null }, news: null };
  let server: ClockSeen['look']['server'] = null;
  for (const { awakeMs = 10_000, asleepMs = 0, setMs = 0, heard = null } of passings) {
    wallMs += awakeMs + asleepMs + setMs;
    steadyMs += awakeMs;
    if (heard !== null) server = { offsetMs: heard, contactAt: (contactAt += 1) };
    seen = lookAtClock(seen, { wallMs, steadyMs, server });
  }
  return seen;
}

describe('a clock that jumps', () => {
  it.each<readonly [string, readonly Partial<Passing>[], object | null]>([
    ['time goes by', [{}, { awakeMs: 60_000 }], null],
    ['a tab that was held up for an hour', [{ awakeMs: HOUR }], null],
    ['a weekend asleep', [{ asleepMs: 60 * HOUR }], null],
    ['a correction by seconds, either way', [{ setMs: -40_000 }, { setMs: 90_000 }], null],
    ['set back, and it stays told', [{ setMs: -HOUR }, {}, {}], { kind: 'back', saidMs: T0 + 10_000, saysMs: T0 + 10_000 - HOUR }],
    ['set back, and right again', [{ setMs: -HOUR }, {}, { setMs: HOUR }], null],
    ['set back asleep', [{ asleepMs: HOUR, setMs: -3 * HOUR }], { kind: 'back' }],
    ['a month ahead', [{ setMs: 30 * 24 * HOUR }], { kind: 'ahead' }],
    ['a month asleep, as the server says', [{ asleepMs: 30 * 24 * HOUR }, { heard: 0 }], null],
    ['ahead by an hour, as the server says', [{ heard: 0 }, { setMs: HOUR }, { heard: -HOUR }], { kind: 'off' }],
    ['off by the server, and set right as it says', [{ heard: -HOUR }, { setMs: -HOUR }], null],
    ['off by the server by little', [{ heard: WRONG_BY_MS }], null],
    ['set back, and the server says that it is right now', [{ setMs: -HOUR }, { heard: 0 }], null],
    ['set back, and wrong by the server', [{ setMs: -HOUR }, { heard: HOUR }], { kind: 'back' }],
  ])('%s', (_what, passings, news) => {
    if (news === null) expect(watch(passings).news).toBeNull();
    else expect(watch(passings).news).toMatchObject(news);
  });

  it.each<readonly [string, Partial<Passing>, string | null]>([
    ['started again later', { asleepMs: 300 * HOUR }, null],
    ['set back between two starts', { setMs: -HOUR }, 'back'],
  ])('%s', (_what, passing, kind) => expect(watch([passing], true).news?.kind ?? null).toBe(kind));

  const awakeMs = fc.integer({ min: 0, max: 5 * HOUR });
  const asleepMs = fc.integer({ min: 0, max: LONGEST_SLEEP_MS - CLOCK_TOLERANCE_MS });
  const setMs = fc.integer({ min: -CLOCK_TOLERANCE_MS, max: CLOCK_TOLERANCE_MS });
  const calm = fc.record({ awakeMs, asleepMs, setMs, heard: fc.option(fc.integer({ min: -WRONG_BY_MS, max: WRONG_BY_MS })) });

  it('never cries wolf over sleep, held-up pages and small corrections', () => {
    fc.assert(
      fc.property(fc.array(calm), (passings) => {
        expect(watch(passings).news).toBeNull();
      }),
    );
  });

  it('finds each clock that was set back by more than what passed meanwhile', () => {
    const back = fc.integer({ min: CLOCK_TOLERANCE_MS + 1, max: 400 * 24 * HOUR });
    fc.assert(
      fc.property(fc.array(calm), awakeMs, back, (passings, meanwhile, by) => {
        const { news, look } = watch([...passings, { awakeMs: meanwhile, setMs: -by }]);
        expect(news).toEqual({ kind: 'back', saidMs: look.wallMs + by, saysMs: look.wallMs });
      }),
    );
  });
});
