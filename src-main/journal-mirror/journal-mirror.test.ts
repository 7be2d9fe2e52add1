import fc from 'fast-check';
import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournalMirror, type JournalMirror } from './journal-mirror.ts';

let folder: string;
let file: string;
let mirror: JournalMirror;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-mirror-'));
  file = join(folder, 'user/journal.jsonl');
  mirror = createJournalMirror(file);
});
afterEach(async () => {
  await mirror.close();
  await rm(folder, { recursive: true });
});

const line = (seq: number) => JSON.stringify({ seq, note: 'Größe ☕' });
const saved = { ok: true, value: null };

/** Reads all pages. */
async function readAll(from: JournalMirror): Promise<{ lines: string[]; damaged: string[]; pages: number }> {
  const all = { lines: [] as string[], damaged: [] as string[], pages: 0 };
  for (let at: number | null = 0; at !== null; ) {
    const page = await from.read(at);
    if (!page.ok) throw new Error(page.code);
    all.lines.push(...page.value.lines);
    all.damaged.push(...page.value.damaged);
    all.pages += 1;
    at = page.value.next;
  }
  return all;
}

describe('[R5] the second place of the journal', () => {
  it('is empty before the first operation', async () => {
    expect(await mirror.read(0)).toEqual({ ok: true, value: { lines: [], damaged: [], next: null } });
  });

  it('holds a line on the disk by the time its append resolves', async () => {
    expect(await mirror.append([line(1), line(2)])).toEqual(saved);
    expect(await readFile(file, 'utf8')).toBe(`${line(1)}\n${line(2)}\n`);
  });

  it('only grows, also across restarts', async () => {
    await mirror.append([line(1)]);
    await mirror.close();
    mirror = createJournalMirror(file);
    await mirror.append([line(2)]);
    expect((await readAll(mirror)).lines).toEqual([line(1), line(2)]);
  });

  it('keeps the order of appends that overlap', async () => {
    const sequence = Array.from({ length: 100 }, (_, index) => line(index + 1));
    const results = await Promise.all(sequence.map((each) => mirror.append([each])));
    expect(results).toEqual(sequence.map(() => saved));
    expect((await readAll(mirror)).lines).toEqual(sequence);
  });

  it('sets a line torn by a power loss apart, and loses none before or after it', async () => {
    await mirror.append([line(1)]);
    await mirror.close();
    await appendFile(file, '{"seq":2,"no');
    expect(await readAll(mirror)).toMatchObject({ lines: [line(1)], damaged: ['{"seq":2,"no'] });
    mirror = createJournalMirror(file);
    await mirror.append([line(2)]);
    expect(await readAll(mirror)).toMatchObject({ lines: [line(1), line(2)], damaged: ['{"seq":2,"no'] });
  });

  it('gives the same lines whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json(), { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 200 }), async (lines, bytes) => {
        const own = join(await mkdtemp(join(folder, 'run-')), 'journal.jsonl');
        const paged = createJournalMirror(own, bytes);
        await paged.append(lines);
        expect((await readAll(paged)).lines).toEqual(lines);
        await paged.close();
      }),
      { numRuns: 50 },
    );
  });

  it('reads a long journal in several pages', async () => {
    const paged = createJournalMirror(file, 64);
    await paged.append(Array.from({ length: 50 }, (_, index) => line(index)));
    expect((await readAll(paged)).pages).toBeGreaterThan(10);
    await paged.close();
  });

  it('says that it failed, and works again once the cause is gone', async () => {
    await mkdir(file, { recursive: true });
    expect(await mirror.append([line(1)])).toEqual({ ok: false, code: 'io_failed' });
    await rm(file, { recursive: true });
    expect(await mirror.append([line(1)])).toEqual(saved);
    expect((await readAll(mirror)).lines).toEqual([line(1)]);
  });

  it.runIf(process.platform === 'linux')('tells a full disk from other failures', async () => {
    const full = createJournalMirror('/dev/full');
    expect(await full.append([line(1)])).toEqual({ ok: false, code: 'disk_full' });
  });
});
