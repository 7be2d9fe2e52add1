import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BridgeResult, JournalMirrorPort, MirrorPage } from '../../domain/device/bridge.ts';
import { type ByteSource, MIRROR_PAGE_BYTES, readMirrorPage, readMirrorTail } from '../../domain/device/mirror-lines.ts';
import { failed } from '../base/failed.ts';

/** [R5] The second place of the journal: a file of JSON lines that only ever grows. */
export interface JournalMirror extends JournalMirrorPort {
  /** Waits for writes under way and lets go of the file. */
  close(): Promise<void>;
}

/**
 * Opens the mirror at `file` (made on first use). Appends run one after another; each resolves after its
 * fsync. After a failed one the file is opened anew and a torn end is closed with a line break, so that
 * it spoils no line that follows.
 */
export function createJournalMirror(file: string, pageBytes = MIRROR_PAGE_BYTES): JournalMirror {
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
    read: (from = 0) => inTurn(() => readFile(file, (source) => readMirrorPage(source, from, pageBytes))),
    tail: () => inTurn(() => readFile(file, (source) => readMirrorTail(source))),
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

async function readFile(file: string, read: (source: ByteSource) => Promise<MirrorPage>): Promise<BridgeResult<MirrorPage>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    const nothingYet = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return nothingYet ? { ok: true, value: { lines: [], damaged: [], next: null } } : failed(error);
  }
  try {
    const { size } = await handle.stat();
    return { ok: true, value: await read({ size, read: (from, length) => readBytes(handle, from, length) }) };
  } catch (error) {
    return failed(error);
  } finally {
    await handle.close();
  }
}
