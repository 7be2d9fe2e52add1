/** One command of a receipt printer. `text` holds the bytes as they came: what they say depends on the code page. */
export type Command =
  | { readonly kind: 'text'; readonly bytes: readonly number[] }
  /** `ask_status` and `count` are Star's: how it is, and that all before it is on paper. */
  | { readonly kind: 'feed' | 'initialise' | 'ask_paper' | 'ask_status' | 'count' }
  | { readonly kind: 'bold' | 'size' | 'code_page' | 'align' | 'ask_state' | 'barcode_height' | 'barcode_width'; readonly value: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'barcode' | 'qr_data'; readonly data: string }
  | { readonly kind: 'qr_size'; readonly value: number }
  | { readonly kind: 'qr_print' }
  | { readonly kind: 'picture'; readonly width: number; readonly bits: readonly number[] }
  | { readonly kind: 'pulse'; readonly atOnce: boolean; readonly connector: number }
  | { readonly kind: 'ask_job'; readonly number: string }
  /** Known, and without a part in the picture. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown'; readonly bytes: readonly number[] };

const [DLE, LF, ESC, FS, GS] = [0x10, 0x0a, 0x1b, 0x1c, 0x1d];
const FIRST_PRINTABLE = 0x20;
const CODE128 = 0x49;

/** A command that was read, and how many bytes it has; null while some of them are still to come. */
type Read = { readonly command: Command; readonly length: number } | null;
type Values = Extract<Command, { readonly value: number }>['kind'];

const latin = (bytes: readonly number[]) => Buffer.from(bytes).toString('latin1');
const valued = (kind: Values, value: number | undefined, length = 3): Read =>
  value === undefined ? null : { command: { kind, value }, length };

/** Reads `length` bytes from the start, where they are all there. */
function whole(bytes: readonly number[], length: number, read: (all: readonly number[]) => Command): Read {
  return Number.isNaN(length) || bytes.length < length ? null : { command: read(bytes.slice(0, length)), length };
}

const word = (bytes: readonly number[], at: number) => (bytes[at] ?? Number.NaN) + (bytes[at + 1] ?? Number.NaN) * 256;

function readDle(bytes: readonly number[]): Read {
  if (bytes[1] === 0x04) return valued('ask_state', bytes[2]);
  if (bytes[1] === 0x14) return whole(bytes, 5, (all) => ({ kind: 'pulse', atOnce: true, connector: (all[3] ?? 0) + 1 }));
  return whole(bytes, 2, (all) => ({ kind: 'unknown', bytes: all }));
}

function readEsc(bytes: readonly number[]): Read {
  const [, letter, value] = bytes;
  switch (String.fromCharCode(letter ?? 0)) {
    case '@':
      return { command: { kind: 'initialise' }, length: 2 };
    case 'E':
      return valued('bold', value);
    case 't':
      return valued('code_page', value);
    case 'a':
      return valued('align', value);
    case 'p':
      return whole(bytes, 5, (all) => ({ kind: 'pulse', atOnce: false, connector: (all[2] ?? 0) + 1 }));
    case 'M':
      return whole(bytes, 3, () => ({ kind: 'other' }));
    default:
      return whole(bytes, 2, (all) => ({ kind: 'unknown', bytes: all }));
  }
}

/** `GS ( k`: QR codes are made of several commands. */
function readQr(all: readonly number[]): Command {
  const about = all[6];
  if (about === 0x43) return { kind: 'qr_size', value: all[7] ?? 1 };
  if (about === 0x50) return { kind: 'qr_data', data: Buffer.from(all.slice(8)).toString('utf8') };
  return about === 0x51 ? { kind: 'qr_print' } : { kind: 'other' };
}

function readGs(bytes: readonly number[]): Read {
  const [, letter, value] = bytes;
  switch (String.fromCharCode(letter ?? 0)) {
    case '!':
      return valued('size', value);
    case 'h':
      return valued('barcode_height', value);
    case 'w':
      return valued('barcode_width', value);
    case 'H':
      return whole(bytes, 3, () => ({ kind: 'other' }));
    case 'r':
      return whole(bytes, 3, () => ({ kind: 'ask_paper' }));
    case 'V':
      return whole(bytes, value !== undefined && value >= 0x41 ? 4 : 3, () => ({ kind: 'cut' }));
    case 'k':
      if (value !== CODE128) return whole(bytes, 3, (all) => ({ kind: 'unknown', bytes: all }));
      return whole(bytes, 4 + (bytes[3] ?? Number.NaN), (all) => ({ kind: 'barcode', data: latin(all.slice(4)) }));
    case '(':
      return whole(bytes, 5 + word(bytes, 3), (all) => {
        if (all[2] === 0x6b) return readQr(all);
        return all[2] === 0x48 ? { kind: 'ask_job', number: latin(all.slice(7)) } : { kind: 'unknown', bytes: all };
      });
    case 'v': {
      const width = word(bytes, 4);
      return whole(bytes, 8 + width * word(bytes, 6), (all) => ({ kind: 'picture', width: width * 8, bits: all.slice(8) }));
    }
    default:
      return whole(bytes, 2, (all) => ({ kind: 'unknown', bytes: all }));
  }
}

function readOne(bytes: readonly number[]): Read {
  const [first = 0] = bytes;
  if (first === LF) return { command: { kind: 'feed' }, length: 1 };
  if (first === DLE) return bytes.length < 2 ? null : readDle(bytes);
  if (first === ESC) return bytes.length < 2 ? null : readEsc(bytes);
  if (first === GS) return bytes.length < 2 ? null : readGs(bytes);
  if (first === FS) return whole(bytes, 2, () => ({ kind: 'other' }));
  if (first < FIRST_PRINTABLE) return { command: { kind: 'unknown', bytes: [first] }, length: 1 };
  const end = bytes.findIndex((byte) => byte < FIRST_PRINTABLE);
  const text = end === -1 ? bytes : bytes.slice(0, end);
  return { command: { kind: 'text', bytes: text }, length: text.length };
}

/** Reads ESC/POS as it arrives. @returns the commands that are whole, and the bytes that are left. */
export function readEscpos(bytes: readonly number[]): { readonly commands: readonly Command[]; readonly rest: readonly number[] } {
  const commands: Command[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const read = readOne(rest);
    if (read === null) break;
    commands.push(read.command);
    rest = rest.slice(read.length);
  }
  return { commands, rest };
}
