import type { Command } from './read-escpos.ts';

const [LF, ETB, CAN, SUB, ESC, FS, RS] = [0x0a, 0x17, 0x18, 0x1a, 0x1b, 0x1c, 0x1e];
const FIRST_PRINTABLE = 0x20;
const CODE128 = 0x06;
/** A band of a picture: columns of 24 dots, three bytes each. */
const [BAND_ROWS, COLUMN_BYTES] = [24, 3];

/** Star's numbers of code pages, by those of Epson. */
const CODE_PAGES: Readonly<Record<number, number>> = { 1: 0, 4: 19, 5: 18, 10: 17, 15: 14, 32: 16 };

/** What was read, and how many bytes it has; null while some of them are still to come. */
type Read = { readonly commands: readonly Command[]; readonly length: number } | null;

const other = (length: number): Read => ({ commands: [{ kind: 'other' }], length });
const unknown = (bytes: readonly number[], length: number): Read =>
  bytes.length < length ? null : { commands: [{ kind: 'unknown', bytes: bytes.slice(0, length) }], length };

function whole(bytes: readonly number[], length: number, read: (all: readonly number[]) => readonly Command[]): Read {
  return Number.isNaN(length) || bytes.length < length ? null : { commands: read(bytes.slice(0, length)), length };
}

/** `ESC b`: type, text below, width of a module, height in dots, the data and RS. */
function readBarcode(bytes: readonly number[]): Read {
  const end = bytes.indexOf(RS, 6);
  if (end === -1) return null;
  const [, , type, , width = 2, height = 0] = bytes;
  if (type !== CODE128) return unknown(bytes, end + 1);
  const data = Buffer.from(bytes.slice(6, end)).toString('latin1');
  const commands: Command[] = [
    { kind: 'barcode_height', value: height },
    { kind: 'barcode_width', value: width },
    { kind: 'barcode', data },
  ];
  return { commands, length: end + 1 };
}

/** Bands, each of whole columns, as rows of dots from the top. */
function rowsOf(bands: readonly (readonly number[])[], width: number): number[] {
  const bits = Array<number>((width / 8) * BAND_ROWS * bands.length).fill(0);
  bands.forEach((band, index) => {
    for (let x = 0; x < width; x += 1) {
      for (let row = 0; row < BAND_ROWS; row += 1) {
        const isBlack = ((band[x * COLUMN_BYTES + (row >> 3)] ?? 0) >> (7 - (row & 7))) & 1;
        const at = (index * BAND_ROWS + row) * (width / 8) + (x >> 3);
        if (isBlack === 1) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
  });
  return bits;
}

/** `ESC 0` sets the lines as close as bands; then bands follow (`ESC X`, each with LF and CR), and `ESC z` sets them apart again. */
function readPicture(bytes: readonly number[]): Read {
  const bands: (readonly number[])[] = [];
  let [at, width] = [2, 0];
  while (bytes[at] === ESC && bytes[at + 1] === 0x58) {
    width = (bytes[at + 2] ?? Number.NaN) + (bytes[at + 3] ?? Number.NaN) * 256;
    const end = at + 4 + width * COLUMN_BYTES;
    if (Number.isNaN(end) || bytes.length < end + 2) return null;
    bands.push(bytes.slice(at + 4, end));
    at = end + 2;
  }
  if (bytes.length < at + 3) return null;
  return { commands: [{ kind: 'picture', width, bits: rowsOf(bands, width) }], length: at + 3 };
}

/** `ESC GS y`: QR codes are made of several commands. */
function readQr(bytes: readonly number[]): Read {
  const [, , , about, what] = bytes;
  if (about === 0x50) return { commands: [{ kind: 'qr_print' }], length: 4 };
  if (about === 0x53) return whole(bytes, 6, (all) => [what === 0x32 ? { kind: 'qr_size', value: all[5] ?? 1 } : { kind: 'other' }]);
  if (about !== 0x44) return unknown(bytes, 4);
  const size = (bytes[6] ?? Number.NaN) + (bytes[7] ?? Number.NaN) * 256;
  return whole(bytes, 8 + size, (all) => [{ kind: 'qr_data', data: Buffer.from(all.slice(8)).toString('utf8') }]);
}

function readEscGs(bytes: readonly number[]): Read {
  switch (String.fromCharCode(bytes[2] ?? 0)) {
    case 't':
      return whole(bytes, 4, (all) => [{ kind: 'code_page', value: CODE_PAGES[all[3] ?? 0] ?? 0 }]);
    case 'a':
      return whole(bytes, 4, (all) => [{ kind: 'align', value: all[3] ?? 0 }]);
    case 'P':
      return bytes.length < 4 ? null : other(4);
    case 'y':
      return bytes.length < 5 ? null : readQr(bytes);
    default:
      return unknown(bytes, 3);
  }
}

function readEsc(bytes: readonly number[]): Read {
  const [, letter = 0, first = 0] = bytes;
  if (letter === 0x06) return whole(bytes, 3, () => [{ kind: 'ask_status' }]);
  if (letter === 0x07) return whole(bytes, 4, () => [{ kind: 'other' }]);
  if (letter === 0x1d) return bytes.length < 3 ? null : readEscGs(bytes);
  switch (String.fromCharCode(letter)) {
    case '@':
      return { commands: [{ kind: 'initialise' }], length: 2 };
    case 'E':
    case 'F':
      return { commands: [{ kind: 'bold', value: letter === 0x45 ? 1 : 0 }], length: 2 };
    case 'i':
      return whole(bytes, 4, (all) => [{ kind: 'size', value: ((all[3] ?? 0) << 4) | first }]);
    case 'b':
      return readBarcode(bytes);
    case 'd':
      return whole(bytes, 3, () => [{ kind: 'cut' }]);
    case '0':
      return readPicture(bytes);
    default:
      return unknown(bytes, 2);
  }
}

function readOne(bytes: readonly number[]): Read {
  const [first = 0] = bytes;
  if (first === LF) return { commands: [{ kind: 'feed' }], length: 1 };
  if (first === ETB) return { commands: [{ kind: 'count' }], length: 1 };
  if (first === CAN) return other(1);
  if (first === FS || first === SUB) return { commands: [{ kind: 'pulse', atOnce: true, connector: first === FS ? 1 : 2 }], length: 1 };
  if (first === ESC) return bytes.length < 2 ? null : readEsc(bytes);
  if (first < FIRST_PRINTABLE) return unknown(bytes, 1);
  const end = bytes.findIndex((byte) => byte < FIRST_PRINTABLE);
  const text = end === -1 ? bytes : bytes.slice(0, end);
  return { commands: [{ kind: 'text', bytes: text }], length: text.length };
}

/** Reads StarPRNT as it arrives. @returns the commands that are whole, and the bytes that are left. */
export function readStar(bytes: readonly number[]): { readonly commands: readonly Command[]; readonly rest: readonly number[] } {
  const commands: Command[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const read = readOne(rest);
    if (read === null) break;
    commands.push(...read.commands);
    rest = rest.slice(read.length);
  }
  return { commands, rest };
}
