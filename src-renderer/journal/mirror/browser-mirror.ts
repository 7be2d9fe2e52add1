import type { BridgeResult, JournalMirrorPort, MirrorPage } from '../../../domain/device/bridge.ts';
import type { ByteSource } from '../../../domain/device/mirror-lines.ts';
import { answered } from '../../base/timeout.ts';
import { MIRROR_FILE, type MirrorAnswer, type MirrorQuestion } from './mirror-messages.ts';

type Asked = MirrorQuestion extends infer Q ? (Q extends MirrorQuestion ? Omit<Q, 'id'> : never) : never;

/**
 * The journal's second place in a browser: a file in the origin private file system, which lies apart from IndexedDB. A
 * worker writes it, because only there each write can be made durable at once. Null where the browser has no such files.
 */
export function openBrowserMirror(): JournalMirrorPort | null {
  // Missing outside secure contexts, whatever its type says.
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.getDirectory === undefined) return null;
  const worker = new Worker(new URL('./mirror.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (result: BridgeResult<MirrorPage | null>) => void>();
  let asked = 0;
  let broken = false;
  worker.addEventListener('message', ({ data }: MessageEvent<MirrorAnswer>) => {
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    broken = true;
    for (const resolve of waiting.values()) resolve({ ok: false, code: 'io_failed' });
    waiting.clear();
  });

  function ask<T>(question: Asked): Promise<BridgeResult<T>> {
    if (broken) return Promise.resolve({ ok: false, code: 'io_failed' });
    asked += 1;
    const id = asked;
    const answer = new Promise<BridgeResult<T>>((resolve) => {
      waiting.set(id, resolve as (result: BridgeResult<MirrorPage | null>) => void);
      worker.postMessage({ ...question, id });
    });
    // A register does not wait for its second copy for ever.
    return answered('The mirror of the journal', answer).catch(() => {
      waiting.delete(id);
      return { ok: false, code: 'io_failed' };
    });
  }

  return {
    append: (lines) => ask({ method: 'append', lines }),
    read: (from = 0) => ask({ method: 'read', from }),
    tail: () => ask({ method: 'tail' }),
  };
}

/** The mirror's file, to be read past the worker that writes it; null where there is none. */
export async function openMirrorFile(): Promise<ByteSource | null> {
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.getDirectory === undefined) return null;
  try {
    const folder = await storage.getDirectory();
    const file = await (await folder.getFileHandle(MIRROR_FILE)).getFile();
    return { size: file.size, read: async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
