import type { JournalMirrorPort } from '../../domain/device/bridge.ts';
import { type ByteSource, MIRROR_PAGE_BYTES, readMirrorPage, readMirrorTail } from '../../domain/device/mirror-lines.ts';

/** A mirror on a disk in memory, which a test can damage. */
export interface MemoryMirror extends JournalMirrorPort {
  /** The file, as text. */
  text: string;
  /** What every call answers instead of doing anything; null when the disk works. */
  failing: 'disk_full' | 'io_failed' | null;
}

export function memoryMirror(text = ''): MemoryMirror {
  // Put together only when somebody reads it: a world writes thousands of lines.
  let parts = [text];
  const source = (): ByteSource => {
    const bytes = new TextEncoder().encode(mirror.text);
    return { size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) };
  };
  const mirror: MemoryMirror = {
    get text() {
      parts = [parts.join('')];
      return parts[0] ?? '';
    },
    set text(damaged) {
      parts = [damaged];
    },
    failing: null,
    append(lines) {
      if (mirror.failing !== null) return Promise.resolve({ ok: false, code: mirror.failing });
      const before = parts.at(-1) ?? '';
      parts.push(`${before === '' || before.endsWith('\n') ? '' : '\n'}${lines.map((line) => `${line}\n`).join('')}`);
      return Promise.resolve({ ok: true, value: null });
    },
    async read(from = 0) {
      if (mirror.failing !== null) return { ok: false, code: mirror.failing };
      return { ok: true, value: await readMirrorPage(source(), from, MIRROR_PAGE_BYTES) };
    },
    async tail() {
      if (mirror.failing !== null) return { ok: false, code: mirror.failing };
      return { ok: true, value: await readMirrorTail(source()) };
    },
  };
  return mirror;
}
