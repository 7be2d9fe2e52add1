import type { MirrorPage, OutpostBridge } from '../../domain/device/bridge.ts';
import { MIRROR_PAGE_BYTES, readMirrorPage } from '../../domain/device/mirror-lines.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { messageOf } from '../storage/storage-error.ts';
import { readStoredJournals } from '../storage/salvage-closed.ts';
import { openMirrorFile } from './mirror/browser-mirror.ts';

type ReadPage = (from: number) => Promise<MirrorPage>;

/** How the mirror of this device is read, in the desktop app or in a browser; null where there is none. */
async function mirrorReader(): Promise<ReadPage | null> {
  const mirror = (globalThis as { outpost?: OutpostBridge }).outpost?.journalMirror;
  if (mirror !== undefined) {
    return async (from) => {
      const page = await mirror.read(from);
      if (!page.ok) throw new Error(page.code);
      return page.value;
    };
  }
  const file = await openMirrorFile();
  return file && ((from) => readMirrorPage(file, from, MIRROR_PAGE_BYTES));
}

/** Every line of the mirror, damaged or not; what cannot be read ends it. */
async function mirrorLines(): Promise<string[]> {
  const lines: string[] = [];
  try {
    const read = await mirrorReader();
    for (let from: number | null = read === null ? null : 0; read !== null && from !== null; ) {
      const page = await read(from);
      lines.push(...page.lines.map((line) => `{"mirror":${line}}`), ...page.damaged.map((damaged) => JSON.stringify({ damaged })));
      from = page.next;
    }
  } catch (error) {
    lines.push(JSON.stringify({ unreadable: 'the mirror', why: messageOf(error) }));
  }
  return lines;
}

/**
 * Saves a file, lines of JSON, with everything that this device has of any journal: those that count and those that were
 * set aside, as they are, and the mirror. It needs no register to run, and what cannot be read keeps nothing else out of
 * the file: it is named there. For support. Rejects when there is something, and nothing of it can be read.
 */
export async function saveCopyForSupport(): Promise<void> {
  const lines = [...(await readStoredJournals()).map((entry) => JSON.stringify(entry)), ...(await mirrorLines())];
  if (lines.length > 0 && lines.every((line) => line.startsWith('{"unreadable":'))) throw new Error(lines.join(' '));
  const url = URL.createObjectURL(new Blob([lines.map((line) => `${line}\n`).join('')], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `outpost-journal-${dateInZone(new Date(), 'UTC')}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
