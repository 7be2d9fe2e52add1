import { type ListedUser, newUser } from '../../domain/access/access-protocol.ts';
import { nameKey } from '../../domain/access/name-key.ts';
import { GRANTABLE_SCOPES, SCOPE_SETS } from '../../domain/access/scopes.ts';
import type { Result } from '../../domain/base/result.ts';
import { COMMAND_LINE } from '../access/actor.ts';
import {
  changeScopes,
  type ChangeUserRefusal,
  createUser,
  listUsers,
  resetPassword,
  resetSecondFactor,
  withdrawUser,
} from '../access/users.ts';
import type { Db } from '../db/database.ts';
import { accessCommand, column, readScopes, withDatabase } from '../start/access-command.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';

const SCOPE_NAMES = [...Object.keys(SCOPE_SETS), ...GRANTABLE_SCOPES].join(', ');
const FIRST_SIGN_IN = 'It has to be changed at the first sign-in, at /office.';

/** The user with this name or id. @throws PlainFailure */
async function userOf(db: Db, who: string): Promise<ListedUser> {
  const users = (await listUsers(db)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const user = users.find(({ id, name }) => id === who || nameKey(name) === nameKey(who));
  if (user === undefined) throw new PlainFailure(`There is no user ${who}; npm run users -- list shows all.`);
  return user;
}

function done<T>(result: Result<T, ChangeUserRefusal>): T {
  if (result.ok) return result.value;
  throw new PlainFailure(
    result.refusal === 'last_manager'
      ? 'This is the last one who can manage users or keys; let somebody else do it first.'
      : `It was refused: ${result.refusal}.`,
  );
}

function line({ id, name, scopes, secondFactor, lastSignInAt, withdrawnAt }: ListedUser): string[] {
  return [
    id,
    name,
    withdrawnAt === null ? 'active' : `withdrawn ${withdrawnAt}`,
    secondFactor ? 'second factor' : 'password only',
    lastSignInAt === null ? 'never signed in' : `signed in ${lastSignInAt}`,
    scopes.join(','),
  ];
}

async function main(): Promise<void> {
  const command = accessCommand('users', 'Lists the users of the head office, makes new ones, and changes or ends them.', '/v1/users');
  const withUser = (who: string, work: (db: Db, user: ListedUser) => Promise<string>) =>
    withDatabase(command, async (db) => work(db, await userOf(db, who)));
  command
    .command('list', { isDefault: true })
    .description('all users, also those who were withdrawn')
    .action(() =>
      withDatabase(command, async (db) => {
        const users = await listUsers(db);
        return users.length === 0 ? 'There is no user yet: npm run users -- add NAME.' : column(users.map(line));
      }),
    );
  command
    .command('add')
    .argument('<name>', 'by which the user signs in')
    .description('makes a user and shows their first password this once')
    .option('--scopes <list>', `what the user may do, with commas between: ${SCOPE_NAMES}`, 'everything')
    .action((name: string, { scopes }: { scopes: string }) =>
      withDatabase(command, async (db) => {
        const wanted = newUser.safeParse({ name, scopes: readScopes(scopes) });
        if (!wanted.success) throw new PlainFailure(wanted.error.issues[0]?.message ?? 'This is no user.');
        const made = await createUser(db, wanted.data, COMMAND_LINE);
        if (made.ok) return `${made.value.password}  is the password of ${made.value.name}. ${FIRST_SIGN_IN}`;
        throw new PlainFailure(made.refusal === 'name_taken' ? `There is a user ${name} already.` : 'These scopes cannot be given.');
      }),
    );
  command
    .command('scopes')
    .argument('<name>', 'of the user, or the id')
    .argument('<list>', `what the user may do from now on: ${SCOPE_NAMES}`)
    .description('changes what a user may do')
    .action((who: string, list: string) =>
      withUser(who, async (db, { id, name }) => {
        const { scopes } = done(await changeScopes(db, id, readScopes(list), COMMAND_LINE, new Date()));
        return `${name} may do: ${scopes.join(', ')}.`;
      }),
    );
  command
    .command('withdraw')
    .argument('<name>', 'of the user, or the id')
    .description('ends a user for good')
    .action((who: string) =>
      withUser(who, async (db, { id, name }) => {
        done(await withdrawUser(db, id, COMMAND_LINE, new Date()));
        return `${name} cannot sign in any more.`;
      }),
    );
  command
    .command('reset-password')
    .argument('<name>', 'of the user, or the id')
    .description('makes a new password and shows it this once')
    .action((who: string) =>
      withUser(who, async (db, { id, name }) => {
        const { password } = done(await resetPassword(db, id, COMMAND_LINE));
        return `${password}  is the password of ${name}. ${FIRST_SIGN_IN}`;
      }),
    );
  command
    .command('reset-second-factor')
    .argument('<name>', 'of the user, or the id')
    .description('takes the second factor away, because the telephone was lost')
    .action((who: string) =>
      withUser(who, async (db, { id, name }) => {
        done(await resetSecondFactor(db, id, COMMAND_LINE));
        return `${name} signs in by the password alone, until there is a new second factor.`;
      }),
    );
  await command.parseAsync();
}

main().catch(endWith);
