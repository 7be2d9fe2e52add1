import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPrintJobs } from './print-jobs.ts';

let folder: string;
const open = (mostKept?: number) => openPrintJobs(join(folder, 'host/print-jobs.jsonl'), mostKept);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-print-jobs-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('knows over a restart what was sent and what was printed', () => {
  const jobs = open();
  jobs.mark('a', 'sent');
  jobs.mark('b', 'sent');
  jobs.mark('b', 'printed');
  const again = open();
  expect(['a', 'b', 'c'].map((id) => again.stateOf(id))).toEqual(['sent', 'printed', undefined]);
});

it('leaves out a line that a power cut has torn', async () => {
  open().mark('a', 'printed');
  await appendFile(join(folder, 'host/print-jobs.jsonl'), '{"id":"b","sta');
  const again = open();
  expect([again.stateOf('a'), again.stateOf('b')]).toEqual(['printed', undefined]);
  again.mark('b', 'sent');
  expect(open().stateOf('b')).toBe('sent');
});

it('keeps the newest', async () => {
  const jobs = open();
  for (let number = 0; number <= 20; number += 1) jobs.mark(`job-${number}`, 'printed');
  const again = open(20);
  expect([again.stateOf('job-0'), again.stateOf('job-1')]).toEqual([undefined, 'printed']);
  expect((await readFile(join(folder, 'host/print-jobs.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(20);
});
