import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isCurrent, makeCurrent } from './is-current.mjs';

describe('what was built', () => {
  let root: string;
  const build = { sources: ['source', 'settings.ts', 'nowhere'], made: 'out/made.js' };
  const make = () => writeFile(join(root, build.made), 'made');
  const current = () => isCurrent(root, 'app', build);

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'outpost-build-'));
    await mkdir(join(root, 'source/deep'), { recursive: true });
    await mkdir(join(root, 'out'));
    for (const name of ['source/deep/a.ts', 'source/b.ts', 'settings.ts']) await writeFile(join(root, name), name);
  });
  afterEach(() => rm(root, { recursive: true }));

  it('is old before it was built, and current afterwards', async () => {
    expect(current()).toBe(false);
    await makeCurrent(root, 'app', build, make);
    expect(current()).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a file deep inside has changed', () => writeFile(join(root, 'source/deep/a.ts'), 'other')],
    [
      'one has changed, and its time and length have not',
      async () => {
        await utimes(join(root, 'settings.ts'), 50, 50);
        await writeFile(join(root, 'settings.ts'), 'SETTINGS.ts');
        await utimes(join(root, 'settings.ts'), 50, 50);
      },
    ],
    ['there is another one', () => writeFile(join(root, 'source/c.ts'), '')],
    ['one is gone', () => rm(join(root, 'source/b.ts'))],
    ['what was built is gone', () => rm(join(root, 'out/made.js'))],
  ])('is old when %s', async (_what, change) => {
    await makeCurrent(root, 'app', build, make);
    await change();
    expect(current()).toBe(false);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a file was written again as it was', () => writeFile(join(root, 'source/b.ts'), 'source/b.ts')],
    ['a test has changed', () => writeFile(join(root, 'source/b.test.ts'), 'a test')],
    ['something else has changed', () => writeFile(join(root, 'other.ts'), '')],
  ])('stays current when %s', async (_what, change) => {
    await makeCurrent(root, 'app', build, make);
    await change();
    expect(current()).toBe(true);
  });

  it('is old when its building was broken off', async () => {
    await makeCurrent(root, 'app', build, make);
    await expect(makeCurrent(root, 'app', build, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
    expect(current()).toBe(false);
  });

  it('is old when a source has changed while it was built', async () => {
    await makeCurrent(root, 'app', build, async () => {
      await make();
      await writeFile(join(root, 'source/b.ts'), 'later');
    });
    expect(current()).toBe(false);
  });
});
