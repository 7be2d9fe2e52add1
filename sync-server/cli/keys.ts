import { newKey } from '../../domain/access/access-protocol.ts';
import { GRANTABLE_SCOPES, SCOPE_SETS } from '../../domain/access/scopes.ts';
import { createKey, listKeys, withdrawKey } from '../access/keys.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import { accessCommand, column, readScopes, withDatabase } from '../start/access-command.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';

function stateOf({ withdrawnAt, expiresAt }: { readonly withdrawnAt: string | null; readonly expiresAt: string | null }): string {
  if (withdrawnAt !== null) return `withdrawn ${withdrawnAt}`;
  if (expiresAt === null) return 'active';
  return `${new Date(expiresAt) > new Date() ? 'expires' : 'expired'} ${expiresAt}`;
}

function readExpiry(text: string | undefined): string | null {
  if (text === undefined) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new PlainFailure(`This is no date: ${text}. Write it as 2027-01-31.`);
  return at.toISOString();
}

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
            stateOf(one),
            one.lastUsedAt === null ? 'never used' : `used ${one.lastUsedAt}`,
            one.name,
            one.scopes.join(','),
          ]),
        ),
      ),
    );
  command
    .command('create')
    .argument('<name>', 'who will use it')
    .description('makes a key and shows it this once')
    .option(
      '--scopes <list>',
      `what it opens, with commas between: ${[...Object.keys(SCOPE_SETS), ...GRANTABLE_SCOPES].join(', ')}`,
      'web_shop',
    )
    .option('--expires <date>', 'when it ends by itself')
    .action((name: string, { scopes, expires }: { scopes: string; expires?: string }) =>
      withDatabase(command, async (db) => {
        const wanted = newKey.safeParse({ name, scopes: readScopes(scopes), expiresAt: readExpiry(expires) });
        if (!wanted.success) throw new PlainFailure(wanted.error.issues[0]?.message ?? 'This is no key.');
        const made = await createKey(db, wanted.data, COMMAND_LINE);
        if (!made.ok) throw new PlainFailure('These scopes cannot be given.');
        const { key, id, scopes: given } = made.value;
        return `${key}  for ${made.value.name}, ${given.join(',')}; its id is ${id}`;
      }),
    );
  command
    .command('withdraw')
    .argument('<id>', 'of the key')
    .description('ends a key')
    .action((id: string) =>
      withDatabase(command, async (db) => {
        const withdrawn = await withdrawKey(db, id, COMMAND_LINE, new Date());
        if (withdrawn.ok) return `Key ${id} (${withdrawn.value.name}) opens nothing any more.`;
        throw new PlainFailure(
          withdrawn.refusal === 'last_office_key'
            ? 'This is the last key of the head office; make another one first: npm run keys -- create NAME --scopes everything.'
            : `There is no key ${id}; npm run keys -- list shows all.`,
        );
      }),
    );
  await command.parseAsync();
}

main().catch(endWith);
