import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PrintReply } from '../../domain/device/printer.ts';
import { openPrintJobs } from './print-jobs.ts';
import { printOnce } from './print-once.ts';

const HOUR_MS = 3_600_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-once-'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** A printer that is away for an hour, behind a host that is started again for each call. */
function awayForAnHour(onPaper: string[]) {
  const backAt = Date.now() + HOUR_MS;
  return (id: string) =>
    printOnce(openPrintJobs(join(folder, 'jobs.jsonl'))).print(id, (onSend): Promise<PrintReply> => {
      if (Date.now() < backAt) return Promise.resolve({ kind: 'not_reachable' });
      onSend();
      onPaper.push(id);
      return Promise.resolve({ kind: 'printed' });
    });
}

describe('a printer that comes back after an hour', () => {
  it('prints a job once that was asked for all the while', async () => {
    const onPaper: string[] = [];
    const print = awayForAnHour(onPaper);
    const said: string[] = [];
    for (let minute = 0; minute <= 65; minute += 5) {
      said.push((await print('A8-1')).kind);
      vi.advanceTimersByTime(5 * 60_000);
    }
    expect(said).toEqual([...Array.from({ length: 12 }, () => 'not_reachable'), 'printed', 'printed']);
    expect(onPaper).toEqual(['A8-1']);
  });

  it.each(['swallowed', 'half'])('prints nothing of a job again that it had taken and %s', async (what) => {
    const onPaper: string[] = [];
    const jobs = () => printOnce(openPrintJobs(join(folder, 'jobs.jsonl')));
    const first = await jobs().print('A8-2', (onSend): Promise<PrintReply> => {
      onSend();
      if (what === 'half') onPaper.push('half of A8-2');
      return Promise.resolve({ kind: 'unsure', why: 'silent' });
    });
    expect(first).toEqual({ kind: 'unsure', why: 'silent' });
    const before = [...onPaper];
    vi.advanceTimersByTime(HOUR_MS);
    const again = await jobs().print('A8-2', (onSend) => {
      onSend();
      onPaper.push('A8-2');
      return Promise.resolve({ kind: 'printed' });
    });
    expect(again).toEqual({ kind: 'unsure', why: 'silent' });
    expect(onPaper).toEqual(before);
  });
});
