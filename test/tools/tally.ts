/** How many tests of a step passed, failed and were skipped. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Reads the report of vitest's JSON reporter. */
export function readVitest(report: string): Tally {
  const json = JSON.parse(report) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>;
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}

/** Reads the report of playwright's JSON reporter. A flaky test counts as failed. */
export function readPlaywright(report: string): Tally {
  const { stats } = JSON.parse(report) as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** How long a step of a run took. */
export interface StepTime {
  readonly title: string;
  readonly seconds: number;
}

/** A table of how long each step took, and of them all, in whole seconds. */
export function timeTable(times: readonly StepTime[]): string {
  const rows = [...times, { title: 'Total', seconds: times.reduce((sum, { seconds }) => sum + seconds, 0) }];
  const width = Math.max(...rows.map(({ title }) => title.length));
  return rows.map(({ title, seconds }) => `${title.padEnd(width)}  ${String(Math.round(seconds)).padStart(5)} s`).join('\n');
}

/** The closing line of a run. A step that failed outside any test counts as one failure. */
export function closingLine(tally: Tally, stepFailed: boolean): string {
  const failed = stepFailed ? Math.max(1, tally.failed) : tally.failed;
  return `${tally.passed} passed, ${failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`;
}
