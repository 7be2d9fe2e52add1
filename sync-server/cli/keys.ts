import { Option } from 'commander';
import { createKey, type KeyScope, listKeys, withdrawKey } from '../access/keys.ts';
import { accessCommand, column, withDatabase } from '../start/access-command.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';

async function main(): Promise<void> {
  const command = accessCommand('keys', 'Lists the API keys, makes new ones, and ends those that got into wrong hands.', '/v1/keys');
  command
    .command('list', { isDefault: true })
    .description('the keys, without what opens anything')
    .action(() =>
      withDatabase(command, async (db) =>
        column(
          (await listKeys(db)).map((one) => [
            one.id,
            one.scope,
            one.withdrawnAt === null ? 'active' : `withdrawn ${one.withdrawnAt}`,
            one.name,
          ]),
        ),
      ),
    );
  command
    .command('create')
    .argument('<name>', 'who will use it')
    .description('makes a key and shows it this once')
    .addOption(
      new Option('--scope <scope>', "web_shop opens orders and availability, office everything that is not a register's")
        .choices(['web_shop', 'office'])
        .default('web_shop'),
    )
    .action((name: string, { scope }: { scope: KeyScope }) =>
      withDatabase(command, async (db) => {
        const made = await createKey(db, name, scope);
        return `${made.key}  for ${made.name}, ${made.scope}; its id is ${made.id}`;
      }),
    );
  command
    .command('withdraw')
    .argument('<id>', 'of the key')
    .description('ends a key')
    .action((id: string) =>
      withDatabase(command, async (db) => {
        const withdrawn = await withdrawKey(db, id, new Date());
        if (withdrawn.ok) return `Key ${id} (${withdrawn.value.name}) opens nothing any more.`;
        throw new PlainFailure(
          withdrawn.refusal === 'unknown_key'
            ? `There is no key ${id}; npm run keys -- list shows all.`
            : 'This is the last key of the head office; make another one first: npm run keys -- create NAME --scope office.',
        );
      }),
    );
  await command.parseAsync();
}

main().catch(endWith);
