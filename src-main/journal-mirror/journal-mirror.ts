import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BridgeResult, MirrorPage } from '../../domain/device/bridge.ts';
import { failed } from '../failed.ts';

const PAGE_BYTES = 4 * 1024 * 1024;

/** [R5] The second place of the journal: a file of JSON lines that only ever grows. */
export interface JournalMirror {
  append(lines: string[]): Promise<BridgeResult<null>>;
  read(from: number): Promise<BridgeResult<MirrorPage>>;
  /** Waits for writes under way and lets go of the file. */
  close(): Promise<void>;
}

/**
 * Opens the mirror at `file` (made on first use). Appends run one after another; each resolves after its
 * fsync. After a failed one the file is opened anew and a torn end is closed with a line break, so that
 * it spoils no line that follows.
 */
export function createJournalMirror(file: string, pageBytes = PAGE_BYTES): JournalMirror {
  let handle: FileHandle | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function write(lines: string[]): Promise<BridgeResult<null>> {
    try {
      handle ??= await openForAppend(file);
      await handle.appendFile(lines.map((line) => `${line}\n`).join(''), 'utf8');
      await handle.sync();
      return { ok: true, value: null };
    } catch (error) {
      await handle?.close().catch(() => undefined);
      handle = undefined;
      return failed(error);
    }
  }

  /** Queues a task behind all that came before it. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    append: (lines) => inTurn(() => write(lines)),
    read: (from) => inTurn(() => readPage(file, from, pageBytes)),
    close: () =>
      inTurn(async () => {
        await handle?.close();
        handle = undefined;
      }),
  };
}

async function openForAppend(file: string): Promise<FileHandle> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const handle = await open(file, 'a+', 0o600);
  const { size } = await handle.stat();
  if (size === 0) await syncFolder(folder);
  else if ((await readBytes(handle, size - 1, 1)).toString('latin1') !== '\n') await handle.appendFile('\n');
  return handle;
}

/** Makes the entry of a new file durable; Windows does that by itself and cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readBytes(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

async function readPage(file: string, from: number, pageBytes: number): Promise<BridgeResult<MirrorPage>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    const nothingYet = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return nothingYet ? { ok: true, value: { lines: [], damaged: [], next: null } } : failed(error);
  }
  try {
    const { size } = await handle.stat();
    const bytes = await readWholeLines(handle, from, size, pageBytes);
    const next = from + bytes.length;
    return { ok: true, value: { ...sortLines(bytes), next: next < size ? next : null } };
  } catch (error) {
    return failed(error);
  } finally {
    await handle.close();
  }
}

/** Reads about one page and cuts it after its last line break; a single longer line is read whole. */
async function readWholeLines(handle: FileHandle, from: number, size: number, pageBytes: number): Promise<Buffer> {
  for (let length = pageBytes; ; length *= 2) {
    const bytes = await readBytes(handle, from, Math.max(0, Math.min(length, size - from)));
    if (from + bytes.length >= size) return bytes;
    const end = bytes.lastIndexOf(0x0a);
    if (end >= 0) return bytes.subarray(0, end + 1);
  }
}

function sortLines(bytes: Buffer): { lines: string[]; damaged: string[] } {
  const lines: string[] = [];
  const damaged: string[] = [];
  for (const line of bytes.toString('utf8').split('\n')) {
    if (line === '') continue;
    try {
      JSON.parse(line);
      lines.push(line);
    } catch {
      damaged.push(line);
    }
  }
  return { lines, damaged };
}
