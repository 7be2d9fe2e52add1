import type { JournalMirrorPort, OutpostBridge } from '../../domain/device/bridge.ts';
import { readStoredJournals } from './mend/salvage-closed.ts';

/** Every line of a mirror, damaged or not; what cannot be read ends it. */
async function mirrorLines(mirror: JournalMirrorPort | undefined): Promise<string[]> {
  const lines: string[] = [];
  for (let from: number | null = 0; mirror !== undefined && from !== null; ) {
    const page = await mirror.read(from);
    if (!page.ok) break;
    lines.push(...page.value.lines.map((line) => `{"mirror":${line}}`), ...page.value.damaged.map((damaged) => JSON.stringify({ damaged })));
    from = page.value.next;
  }
  return lines;
}

/**
 * Saves a file, lines of JSON, with everything that this device has of any journal: those that count and those that were
 * set aside, as they are, and the desktop app's mirror. Needs no register to run. For support.
 */
export async function saveCopyForSupport(): Promise<void> {
  const stored = await readStoredJournals();
  const lines = stored.map((entry) => JSON.stringify(entry));
  lines.push(...(await mirrorLines((globalThis as { outpost?: OutpostBridge }).outpost?.journalMirror)));
  const url = URL.createObjectURL(new Blob([lines.map((line) => `${line}\n`).join('')], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `outpost-journal-${new Date().toISOString().slice(0, 10)}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
