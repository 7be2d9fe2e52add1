import type { World } from '../world.ts';
import { inDatabase, type Mutation, trigger } from './mutation.ts';

/** Cuts all registers off after ten minutes, and has all pickups get other codes again and again. */
function renewCodes({ books, devices, shop }: World): void {
  books.codes.areLate = true;
  const renew = (): void => {
    void shop.renewAll();
    setTimeout(renew, 120_000);
  };
  setTimeout(() => {
    for (const device of devices) device.unplug();
    renew();
  }, 600_000);
}

/** What stores promise of their pickups and waves, broken. */
export const PICKUP_MUTATIONS: readonly Mutation[] = [
  inDatabase(
    'a customer outside of whom nobody hears',
    'J5',
    'fulfillment_orders',
    'before update',
    `new.body = new.body - 'arrival'; return new;`,
  ),
  inDatabase(
    'a car that is remembered after its customer has left',
    'A2',
    'fulfillment_orders',
    'before update',
    `if old.body ? 'arrival' and not new.body ? 'arrival' then
       new.body = new.body || jsonb_build_object('arrival', old.body -> 'arrival'); end if; return new;`,
  ),
  inDatabase(
    'a pickup that rings although somebody has seen it',
    'J5',
    'fulfillment_orders',
    'before update',
    `new.body = new.body - 'acknowledged'; return new;`,
  ),
  inDatabase(
    'a pickup that is not kept for as long as somebody promised',
    'J5',
    'fulfillment_orders',
    'before update',
    `new.body = new.body - 'keepUntil'; return new;`,
  ),
  inDatabase(
    'a pickup that lies where nobody put it',
    'J5',
    'fulfillment_orders',
    'before update',
    `if new.status = 'ready' then new.body = jsonb_set(new.body, '{state,stagingLocation}', '"Shelf 9"'); end if; return new;`,
  ),
  inDatabase(
    'a substitute that costs as much as what was ordered',
    'M1',
    'fulfillment_orders',
    'before update',
    `if new.body::text like '%insteadOf%' then
       new.body = jsonb_set(new.body, '{lines}', (select jsonb_agg(
         case when l ? 'insteadOf' then jsonb_set(l, '{totalMinor}', l -> 'insteadOf' -> 'totalMinor') else l end order by n)
         from jsonb_array_elements(new.body -> 'lines') with ordinality as x(l, n)));
     end if; return new;`,
  ),
  inDatabase(
    'a staged unit that nobody put there',
    'P2',
    'fulfillment_orders',
    'before update',
    `if new.status = 'ready' and old.status <> 'ready' then
       new.body = jsonb_set(new.body, '{lines,0,picked}', to_jsonb((new.body #>> '{lines,0,picked}')::int - 1)); end if; return new;`,
  ),
  {
    name: 'a withdrawn code about which nobody is asked',
    rule: 'J5',
    spoil: async (world) => {
      const body = "if new.kind = 'handed_over_on_withdrawn_code' then return null; end if; return new;";
      await trigger(world.pool.db, 'exceptions', 'before insert', body);
      renewCodes(world);
    },
  },
  inDatabase(
    'a code that is not remembered as used',
    'J5',
    'fulfillment_orders',
    'before update',
    `new.body = new.body - 'usedCodeId'; return new;`,
  ),
  inDatabase(
    'a wave that stays with whoever let go of it',
    'J5',
    'documents',
    'before update',
    `if new.kind = 'wave' and new.body ->> 'pickerId' is null then
       new.body = jsonb_set(new.body, '{pickerId}', old.body -> 'pickerId'); end if; return new;`,
  ),
  inDatabase(
    'goods that were not there to put back, and stay on the book',
    'P2',
    'stock_movements',
    'before insert',
    `if new.cause = 'put_back' then
       update stock_levels set on_hand = on_hand - new.on_hand where location_id = new.location_id and sku = new.sku;
       new.on_hand := 0;
     end if; return new;`,
  ),
];
