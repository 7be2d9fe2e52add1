import { sql } from 'kysely';
import { accountId, pointsId } from '../../domain/stored-value/stored-value.ts';
import type { Audited } from './audited.ts';

/** What the pool says of an account, or of points. */
interface Kept {
  readonly id: string;
  readonly balance: number;
  readonly limit: number;
  /** Whether somebody was told that it did not cover what was taken. */
  readonly told: boolean;
}

/** What people did to the account of a customer, and to the points. */
class Customer {
  balanceMinor = 0;
  /** The furthest that anybody let it go beyond its limit. */
  overMinor = 0;
  /** What goods earned, and what paid less what came back. */
  earned = 0;
  takenBack = 0;
  used = 0;
}

async function doneTo({ books, pool: { db } }: Audited): Promise<Map<string, Customer>> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const customers = new Map<string, Customer>();
  const of = (id: string): Customer => {
    const one = customers.get(id) ?? new Customer();
    customers.set(id, one);
    return one;
  };
  for (const { operation, account, points } of books.entries.values()) {
    if (!applied.has(operation.id)) continue;
    if (account !== undefined) {
      const one = of(account.customerId);
      one.balanceMinor += account.minor;
      one.overMinor = Math.max(one.overMinor, account.overMinor);
    }
    if (points === undefined) continue;
    const one = of(points.customerId);
    if (points.earned > 0) one.earned += points.earned;
    else one.takenBack -= points.earned;
    one.used += points.used;
  }
  return customers;
}

/**
 * Each account has what was paid on it less what was bought on it, and each customer the points that were earned less those that paid
 * (rule M1). Who went over a limit, or used points that were not there, was told (rule J5).
 */
export async function compareAccounts(world: Audited): Promise<string[]> {
  const { rows } = await sql<Kept>`
    select d.id, (d.body -> 'balanceMinor')::bigint as balance, coalesce((d.body -> 'limitMinor')::bigint, 0) as limit,
      exists (select from exceptions e where e.kind in ('account_not_covered', 'points_not_covered') and e.id like '%' || d.id) as told
    from documents d where d.kind = 'stored_value'`.execute(world.pool.db);
  const kept = new Map(rows.map((row) => [row.id, row]));
  const wrong: string[] = [];
  for (const [customerId, done] of await doneTo(world)) {
    const { balanceMinor, overMinor, earned, takenBack, used } = done;
    const account = kept.get(accountId(customerId));
    if ((account?.balance ?? 0) !== balanceMinor)
      wrong.push(`M1: the account of ${customerId} has ${account?.balance ?? 'no balance'} in the pool, the books make ${balanceMinor}`);
    const limits = world.books.limits.get(customerId) ?? [0];
    if (balanceMinor < -(Math.max(...limits) + overMinor) && account?.told !== true)
      wrong.push(`J5: the account of ${customerId} is ${balanceMinor}, and nobody was told`);
    const points = kept.get(pointsId(customerId));
    const left = earned - takenBack - used;
    if ((points?.balance ?? 0) !== left)
      wrong.push(`M1: ${customerId} has ${points?.balance ?? 'no'} points in the pool, the books make ${left}`);
    if (used > earned && points?.told !== true)
      wrong.push(`J5: ${customerId} used ${used} points and earned ${earned}, and nobody was told`);
  }
  for (const [customerId, limits] of world.books.limits) {
    const is = kept.get(accountId(customerId))?.limit;
    if (is !== limits.at(-1)) wrong.push(`J3: the limit of ${customerId} is ${is ?? 'not said'}, the head office said ${limits.at(-1)}`);
  }
  return wrong;
}
