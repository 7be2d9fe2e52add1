import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { createTries } from './tries.ts';

/** Without those that are taken for one another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

const kept = z.array(z.strictObject({ hash: z.string(), pairedAt: z.string() }));
type Kept = z.infer<typeof kept>;

export type Paired = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly code: 'wrong_code' | 'slow_down' };

/** Which devices this host knows. */
export interface Pairing {
  /** What a person types at a till. It works once. */
  code(): string;
  /** Gives a token for the code. Wrong codes are counted; after a few, each has to wait longer than the one before. */
  pair(code: string): Paired;
  /** @returns how long to wait (milliseconds) before the answer is no; null where the host knows the token. */
  refuse(token: string): number | null;
}

export interface PairingOptions {
  /** Where the known devices are kept, as hashes of their tokens; nowhere without one. */
  readonly file: string | null;
  /** Told of each new code. */
  readonly onCode: (code: string) => void;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

function newCode(): string {
  return Array.from(randomBytes(CODE_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();

function load(file: string | null): Kept {
  if (file === null || !existsSync(file)) return [];
  return kept.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function save(file: string | null, devices: Kept): void {
  if (file === null) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(devices), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Opens the list of devices that the host knows. @throws where the file cannot be read. */
export function openPairing({ file, onCode, now }: PairingOptions): Pairing {
  let devices = load(file);
  let code = newCode();
  const codes = createTries(now);
  const tokens = createTries(now);
  onCode(code);
  return {
    code: () => code,
    pair(tried) {
      if (codes.waitMs() > 0) return { ok: false, code: 'slow_down' };
      if (!timingSafeEqual(hashOf(tried), hashOf(code))) {
        codes.wrong();
        return { ok: false, code: 'wrong_code' };
      }
      codes.right();
      const token = randomBytes(32).toString('base64url');
      devices = [...devices, { hash: hashOf(token).toString('hex'), pairedAt: new Date().toISOString() }];
      save(file, devices);
      code = newCode();
      onCode(code);
      return { ok: true, token };
    },
    refuse(token) {
      const hash = hashOf(token);
      if (devices.some((one) => timingSafeEqual(Buffer.from(one.hash, 'hex'), hash))) {
        tokens.right();
        return null;
      }
      tokens.wrong();
      return tokens.waitMs();
    },
  };
}
