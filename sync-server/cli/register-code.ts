import { Command } from 'commander';
import { join, resolve } from 'node:path';
import { openDatabase } from '../db/open-database.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { root } from '../start/project-root.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import { issueCode } from '../registers/issue-code.ts';

async function main(): Promise<void> {
  const command = new Command('npm run register-code --')
    .description(
      'Makes a one-time code with which a register enrols in a store, in the database in --data, or the one DATABASE_URL names. ' +
        'While a server has the embedded database open, ask it: POST /v1/registers/codes with an API key.',
    )
    .argument('<store>', 'the id of the store')
    .option('--data <dir>', 'the folder of the embedded database', join(root, '.outpost/data'))
    .parse();
  const { data } = command.opts<{ data: string }>();
  const [storeId = ''] = command.args;
  const database = await openDatabase({ databaseUrl: process.env['DATABASE_URL'] || undefined, dataDir: resolve(data) });
  try {
    const made = await issueCode(database.db, storeId, COMMAND_LINE);
    if (!made.ok) {
      const stores = await database.db.selectFrom('locations').select('id').where('kind', '=', 'store').orderBy('id').limit(20).execute();
      throw new PlainFailure(`There is no store ${storeId}. There are: ${stores.map((store) => store.id).join(', ')}.`);
    }
    process.stdout.write(`${made.value.code}  for store ${storeId}, until ${made.value.expiresAt}\n`);
  } finally {
    await database.close();
  }
}

main().catch(endWith);
