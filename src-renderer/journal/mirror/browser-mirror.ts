import type { BridgeResult, JournalMirrorPort, MirrorPage } from '../../../domain/device/bridge.ts';
import type { MirrorAnswer, MirrorQuestion } from './mirror-messages.ts';

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
    return new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve as (result: BridgeResult<MirrorPage | null>) => void);
      worker.postMessage({ ...question, id: asked });
    });
  }

  return {
    append: (lines) => ask({ method: 'append', lines }),
    read: (from = 0) => ask({ method: 'read', from }),
    tail: () => ask({ method: 'tail' }),
  };
}
