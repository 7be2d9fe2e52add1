import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchLoneKey } from './lone-key.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  ['alone', [['?', 1000]], 1],
  [
    'with the key that it needs',
    [
      ['Shift', 980],
      ['?', 1000],
    ],
    1,
  ],
  [
    'inside of a label',
    [
      ['1', 980],
      ['?', 1000],
      ['7', 1020],
    ],
    0,
  ],
  [
    'at the end of a label',
    [
      ['1', 980],
      ['?', 1000],
    ],
    0,
  ],
  [
    'at the beginning of a label',
    [
      ['?', 1000],
      ['1', 1020],
    ],
    0,
  ],
  [
    'after something else was typed',
    [
      ['1', 500],
      ['?', 1000],
    ],
    1,
  ],
  ['another key', [['!', 1000]], 0],
] as const)('a key %s counts %#', (_what, keys, times) => {
  const then = vi.fn();
  const lone = watchLoneKey(({ key }: Pick<KeyboardEvent, 'key' | 'timeStamp'>) => key === '?', then);
  for (const [key, timeStamp] of keys) lone.press({ key, timeStamp });
  vi.advanceTimersByTime(1000);
  expect(then).toHaveBeenCalledTimes(times);
});

it('counts no more once nobody watches', () => {
  const then = vi.fn();
  const lone = watchLoneKey(() => true, then);
  lone.press({ key: '?', timeStamp: 1000 });
  lone.stop();
  vi.advanceTimersByTime(1000);
  expect(then).not.toHaveBeenCalled();
});
