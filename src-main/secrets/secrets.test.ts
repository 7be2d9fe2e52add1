import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets, type Cipher } from './secrets.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-secrets-'));
  file = join(folder, 'user/secrets.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Reads only what it sealed itself, as a key store of one user does. */
function cipherOf(user: string, available = true): Cipher {
  return {
    isAvailable: () => available,
    encrypt: (text) => Buffer.from(`${user}|${[...text].reverse().join('')}`),
    decrypt(bytes) {
      const [owner, text = ''] = bytes.toString().split('|');
      if (owner !== user) throw new Error('wrong key');
      return [...text].reverse().join('');
    },
  };
}

describe('secrets', () => {
  it('come back after a restart, and lie on the disk encrypted, for the user alone', async () => {
    await createSecrets(file, cipherOf('one')).store('register.token', 'swordfish');
    expect(await createSecrets(file, cipherOf('one')).load('register.token')).toEqual({ ok: true, value: 'swordfish' });
    expect(await readFile(file, 'utf8')).not.toContain('swordfish');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('are null when absent, replaced when stored again, gone when removed', async () => {
    const secrets = createSecrets(file, cipherOf('one'));
    expect(await secrets.load('token')).toEqual({ ok: true, value: null });
    await secrets.store('token', 'a');
    await secrets.store('token', 'b');
    await secrets.store('other', 'c');
    expect(await secrets.load('token')).toEqual({ ok: true, value: 'b' });
    expect(await secrets.remove('token')).toEqual({ ok: true, value: null });
    expect([await secrets.load('token'), await secrets.load('other')]).toEqual([
      { ok: true, value: null },
      { ok: true, value: 'c' },
    ]);
  });

  it('stored at the same time are all kept', async () => {
    const secrets = createSecrets(file, cipherOf('one'));
    const names = Array.from({ length: 20 }, (_, index) => `name-${index}`);
    await Promise.all(names.map((name) => secrets.store(name, `value of ${name}`)));
    for (const name of names) expect(await secrets.load(name)).toEqual({ ok: true, value: `value of ${name}` });
    expect(await readdir(join(folder, 'user'))).toEqual(['secrets.json']);
  });

  it('are refused, not written plainly, where there is no encryption', async () => {
    expect(await createSecrets(file, cipherOf('one', false)).store('token', 'a')).toEqual({
      ok: false,
      code: 'no_encryption',
    });
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('of another user are unreadable', async () => {
    await createSecrets(file, cipherOf('one')).store('token', 'a');
    expect(await createSecrets(file, cipherOf('two')).load('token')).toEqual({ ok: false, code: 'unreadable_secret' });
  });

  it('named like a property of every object are absent', async () => {
    expect(await createSecrets(file, cipherOf('one')).load('constructor')).toEqual({ ok: true, value: null });
  });

  it('in a torn file are not overwritten', async () => {
    const secrets = createSecrets(file, cipherOf('one'));
    await secrets.store('token', 'a');
    await writeFile(file, '{"token":');
    expect(await secrets.store('other', 'b')).toEqual({ ok: false, code: 'io_failed' });
    expect(await readFile(file, 'utf8')).toBe('{"token":');
  });
});
