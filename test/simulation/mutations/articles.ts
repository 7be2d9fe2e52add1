import { SAUCER } from '../articles.ts';
import { inDatabase, type Mutation } from './mutation.ts';

/** Rules of services, deposits, bundles and serial numbers, broken. */
export const ARTICLE_MUTATIONS: readonly Mutation[] = [
  inDatabase(
    'a bundle whose parts stay on the shelf',
    'P2',
    'stock_movements',
    'before insert',
    `if new.cause = 'sale' and new.sku = '${SAUCER}' then
       update stock_levels set on_hand = on_hand - new.on_hand where location_id = new.location_id and sku = new.sku;
       return null;
     end if; return new;`,
  ),
  inDatabase(
    'a part of a bundle that costs a cent more, and another one a cent less',
    'M2',
    'sales',
    'before insert',
    `new.body = jsonb_set(new.body, '{lines}', (select jsonb_agg(case
         when l -> 'adjustments' @> '[{"source": "bundle"}]' then jsonb_set(l, '{totalMinor}',
           to_jsonb((l ->> 'totalMinor')::int + case when l ->> 'sku' = '${SAUCER}' then 1 else -1 end)) else l end order by n)
       from jsonb_array_elements(new.body -> 'lines') with ordinality as lines(l, n)));
     return new;`,
  ),
  inDatabase(
    'a deposit that does not come back with its goods',
    'J9',
    'returns',
    'before insert',
    `if new.body -> 'origin' ->> 'kind' = 'sale' then new.body = jsonb_set(new.body, '{lines}', (select
         coalesce(jsonb_agg(l), '[]') from jsonb_array_elements(new.body -> 'lines') l where l ->> 'kind' <> 'deposit'));
     end if; return new;`,
  ),
  inDatabase(
    'empties that are paid twice',
    'M1',
    'returns',
    'before insert',
    `if new.body -> 'origin' ->> 'kind' = 'empties' then new.refund_minor = new.refund_minor * 2; end if; return new;`,
  ),
  inDatabase(
    'a service that is taken off a shelf',
    'P2',
    'sales',
    'after insert',
    `if new.body -> 'lines' @> '[{"kind": "service"}]' then
       insert into stock_movements (location_id, sku, on_hand, reserved, cause, cause_id)
         values (new.store_id, 'X-SERVICE', -1, 0, 'sale', new.sale_id);
     end if; return null;`,
  ),
  inDatabase(
    'a serial number that a return forgets',
    'J9',
    'returns',
    'before insert',
    `new.body = jsonb_set(new.body, '{lines}', (select jsonb_agg(l || '{"serialNumbers": []}')
       from jsonb_array_elements(new.body -> 'lines') l)); return new;`,
  ),
];
