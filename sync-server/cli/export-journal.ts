import { Command } from 'commander';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeJournal } from '../audit/write-journal.ts';
import { openExisting } from '../start/open-existing.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { root } from '../start/project-root.ts';
import { registerNamed } from '../start/register-named.ts';

async function main(): Promise<void> {
  const command = new Command('npm run export-journal --')
    .description("Writes a register's journal into a file, an entry a line, for an auditor: npm run verify-journal checks it.")
    .requiredOption('--register <id>', 'of the register, or its prefix')
    .requiredOption('--out <file>', 'the file that is written')
    .option('--data <dir>', 'the folder of the embedded database', join(root, '.outpost/data'))
    .parse();
  const { data, register, out } = command.opts<{ data: string; register: string; out: string }>();
  const database = await openExisting(data);
  try {
    const registerId = await registerNamed(database.db, register);
    const file = await open(resolve(out), 'w').catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new PlainFailure(`${resolve(out)} cannot be written; name a file in a folder that is there with --out. ${why}`);
    });
    const { entries, erased } = await writeJournal(database.db, registerId, async (line) => void (await file.write(line))).finally(() =>
      file.close(),
    );
    process.stdout.write(`${entries} entries of register ${register} are in ${resolve(out)}.\n`);
    if (erased.length > 0)
      process.stdout.write(`Words of erased persons were taken out of entries ${erased.join(', ')}: their hashes differ.\n`);
  } finally {
    await database.close();
  }
}

main().catch(endWith);
