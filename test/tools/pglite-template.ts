import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/outpost-tests/', import.meta.url));

/** The version of PGlite that is installed: its dumps fit no other. */
async function version(): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const { version: found } = JSON.parse(await readFile(join(folder, '..', 'package.json'), 'utf8')) as { version: string };
  return found;
}

/**
 * Gives the file of a dump of an empty PGlite. Making a cluster is most of the time that opening one in memory takes, so
 * it is made once for each version of PGlite and kept. Several processes may ask at once.
 */
export async function pgliteTemplate(): Promise<string> {
  const file = join(CACHE, `pglite-${await version()}.tar`);
  if (existsSync(file)) return file;
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, file);
  return file;
}
