import { openBrowserMirror } from '../../../../src-renderer/journal/mirror/browser-mirror.ts';

/** Writes to the end of the file without the mirror, which must not have been used on this page. */
async function spoil(text: string): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle('journal-mirror.jsonl', { create: true });
  const { size } = await handle.getFile();
  const writing = await handle.createWritable({ keepExistingData: true });
  await writing.write({ type: 'write', position: size, data: text });
  await writing.close();
}

const api = { mirror: openBrowserMirror(), spoil };
export type MirrorPageApi = typeof api;

(globalThis as unknown as { api: MirrorPageApi }).api = api;
