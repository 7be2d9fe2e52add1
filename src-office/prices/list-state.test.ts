import { expect, it } from 'vitest';
import { listState } from './list-state.ts';

it.each([
  [null, null, 'running'],
  ['2026-06-15', '2026-06-15', 'running'],
  ['2026-06-16', null, 'coming'],
  [null, '2026-06-14', 'over'],
])('a list from %s to %s is %s on 15 June', (startsOn, endsOn, state) => {
  expect(listState({ startsOn, endsOn }, '2026-06-15')).toBe(state);
});
