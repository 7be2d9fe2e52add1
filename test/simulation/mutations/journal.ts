import { AFTER_A_WHILE, inDatabase, type Mutation, trigger } from './mutation.ts';

/** Rules of the journal, broken. */
export const JOURNAL_MUTATIONS: readonly Mutation[] = [
  {
    name: 'a disk that says written and did not write',
    rule: 'J1',
    spoil: (world) => {
      world.devices[0]?.forgetWritesAfter(20);
      return Promise.resolve();
    },
  },
  inDatabase(
    'an operation altered in the pool',
    'J2',
    'operations',
    'before insert',
    `${AFTER_A_WHILE} new.body = jsonb_set(new.body, '{businessDate}', '"2020-01-01"'); end if; return new;`,
  ),
  inDatabase('an operation dropped', 'J3', 'operations', 'before insert', `${AFTER_A_WHILE} return null; end if; return new;`),
  inDatabase(
    'an operation applied twice',
    'J3',
    'stock_movements',
    'after insert',
    `if new.cause = 'sale' and pg_trigger_depth() = 1 and (select count(*) from operations) > 60 then
       insert into stock_movements (location_id, sku, on_hand, reserved, cause, cause_id)
         values (new.location_id, new.sku, new.on_hand, 0, new.cause, new.cause_id);
       update stock_levels set on_hand = on_hand + new.on_hand where location_id = new.location_id and sku = new.sku;
     end if; return null;`,
  ),
  inDatabase(
    'operations out of their order',
    'J4',
    'operations',
    'before insert',
    `if new.seq > 5 then new.seq = new.seq + case when new.seq % 2 = 0 then 1000001 else 999999 end; end if; return new;`,
  ),
  inDatabase('an exception that nobody is told of', 'J5', 'exceptions', 'before insert', 'return null;'),
  inDatabase(
    'an honest operation in quarantine',
    'J6',
    'operations',
    'before insert',
    `${AFTER_A_WHILE} new.outcome = 'quarantined'; new.code = 'bad_schema'; end if; return new;`,
  ),
  {
    name: 'a copied profile that is not noticed',
    rule: 'J7',
    spoil: async (world) => {
      await trigger(world.pool.db, 'registers', 'before update', `new.status = 'active'; return new;`);
      world.copyProfileSoon();
    },
  },
];
