import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BridgeResult } from '../../domain/device/bridge.ts';
import { failed } from '../base/failed.ts';

/** The operating system's encryption for this user on this machine. */
export interface Cipher {
  /** False where encryption would only be a show. */
  isAvailable(): boolean;
  encrypt(text: string): Buffer;
  /** Throws when the bytes were encrypted by somebody else. */
  decrypt(bytes: Buffer): string;
}

export interface Secrets {
  store(name: string, value: string): Promise<BridgeResult<null>>;
  load(name: string): Promise<BridgeResult<string | null>>;
  remove(name: string): Promise<BridgeResult<null>>;
}

/** Keeps named secrets encrypted in one small file, which is always replaced as a whole. */
export function createSecrets(file: string, cipher: Cipher): Secrets {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(task: () => Promise<BridgeResult<T>>): Promise<BridgeResult<T>> {
    const mine = last.then(task).catch(failed);
    last = mine;
    return mine;
  }

  async function change(edit: (all: Map<string, string>) => void): Promise<BridgeResult<null>> {
    const all = await readAll(file);
    edit(all);
    await replace(file, JSON.stringify(Object.fromEntries(all)));
    return { ok: true, value: null };
  }

  return {
    store: (name, value) =>
      inTurn(async () => {
        if (!cipher.isAvailable()) return { ok: false, code: 'no_encryption' };
        const encrypted = cipher.encrypt(value).toString('base64');
        return change((all) => all.set(name, encrypted));
      }),
    load: (name) =>
      inTurn(async () => {
        const encrypted = (await readAll(file)).get(name);
        if (encrypted === undefined) return { ok: true, value: null };
        if (!cipher.isAvailable()) return { ok: false, code: 'no_encryption' };
        try {
          return { ok: true, value: cipher.decrypt(Buffer.from(encrypted, 'base64')) };
        } catch {
          return { ok: false, code: 'unreadable_secret' };
        }
      }),
    remove: (name) => inTurn(() => change((all) => all.delete(name))),
  };
}

async function readAll(file: string): Promise<Map<string, string>> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

/** Writes beside the file and renames, so that a crash leaves the old secrets or the new ones. */
async function replace(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
