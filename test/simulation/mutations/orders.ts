import { inDatabase, type Mutation } from './mutation.ts';

/** Rules of orders and their goods, broken. */
export const ORDERS_MUTATIONS: readonly Mutation[] = [
  inDatabase('a list of orders that keeps the first status', 'P6', 'order_index', 'before update', 'return null;'),
  inDatabase(
    'goods that a customer refused and that are still to be sent',
    'J9',
    'order_lines',
    'before update',
    `if new.backordered = old.backordered then new.cancelled = old.cancelled; end if; return new;`,
  ),
  inDatabase('an order that is refused and stays', 'P6', 'orders', 'before delete', 'return null;'),
  inDatabase(
    'a wave that forgets what another picker has',
    'J5',
    'documents',
    'before insert',
    `if new.kind = 'wave' then new.body = new.body - 'lost'; end if; return new;`,
  ),
  inDatabase(
    'a label of which nobody writes down that it was asked for',
    'E2',
    'documents',
    'before update',
    `if new.kind = 'parcel_label' and new.body ->> 'state' = 'unknown' then
      new.body = jsonb_set(new.body, '{state}', '"wanted"'); end if; return new;`,
  ),
  inDatabase(
    'a parcel that a driver has and that waits all the same',
    'J5',
    'documents',
    'before insert or update',
    `if new.kind = 'parcel_label' then new.body = new.body - 'handoverId'; end if; return new;`,
  ),
  inDatabase(
    'a store that is asked for orders while it is paused',
    'P3',
    'documents',
    'before insert or update',
    `if new.kind = 'store_capacity' then new.body = new.body - 'paused'; end if; return new;`,
  ),
  inDatabase(
    'a tote that forgets what lies in it',
    'J5',
    'documents',
    'before insert',
    `if new.kind = 'tote' then new.body = jsonb_set(new.body, '{goods}', '[]'); end if; return new;`,
  ),
  inDatabase(
    'an order of a sale that costs something else',
    'J3',
    'order_lines',
    'before insert',
    `if exists (select from orders where id = new.order_id and receipt_number is not null) then
      new.total_minor := new.total_minor + 1; end if; return new;`,
  ),
];
