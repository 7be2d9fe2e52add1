import { expect, it } from 'vitest';
import { add, closingLine, nothing, readPlaywright, readVitest, timeTable } from './tally.ts';

const vitest = JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
const playwright = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } });

it('sums the reports of both runners', () => {
  expect([readVitest(vitest), readPlaywright(playwright)].reduce(add, nothing)).toEqual({
    passed: 9,
    failed: 3,
    skipped: 3,
  });
});

it.each([
  [{ passed: 7, failed: 0, skipped: 0 }, false, '7 passed, 0 failed'],
  [{ passed: 7, failed: 2, skipped: 1 }, true, '7 passed, 2 failed, 1 skipped'],
  [{ passed: 0, failed: 0, skipped: 0 }, true, '0 passed, 1 failed'],
])('%j, step failed %s, reads: %s', (tally, stepFailed, line) => {
  expect(closingLine(tally, stepFailed)).toBe(line);
});

it('shows how long each step took, and all of them together', () => {
  const times = [
    { title: 'Types', seconds: 8.4 },
    { title: 'Contract suites', seconds: 1_203.4 },
  ];
  expect(timeTable(times)).toBe('Types                8 s\nContract suites   1203 s\nTotal             1212 s');
});
