import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyOperation } from '../base/envelope.ts';
import type { ClockChange } from './report.ts';
import { CLOCK_TOLERANCE_MS, watchClock } from './watch-clock.ts';

const START = Date.parse('2026-10-25T00:30:00.000Z');
const MINUTE = 60_000;

interface Step {
  readonly at: number;
  readonly clockOffsetMs: number | null;
}

function changesOf(steps: readonly Step[]): ClockChange[] {
  const clockChanges: ClockChange[] = [];
  const see = watchClock({ clockChanges });
  for (const { at, clockOffsetMs } of steps) see({ at: new Date(at).toISOString(), clockOffsetMs } as AnyOperation);
  return clockChanges;
}

describe('[J8] changes of the clock in a shift', () => {
  it.each<readonly [string, readonly (readonly [minutes: number, offset: number | null])[], readonly number[]]>([
    [
      'time goes by, over a change of the clocks too',
      [
        [0, 0],
        [30, 0],
        [90, 0],
        [600, 0],
      ],
      [],
    ],
    [
      'a correction by seconds',
      [
        [0, 0],
        [1, 0],
        [0.5, 0],
      ],
      [],
    ],
    [
      'put back, without the server',
      [
        [0, null],
        [60, null],
        [-20, null],
      ],
      [-80],
    ],
    [
      'put back, and the server says so later: one change',
      [
        [0, 0],
        [60, 0],
        [0, 0],
        [5, 60],
      ],
      [-60],
    ],
    [
      'put back, and the server says so at once',
      [
        [0, 0],
        [60, 0],
        [0, 60],
      ],
      [-60],
    ],
    [
      'put ahead, as the server says',
      [
        [0, 0],
        [180, -170],
      ],
      [170],
    ],
    [
      'back and right again',
      [
        [0, 0],
        [-60, 0],
        [-30, 60],
        [31, 0],
      ],
      [-60, 60],
    ],
    [
      'the server is heard for the first time',
      [
        [0, null],
        [10, -500],
      ],
      [],
    ],
    [
      'the server was not heard for a while',
      [
        [0, 0],
        [10, null],
        [20, 0],
      ],
      [],
    ],
  ])('%s', (_what, steps, expected) => {
    const changes = changesOf(
      steps.map(([minutes, offset]) => ({ at: START + minutes * MINUTE, clockOffsetMs: offset === null ? null : offset * MINUTE })),
    );
    expect(changes.map(({ byMs }) => byMs / MINUTE)).toEqual(expected);
  });

  it('tells none while the clock is only corrected by little, and every step back by more', () => {
    const step = fc.integer({ min: -CLOCK_TOLERANCE_MS, max: 10 * 3_600_000 });
    const back = fc.integer({ min: CLOCK_TOLERANCE_MS + 1, max: 40 * 86_400_000 });
    const steps = fc.array(fc.oneof({ weight: 5, arbitrary: step }, { weight: 1, arbitrary: back.map((ms) => -ms) }), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (moved) => {
        let at = START;
        const seen = [{ at, clockOffsetMs: null }, ...moved.map((ms) => ({ at: (at += ms), clockOffsetMs: null }))];
        expect(changesOf(seen).map(({ byMs }) => byMs)).toEqual(moved.filter((ms) => ms < -CLOCK_TOLERANCE_MS));
      }),
    );
  });
});
