import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOlder } from './build-app.ts';

describe('isOlder', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'outpost-build-'));
    await mkdir(join(root, 'source/deep'), { recursive: true });
    for (const [name, at] of [
      ['source/deep/a.ts', 100],
      ['source/b.ts', 50],
      ['built.html', 70],
    ] as const) {
      await writeFile(join(root, name), '');
      await utimes(join(root, name), at, at);
    }
  });
  afterEach(() => rm(root, { recursive: true }));

  it.each([
    ['a file deep inside is newer', 'built.html', ['source'], true],
    ['everything is older', 'built.html', ['source/b.ts'], false],
    ['nothing was built yet', 'missing.html', ['source'], true],
    ['a source is not there', 'built.html', ['source/b.ts', 'nowhere'], false],
  ])('%s', async (_name, built, sources, older) => {
    expect(await isOlder(root, built, sources)).toBe(older);
  });
});
