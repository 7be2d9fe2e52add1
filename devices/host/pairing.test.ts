import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPairingCode } from '../../domain/device/socket-protocol.ts';
import { openPairing, type Pairing } from './pairing.ts';

let folder: string;
let now: number;
let shown: string[];
const open = (): Pairing => openPairing({ file: join(folder, 'host/paired.json'), onCode: (code) => shown.push(code), now: () => now });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-pairing-'));
  now = 0;
  shown = [];
});
afterEach(() => rm(folder, { recursive: true }));

function paired(pairing: Pairing): string {
  const answer = pairing.pair(pairing.code());
  if (!answer.ok) throw new Error(answer.code);
  return answer.token;
}

describe('pairing', () => {
  it('takes each code once, and shows the next one', () => {
    const pairing = open();
    const [first = ''] = shown;
    const token = paired(pairing);
    expect(pairing.refuse(token)).toBeNull();
    expect(pairing.pair(first)).toEqual({ ok: false, code: 'wrong_code' });
    expect(shown).toHaveLength(2);
    for (const code of shown) expect(readPairingCode(code)?.code).toBe(code);
  });

  it('is kept over a restart, as a hash that opens nothing and that nobody else may read', async () => {
    const token = paired(open());
    expect(open().refuse(token)).toBeNull();
    const file = join(folder, 'host/paired.json');
    expect(await readFile(file, 'utf8')).not.toContain(token);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('is undone by taking the file away', async () => {
    const token = paired(open());
    await rm(join(folder, 'host/paired.json'));
    expect(open().refuse(token)).toBe(0);
  });

  it('is not begun anew over a file that cannot be read', async () => {
    paired(open());
    await writeFile(join(folder, 'host/paired.json'), '[{"hash":');
    expect(open).toThrow();
  });

  it('does not take even the right code while somebody guesses', () => {
    const pairing = open();
    for (let tries = 0; tries < 3; tries += 1) expect(pairing.pair('AAAAAAAA')).toEqual({ ok: false, code: 'wrong_code' });
    expect(pairing.pair(pairing.code())).toEqual({ ok: false, code: 'slow_down' });
    now = 1_000;
    expect(pairing.pair('AAAAAAAA')).toEqual({ ok: false, code: 'wrong_code' });
    now = 2_999;
    expect(pairing.pair(pairing.code())).toEqual({ ok: false, code: 'slow_down' });
    now = 3_000;
    expect(pairing.pair(pairing.code())).toMatchObject({ ok: true });
  });

  it('lets a known device in while somebody guesses tokens, who wait longer each time', () => {
    const pairing = open();
    const token = paired(pairing);
    const waits = Array.from({ length: 5 }, () => pairing.refuse('x'.repeat(43)));
    expect(waits).toEqual([0, 0, 1_000, 2_000, 4_000]);
    expect(pairing.refuse(token)).toBeNull();
  });
});
