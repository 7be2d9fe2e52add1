import { mkdirSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mountSmallDisk } from '../../test/tools/small-disk.ts';
import { makePrivate } from './private-files.ts';

const disk = mountSmallDisk(1);

it.runIf(disk !== null)(
  'makes a folder and those above it for their owner alone, and says of a read-only disk that it is one',
  async () => {
    if (disk === null) return;
    try {
      const folder = join(disk.path, 'new/data');
      await makePrivate(folder);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      await makePrivate(folder);
      mkdirSync(join(disk.path, 'there'));
      execFileSync('mount', ['-o', 'remount,ro', disk.path]);
      for (const name of ['other', 'other/data', 'there/data'])
        await expect(makePrivate(join(disk.path, name))).rejects.toMatchObject({ code: 'EROFS' });
    } finally {
      disk.remove();
    }
  },
);
