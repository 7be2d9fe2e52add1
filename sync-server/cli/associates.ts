import { associateChange, type ListedAssociate, newAssociate } from '../../domain/associates/associate-protocol.ts';
import { role } from '../../domain/associates/associate.ts';
import type { Result } from '../../domain/base/result.ts';
import type { z } from 'zod';
import { COMMAND_LINE } from '../access/actor.ts';
import { listAssociates } from '../associates/list-associates.ts';
import {
  addAssociate,
  type AssociateRefusal,
  changeAssociate,
  makeBadgeFor,
  resetPin,
  setAssociateState,
  withdrawBadge,
} from '../associates/manage-associates.ts';
import type { Db } from '../db/database.ts';
import { accessCommand, column, withDatabase } from '../start/access-command.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';

const TOLD = {
  unknown_associate: 'There is nobody with this id; npm run associates -- list shows all.',
  unknown_store: 'There is no store with this id.',
  associate_removed: 'This person was removed, and that is for good; add them anew.',
} as const satisfies Record<AssociateRefusal, string>;

const ROLES = role.options.join(', ');
const STEPS = [
  ['block', 'the person cannot sign in or approve any more', 'is blocked'],
  ['unblock', 'the person can sign in again', 'can sign in again'],
  ['remove', 'the person leaves for good; what they did keeps their name', 'is removed'],
] as const;

function done<T>(result: Result<T, AssociateRefusal>): T {
  if (result.ok) return result.value;
  throw new PlainFailure(TOLD[result.refusal]);
}

/** @throws PlainFailure for what a person typed wrong. */
function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PlainFailure(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'This is not valid.'}`);
}

async function everybody(db: Db, store: string | undefined, state: 'present' | 'removed'): Promise<ListedAssociate[]> {
  const found: ListedAssociate[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await listAssociates(db, { store, state, after, limit: 200 });
    found.push(...items);
    if (next === null) return found;
    after = next;
  }
}

/** Makes and withdraws badges. */
function badgeCommands(command: ReturnType<typeof accessCommand>): void {
  command
    .command('make-badge')
    .argument('<id>', 'of the person')
    .description('makes a badge, in place of the old one, and shows its code this once')
    .action((id: string) =>
      withDatabase(command, async (db) => {
        const { badge, name } = done(await makeBadgeFor(db, id, COMMAND_LINE));
        return `${badge}  is the code of the badge of ${name}. Print it as a barcode (Code 128 or QR).`;
      }),
    );
  command
    .command('withdraw-badge')
    .argument('<id>', 'of the person')
    .description('withdraws a badge that was lost, say')
    .action((id: string) =>
      withDatabase(command, async (db) => `${done(await withdrawBadge(db, id, COMMAND_LINE)).name} has no badge any more.`),
    );
}

async function main(): Promise<void> {
  const command = accessCommand('associates', 'Lists the people in the stores, adds, changes, blocks and removes them.', '/v1/associates');
  command
    .command('list', { isDefault: true })
    .description('the people in the stores')
    .option('--store <id>', 'of this store only')
    .option('--removed', 'those who were removed', false)
    .action(({ store, removed }: { store?: string; removed: boolean }) =>
      withDatabase(command, async (db) => {
        const people = await everybody(db, store, removed ? 'removed' : 'present');
        const rows = people.map((one) => [one.id, one.name, one.role, one.state, `${one.storeName} (${one.storeId})`]);
        return rows.length === 0 ? 'There is nobody.' : column(rows);
      }),
    );
  command
    .command('add')
    .argument('<store>', 'the id of the store')
    .argument('<name>', 'of the person')
    .description('adds somebody and shows their PIN this once')
    .option('--role <role>', ROLES, 'associate')
    .action((storeId: string, name: string, given: { role: string }) =>
      withDatabase(command, async (db) => {
        const added = done(await addAssociate(db, read(newAssociate, { storeId, name, role: given.role }), COMMAND_LINE));
        return `${added.pin}  is the PIN of ${added.name}, ${added.storeName} (${added.id}).`;
      }),
    );
  command
    .command('change')
    .argument('<id>', 'of the person')
    .description('changes what is named')
    .option('--name <name>', 'another name')
    .option('--role <role>', ROLES)
    .option('--store <id>', 'another store')
    .action((id: string, { store: storeId, ...rest }: { name?: string; role?: string; store?: string }) =>
      withDatabase(command, async (db) => {
        const changed = done(await changeAssociate(db, id, read(associateChange, { ...rest, storeId }), COMMAND_LINE));
        return `${changed.name}: ${changed.role}, ${changed.storeName}.`;
      }),
    );
  for (const [step, description, told] of STEPS) {
    command
      .command(step)
      .argument('<id>', 'of the person')
      .description(description)
      .action((id: string) =>
        withDatabase(command, async (db) => `${done(await setAssociateState(db, id, step, COMMAND_LINE)).name} ${told}.`),
      );
  }
  command
    .command('reset-pin')
    .argument('<id>', 'of the person')
    .description('makes a new PIN and shows it this once')
    .action((id: string) =>
      withDatabase(command, async (db) => {
        const { pin, name } = done(await resetPin(db, id, COMMAND_LINE));
        return `${pin}  is the PIN of ${name}.`;
      }),
    );
  badgeCommands(command);
  await command.parseAsync();
}

main().catch(endWith);
