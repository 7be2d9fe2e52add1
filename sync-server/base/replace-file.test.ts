import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from './replace-file.ts';

describe('a file that is replaced', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outpost-replace-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('has the new text, is its owner’s alone, and leaves nothing beside it', async () => {
    const file = join(folder, 'deep', 'keys.json');
    for (const text of ['{"a": 1}', '{}']) {
      await replaceFile(file, text);
      expect(await readFile(file, 'utf8')).toBe(text);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await readdir(join(folder, 'deep'))).toEqual(['keys.json']);
    }
  });

  it('is another file, so that who is killed while writing has left the old text whole', async () => {
    const file = join(folder, 'keys.json');
    await writeFile(file, 'old', { mode: 0o644 });
    const before = await stat(file);
    await replaceFile(file, 'new');
    const after = await stat(file);
    expect([after.ino === before.ino, after.mode & 0o777]).toEqual([false, 0o600]);
  });

  it('stays as it was where it cannot be written, and nothing is left beside it', async () => {
    const inTheWay = join(folder, 'keys.json');
    await replaceFile(join(inTheWay, 'inside'), 'kept');
    await expect(replaceFile(inTheWay, 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['keys.json']);
    expect(await readFile(join(inTheWay, 'inside'), 'utf8')).toBe('kept');
  });
});
