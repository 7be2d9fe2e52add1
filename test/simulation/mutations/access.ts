import { allocateChanges } from '../../../sync-server/changes/allocate-changes.ts';
import { transact } from '../../../sync-server/db/transact.ts';
import { FINAL_SKU } from '../goods.ts';
import { inDatabase, type Mutation, trigger } from './mutation.ts';

/** Rules of who may do what, of customers, and of what others must hear, broken. */
export const ACCESS_MUTATIONS: readonly Mutation[] = [
  {
    name: 'a job that stays with a server that is gone',
    rule: 'E1',
    spoil: async (world) => {
      await trigger(
        world.pool.db,
        'jobs',
        'before update',
        "if new.state = 'running' then new.run_at = now() + interval '1000 years'; end if; return new;",
      );
      world.loseWorkersSoon();
    },
  },
  {
    name: 'a fact that nobody may do and nobody is asked about',
    rule: 'A1',
    spoil: async (world) => {
      await trigger(world.pool.db, 'exceptions', 'before insert', "if new.kind = 'not_allowed' then return null; end if; return new;");
      world.denyNewsSoon();
    },
  },
  {
    name: 'a withdrawn register that is let in',
    rule: 'A3',
    spoil: async (world) => {
      await trigger(
        world.pool.db,
        'registers',
        'before update',
        "if new.status = 'withdrawn' then new.status = 'active'; end if; return new;",
      );
      world.withdrawSoon();
    },
  },
  {
    name: 'goods that stay with their customer and that every till takes back',
    rule: 'A1',
    spoil: ({ pool: { db } }) =>
      transact(db, async (tx) => {
        await tx.updateTable('products').set({ terms: null }).where('sku', '=', FINAL_SKU).execute();
        await allocateChanges(tx, [{ scope: 'all', kind: 'catalog_page', id: '0' }]);
      }),
  },
  inDatabase('an event that is lost', 'E1', 'events', 'before insert', 'return null;'),
  inDatabase('a customer who keeps the first name', 'J3', 'customers', 'before update', 'return null;'),
  inDatabase(
    'a consent of which the first word counts',
    'J3',
    'documents',
    'before update',
    "if new.kind = 'customer_consent' then return null; end if; return new;",
  ),
  inDatabase(
    'an operation that says who a customer is',
    'A2',
    'operations',
    'before insert',
    `if new.type = 'customer_consent_recorded' then new.body = jsonb_set(new.body, '{name}', '"Sample person"'); end if; return new;`,
  ),
];
