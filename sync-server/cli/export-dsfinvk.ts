import { Command } from 'commander';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { businessDate } from '../../domain/base/envelope.ts';
import { makeDsfinvk } from '../audit/make-dsfinvk.ts';
import { openExisting } from '../start/open-existing.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { root } from '../start/project-root.ts';
import { registerNamed } from '../start/register-named.ts';

interface Options {
  readonly data: string;
  readonly register: string;
  readonly out: string;
  readonly from: string;
  readonly to: string;
  readonly taxNumber: string;
  readonly vatId: string;
}

function date(text: string): string {
  if (businessDate.safeParse(text).success) return text;
  throw new PlainFailure(`${text} is no date; write it as 2026-11-27.`);
}

/** A folder of one's own: files of another export in it would be taken for a part of this one. */
async function emptyFolder(path: string): Promise<string> {
  const folder = resolve(path);
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length === 0) return folder;
  } catch (error) {
    throw new PlainFailure(`${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new PlainFailure(`${folder} is not empty; name another folder with --out.`);
}

async function main(): Promise<void> {
  const command = new Command('npm run export-dsfinvk --')
    .description('Writes the closings of a register in Germany into a folder, as the tax office reads them (DSFinV-K).')
    .requiredOption('--register <id>', 'of the register, or its prefix')
    .requiredOption('--from <date>', 'the first business date, 2026-01-01 say', date)
    .requiredOption('--to <date>', 'the last business date', date)
    .requiredOption('--tax-number <number>', 'of the company (Steuernummer)')
    .option('--vat-id <id>', 'of the company (USt-IdNr.)', '')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--data <dir>', 'the folder of the embedded database', join(root, '.outpost/data'))
    .parse();
  const { data, register, out, ...options } = command.opts<Options>();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const database = await openExisting(data);
  try {
    const registerId = await registerNamed(database.db, register);
    const made = await makeDsfinvk(database.db, { ...options, registerId, version });
    if ('country' in made) {
      const where = made.country === '' ? 'no country' : made.country;
      throw new PlainFailure(`The store of register ${register} is in ${where}; these files are for stores in DE.`);
    }
    const folder = await emptyFolder(out);
    for (const [name, text] of Object.entries(made.files)) await writeFile(join(folder, name), text);
    process.stdout.write(`${made.closings} closings of register ${register} are in ${folder}.\n`);
    if (made.unnumbered > 0) process.stdout.write(`${made.unnumbered} were made by an older app, without a number, and left out.\n`);
  } finally {
    await database.close();
  }
}

main().catch(endWith);
