import { expect, it } from 'vitest';
import { isPeriod } from './report-protocol.ts';

it.each([
  ['2026-01-01', '2026-01-01', true],
  ['2026-01-02', '2026-01-01', false],
  ['2025-01-01', '2026-01-02', true],
  ['2025-01-01', '2026-01-03', false],
  ['', '2026-01-01', false],
])('%s to %s can be asked for: %s', (from, to, is) => expect(isPeriod({ from, to })).toBe(is));
