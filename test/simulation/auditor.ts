import { sql } from 'kysely';
import { auditPool, describeFindings } from '../../sync-server/audit/audit-pool.ts';
import { disagreements } from '../contract/support/order-pool.ts';
import { compareAuthority, compareWithdrawn } from './audit-authority.ts';
import { compareEffects, type Seen } from './audit-effects.ts';
import { compareJournals } from './audit-journals.ts';
import type { Audited } from './audited.ts';
import { compareEvents, compareJobs } from './audit-jobs.ts';
import { compareNoReceipt } from './audit-no-receipt.ts';
import { compareArticles } from './audit-articles.ts';
import { compareAccounts } from './audit-accounts.ts';
import { compareCapacity } from './audit-capacity.ts';
import { compareCards } from './audit-cards.ts';
import { compareGiftCards } from './audit-gift-cards.ts';
import { compareLabels } from './audit-labels.ts';
import { compareMoney } from './audit-money.ts';
import { compareCustomers } from './audit-customers.ts';
import { compareOffers } from './audit-offers.ts';
import { compareTenders } from './audit-tenders.ts';
import { compareSetAside } from './audit-set-aside.ts';
import { compareSubstitutes } from './audit-substitutes.ts';
import { compareTotes } from './audit-totes.ts';
import { comparePickups } from './audit-pickups.ts';
import { compareWaves } from './audit-waves.ts';
import {
  compareExpired,
  compareNotTaken,
  compareOrders,
  comparePolicies,
  comparePromises,
  compareSwapped,
  compareTrust,
} from './audit-orders.ts';

/** Compares its own books with the world, whenever everything has come to rest. */
export class Auditor {
  private readonly world: Audited;
  private seen: Seen = { movement: 0, operations: new Set() };

  constructor(world: Audited) {
    this.world = world;
  }

  /** Compares all but the replicas. @returns one sentence for each thing that does not agree, with the number of the rule. */
  async compare(): Promise<string[]> {
    const { world } = this;
    const { wrong, seen } = await compareEffects(world, this.seen);
    this.seen = seen;
    const findings = await auditPool(world.pool.db);
    return [
      ...(await compareJournals(world)),
      ...wrong,
      ...(await compareMoney(world)),
      ...world.books.misread,
      ...(await compareTenders(world)),
      ...(await compareArticles(world)),
      ...(await compareNoReceipt(world)),
      ...(await compareOffers(world)),
      ...(await compareCustomers(world)),
      ...(await compareGiftCards(world)),
      ...(await compareAccounts(world)),
      ...(await compareCards(world)),
      ...(await compareOrders(world)),
      ...(await comparePolicies(world)),
      ...(await comparePromises(world)),
      ...(await compareNotTaken(world)),
      ...(await compareSwapped(world)),
      ...(await compareExpired(world)),
      ...(await comparePickups(world)),
      ...(await compareWaves(world)),
      ...(await compareTotes(world)),
      ...(await compareSubstitutes(world)),
      ...(await compareSetAside(world)),
      ...(await compareLabels(world)),
      ...(await compareCapacity(world)),
      ...(await compareTrust(world)),
      ...(await compareAuthority(world)),
      ...(await compareWithdrawn(world)),
      ...(await compareEvents(world)),
      ...(await compareJobs(world)),
      ...(await compareLevels(world)),
      ...findings.filter((finding) => finding.count > 0).map((finding) => `npm run audit: ${describeFindings([finding])}`),
    ];
  }
}

/** The pool's books agree with each other, but for orders of which goods left after their end: there a person is asked (rule J5). */
async function compareLevels({ pool: { db } }: Audited): Promise<string[]> {
  const asked = await db
    .selectFrom('exceptions')
    .innerJoin('orders', (join) => join.on(sql`body ->> 'subject'`, '=', sql.ref('orders.number')))
    .select('orders.id')
    .where('exceptions.kind', 'in', ['handed_over_after_end', 'shipped_after_end'])
    .execute();
  const excused = new Set<unknown>(asked.map((row) => row.id));
  return (await disagreements(db))
    .filter((row) => !excused.has((row as { order_id?: unknown }).order_id))
    .map((row) => `P1, P2: the pool's books disagree: ${JSON.stringify(row)}`);
}
