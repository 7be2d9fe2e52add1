import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above with a package.json. @throws when there is none */
function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('There is no package.json above the program.');
  return findRoot(above);
}

/** Where Outpost is installed. The same for the sources and for the bundle, whatever folder they are in. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)));
