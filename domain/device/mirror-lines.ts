import type { MirrorPage } from './bridge.ts';

/** A file of the mirror as bytes, wherever it lies. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** May give less than asked for at the end only. */
  read(from: number, length: number): Promise<Uint8Array> | Uint8Array;
}

export const MIRROR_PAGE_BYTES = 4 * 1024 * 1024;
const TAIL_BYTES = 64 * 1024;
const LINE_BREAK = 0x0a;

function sortLines(bytes: Uint8Array): Pick<MirrorPage, 'lines' | 'damaged'> {
  const lines: string[] = [];
  const damaged: string[] = [];
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
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

/** Reads about one page and cuts it after its last line break; a single longer line is read whole. */
async function readWholeLines(source: ByteSource, from: number, pageBytes: number): Promise<Uint8Array> {
  for (let length = pageBytes; ; length *= 2) {
    const bytes = await source.read(from, Math.max(0, Math.min(length, source.size - from)));
    if (from + bytes.length >= source.size) return bytes;
    const end = bytes.lastIndexOf(LINE_BREAK);
    if (end >= 0) return bytes.subarray(0, end + 1);
  }
}

/**
 * Reads one page of a mirror, from a place where a line begins. What is no JSON, a torn end say, is set apart.
 * @param from in bytes. @param pageBytes about how much.
 */
export async function readMirrorPage(source: ByteSource, from: number, pageBytes: number): Promise<MirrorPage> {
  const bytes = await readWholeLines(source, from, pageBytes);
  const next = from + bytes.length;
  return { ...sortLines(bytes), next: next < source.size ? next : null };
}

/** Reads the newest lines of a mirror: about `tailBytes` of them, and at least one line, where there is one. */
export async function readMirrorTail(source: ByteSource, tailBytes = TAIL_BYTES): Promise<MirrorPage> {
  for (let length = tailBytes; ; length *= 2) {
    const from = Math.max(0, source.size - length);
    const bytes = await source.read(from, source.size - from);
    // The first line of what is read may have begun before it.
    const start = from === 0 ? 0 : bytes.indexOf(LINE_BREAK) + 1;
    const { lines, damaged } = sortLines(bytes.subarray(start));
    if (from === 0 || (start > 0 && lines.length > 0)) return { lines, damaged, next: null };
  }
}
