import type { BridgeResult, MirrorPage } from '../../../domain/device/bridge.ts';
import { type ByteSource, MIRROR_PAGE_BYTES, readMirrorPage, readMirrorTail } from '../../../domain/device/mirror-lines.ts';
import { MIRROR_FILE, type MirrorAnswer, type MirrorQuestion } from './mirror-messages.ts';

/** What TypeScript's library for pages leaves out: it exists in workers alone. */
interface SyncAccess {
  read(into: Uint8Array, options: { at: number }): number;
  write(from: Uint8Array, options: { at: number }): number;
  flush(): void;
  getSize(): number;
  truncate(size: number): void;
  close(): void;
}

const LINE_BREAK = 0x0a;
const TRIES = 50;
const TRY_AGAIN_MS = 100;

let access: SyncAccess | null = null;
let last: Promise<unknown> = Promise.resolve();

/** The page before this one may hold the file for a moment longer. */
async function openFile(): Promise<SyncAccess> {
  const folder = await navigator.storage.getDirectory();
  const file = (await folder.getFileHandle(MIRROR_FILE, { create: true })) as FileSystemFileHandle & {
    createSyncAccessHandle(): Promise<SyncAccess>;
  };
  for (let tries = 1; ; tries += 1) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!held || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

function readBytes(file: SyncAccess, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, file.read(bytes, { at: from }));
}

/** Writes at the end. What cannot be written whole is taken back, so that it spoils no line that follows. */
function append(file: SyncAccess, lines: readonly string[]): void {
  const size = file.getSize();
  const torn = size > 0 && readBytes(file, size - 1, 1)[0] !== LINE_BREAK;
  const bytes = new TextEncoder().encode(`${torn ? '\n' : ''}${lines.map((line) => `${line}\n`).join('')}`);
  try {
    const written = file.write(bytes, { at: size });
    if (written < bytes.length) throw new DOMException('The file could not grow.', 'QuotaExceededError');
    file.flush();
  } catch (error) {
    file.truncate(size);
    throw error;
  }
}

async function answer(question: MirrorQuestion): Promise<BridgeResult<MirrorPage | null>> {
  try {
    access ??= await openFile();
    const file = access;
    const source: ByteSource = { size: file.getSize(), read: (from, length) => readBytes(file, from, length) };
    switch (question.method) {
      case 'append':
        append(file, question.lines);
        return { ok: true, value: null };
      case 'read':
        return { ok: true, value: await readMirrorPage(source, question.from, MIRROR_PAGE_BYTES) };
      case 'tail':
        return { ok: true, value: await readMirrorTail(source) };
    }
  } catch (error) {
    access?.close();
    access = null;
    return { ok: false, code: error instanceof DOMException && error.name === 'QuotaExceededError' ? 'disk_full' : 'io_failed' };
  }
}

addEventListener('message', ({ data }: MessageEvent<MirrorQuestion>) => {
  last = last.then(async () => {
    const message: MirrorAnswer = { id: data.id, result: await answer(data) };
    postMessage(message);
  });
});
