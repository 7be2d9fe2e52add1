import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP = 0x1f8b;

/** How the characters of a file are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE(0) === GZIP;
  } finally {
    await handle.close();
  }
}

/** The bytes of a file, unpacked where it is gzipped. @param onRead told how many bytes of the file itself have been read. */
async function bytesOf(file: string, onRead: (bytes: number) => void = () => undefined): Promise<Readable> {
  const zipped = await isGzip(file);
  let read = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length;
      onRead(read);
      done(null, chunk);
    },
  });
  const unpacked = zipped ? createGunzip() : null;
  // What goes wrong is told by the last stream, to whoever reads it.
  if (unpacked === null) pipeline(createReadStream(file), count, () => undefined);
  else pipeline(createReadStream(file), count, unpacked, () => undefined);
  return unpacked ?? count;
}

function encodingOfMark(start: Uint8Array): Encoding | null {
  const [first, second, third] = start;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * Finds out how a file is written: by its byte order mark, else UTF-8 where all of it is that, else Windows-1252, which is
 * what Excel saves by itself.
 */
export async function detectEncoding(file: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const chunk of (await bytesOf(file)) as AsyncIterable<Uint8Array>) {
    const marked = first ? encodingOfMark(chunk) : null;
    if (marked !== null) return marked;
    first = false;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return 'windows-1252';
    }
  }
  try {
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The lines of a text that comes in pieces; they may end in LF, CR LF or CR, mixed. Each comes without its end. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  // A CR at the very end of a piece waits to be told whether an LF follows.
  if (rest.endsWith('\r')) rest = rest.slice(0, -1);
  if (rest !== '') yield rest;
}

/** The text of a file in pieces. @param onRead told how many bytes of the file have been read. */
export async function* textOf(file: string, encoding: Encoding, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of (await bytesOf(file, onRead)) as AsyncIterable<Uint8Array>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
