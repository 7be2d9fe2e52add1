import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';

/**
 * Makes the company that imported data belongs to, where there is none yet. Its prices do not include tax.
 * @returns the currency of the company that there is then.
 */
export async function ensureCompany(db: Db, { name, currency }: { readonly name: string; readonly currency: string }): Promise<string> {
  return transact(db, async (tx) => {
    const made = await tx
      .insertInto('company')
      .values({ name, currency, prices_include_tax: false })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made !== undefined) await allocateChanges(tx, [{ scope: 'all', kind: 'company', id: 'company' }]);
    const there = await tx.selectFrom('company').select('currency').executeTakeFirstOrThrow();
    return there.currency;
  });
}
