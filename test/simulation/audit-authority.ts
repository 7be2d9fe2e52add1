import type { Operation } from '../../domain/registry/operations.ts';
import type { PermissionTable } from '../../domain/permissions/roles.ts';
import type { Audited } from './audited.ts';
import { type Books, isFine } from './books.ts';
import { mayGoAgainst, wrongByTerms } from './wrong-by-terms.ts';

/** Clocks of the world, of the database and of who looks at them differ by less. */
const SLACK_MS = 2_000;

/**
 * The tables that count for an operation: those that were valid when it was done or later, until it came to the pool.
 * @param slack how much later one may have ended, or earlier begun; negative leaves out those at the edge.
 */
function tablesFor(books: Books, at: number, received: number, slack: number): PermissionTable[] {
  return books.roleTables
    .filter(({ from, until }) => from <= received + slack && (until >= at - slack || until >= received - slack))
    .map(({ table }) => table);
}

const aboutOf = ({ storeId, associateId }: Operation, permission: string): string =>
  `not_allowed:${storeId}:${associateId ?? 'nobody'}:${permission}`;

/** Whatever nobody allowed is asked about, what was allowed is not (rules A1, J5), and no till records what its own table denies. */
export async function compareAuthority({ books, pool: { db } }: Audited): Promise<string[]> {
  const rows = await db.selectFrom('operations').select(['id', 'received_at']).where('outcome', '=', 'applied').execute();
  const exceptions = await db.selectFrom('exceptions').select('id').where('kind', '=', 'not_allowed').execute();
  const asked = new Set(exceptions.map(({ id }) => id));
  const denied = new Map<string, Operation>();
  const doubtful = new Set<string>();
  for (const { id, received_at } of rows) {
    const operation = books.entries.get(id)?.operation;
    if (operation === undefined) continue;
    if (!mayGoAgainst(operation)) {
      const about = aboutOf(operation, 'return.exception');
      denied.set(about, operation);
      doubtful.add(about);
    }
    const judge = (slack: number) =>
      tablesFor(books, Date.parse(operation.at), received_at.getTime(), slack).map((table) => isFine(table, operation));
    const [certain, possible] = [judge(SLACK_MS), judge(-SLACK_MS)];
    const permission = certain.find((one) => one.permission !== null)?.permission;
    if (permission === undefined || permission === null) continue;
    if (certain.every(({ fine }) => !fine)) denied.set(aboutOf(operation, permission), operation);
    if (possible.every(({ fine }) => !fine)) doubtful.add(aboutOf(operation, permission));
  }
  return [
    ...books.unasked,
    ...[...books.entries.values()].flatMap(({ operation }) => wrongByTerms(operation)),
    ...[...denied].flatMap(([about, { type, id }]) =>
      asked.has(about) ? [] : [`A1, J5: nobody may do ${type} ${id}, and nobody is asked about ${about}`],
    ),
    ...[...asked].flatMap((about) => (doubtful.has(about) ? [] : [`A1: somebody is asked about ${about}, which was allowed`])),
  ];
}

/** A register that was withdrawn stays so, and nothing of it comes to the pool any more (rule A3). */
export async function compareWithdrawn({ books, devices, pool: { db } }: Audited): Promise<string[]> {
  const wrong: string[] = [];
  for (const [registerId, at] of books.withdrawn) {
    const { status } = await db.selectFrom('registers').select('status').where('id', '=', registerId).executeTakeFirstOrThrow();
    if (status !== 'withdrawn') wrong.push(`A3: register ${registerId} was withdrawn, and is ${status}`);
    const late = await db
      .selectFrom('operations')
      .select('id')
      .where('register_id', '=', registerId)
      .where('received_at', '>', new Date(at + SLACK_MS))
      .execute();
    if (late.length > 0) wrong.push(`A3: ${late.length} operations of register ${registerId} came after it was withdrawn`);
    for (const device of devices) {
      const connection = device.register?.services.sync.getState().connection;
      if (device.options.identity.registerId === registerId && connection?.status === 'online')
        wrong.push(`A3: ${device.options.name} was withdrawn and is let in`);
    }
  }
  return wrong;
}
