import { expect, it } from 'vitest';
import { shownBy } from './use-shift-report.ts';

it('[J9] a journal that could not be read is no shift without entries: that one may be closed without its sums', async () => {
  expect(await shownBy(Promise.resolve(null))).toBe('missing');
  expect(await shownBy(Promise.reject(new Error('The disk gives no answer.')))).toBe('failed');
});
