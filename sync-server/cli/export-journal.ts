import { createWriteStream, existsSync } from 'node:fs';
import { Command } from 'commander';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { writeJournal } from '../audit/write-journal.ts';
import { openDatabase } from '../db/open-database.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { root } from '../start/project-root.ts';

async function main(): Promise<void> {
  const command = new Command('npm run export-journal --')
    .description("Writes a register's journal into a file, an entry a line, for an auditor: npm run verify-journal checks it.")
    .requiredOption('--register <id>', 'of the register, or its prefix')
    .requiredOption('--out <file>', 'the file that is written')
    .option('--data <dir>', 'the folder of the embedded database', join(root, '.outpost/data'))
    .parse();
  const { data, register, out } = command.opts<{ data: string; register: string; out: string }>();
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  if (databaseUrl === undefined && !existsSync(resolve(data)))
    throw new PlainFailure(`There is no database in ${resolve(data)}; name its folder with --data, or a PostgreSQL by DATABASE_URL.`);
  const database = await openDatabase({ databaseUrl, dataDir: resolve(data) });
  try {
    const known = await database.db
      .selectFrom('registers')
      .select('id')
      .where((eb) => eb.or([eb('id', '=', register), eb('prefix', '=', register.toUpperCase())]))
      .executeTakeFirst();
    if (known === undefined) throw new PlainFailure(`There is no register ${register}; npm run registers -- list shows all.`);
    const file = createWriteStream(resolve(out));
    const { entries, erased } = await writeJournal(database.db, known.id, async (line) => {
      if (!file.write(line)) await once(file, 'drain');
    });
    file.end();
    await once(file, 'finish');
    process.stdout.write(`${entries} entries of register ${register} are in ${resolve(out)}.\n`);
    if (erased.length > 0)
      process.stdout.write(`Words of erased persons were taken out of entries ${erased.join(', ')}: their hashes differ.\n`);
  } finally {
    await database.close();
  }
}

main().catch(endWith);
