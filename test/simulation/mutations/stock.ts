import { inDatabase, type Mutation, trigger } from './mutation.ts';

/** Rules of the pool, broken. */
export const STOCK_MUTATIONS: readonly Mutation[] = [
  inDatabase(
    'weighed goods that leave the shelf by the piece',
    'P2',
    'stock_movements',
    'before insert',
    `if new.cause = 'sale' and new.sku = 'WEIGHED' then
       update stock_levels set on_hand = on_hand - 1 - new.on_hand where location_id = new.location_id and sku = new.sku;
       new.on_hand := -1;
     end if; return new;`,
  ),
  inDatabase(
    'stock that changes without a movement',
    'P2',
    'stock_levels',
    'before update',
    'if new.on_hand < old.on_hand and random() < 0.1 then new.on_hand = new.on_hand + 1; end if; return new;',
  ),
  inDatabase(
    'a reservation lost',
    'P3',
    'stock_levels',
    'before update',
    'if new.reserved > old.reserved and random() < 0.5 then new.reserved = new.reserved - 1; end if; return new;',
  ),
  inDatabase(
    'units promised twice',
    'P3',
    'fulfillment_orders',
    'after insert',
    `if pg_trigger_depth() = 1 then
       insert into fulfillment_orders select new.id || 'x', new.order_id, new.location_id, new.kind, new.status, new.placed_at,
         jsonb_set(new.body, '{id}', to_jsonb(new.id || 'x'));
     end if; return null;`,
  ),
  {
    name: 'a store that is never trusted again',
    rule: 'P5',
    spoil: async (world) => {
      await trigger(
        world.pool.db,
        'stock_levels',
        'before update',
        'new.staleness_buffer = greatest(new.staleness_buffer, old.staleness_buffer); return new;',
      );
      world.leaveAloneSoon();
    },
  },
  inDatabase(
    'goods of an exchange that never reach the shelf',
    'P2',
    'returns',
    'after insert',
    `if new.body ->> 'exchangeReceiptNumber' is not null then
       delete from stock_movements where cause = 'return' and cause_id = new.operation_id::text; end if; return null;`,
  ),
  inDatabase(
    'goods that were set aside and that nobody finds again',
    'P2',
    'documents',
    'before insert',
    `if new.kind = 'set_aside' then new.body = jsonb_set(new.body, '{quantity}', '0'); end if; return new;`,
  ),
];
