import { expect, it } from 'vitest';
import { readFlag } from './read-flag.ts';

it.each([
  [['outpost'], null],
  [['outpost', '--server=https://pool.example'], 'https://pool.example'],
  [['outpost', '--server=a', '--server=b=c'], 'b=c'],
  [['outpost', '--server='], ''],
  [['outpost', '--server', 'https://pool.example', '--servers=x'], null],
])('%j names %j', (argv, value) => {
  expect(readFlag(argv, 'server')).toBe(value);
});
