import { goodsExchanged } from '../../../domain/exchanges/operations.ts';
import { putPrices } from '../../../sync-server/price-lists/manage-prices.ts';
import { actorNamed } from '../../support/actor.ts';
import { unitPriceOf } from '../goods.ts';
import { DAILY_LIST, dailyPrices } from '../offers.ts';
import { AFTER_A_WHILE, inDatabase, type Mutation } from './mutation.ts';

/** Rules of sales, drawers and offers, broken. */
export const MONEY_MUTATIONS: readonly Mutation[] = [
  inDatabase(
    'a return without a receipt that does not count for its customer',
    'J3',
    'documents',
    'before insert or update',
    `if new.kind = 'no_receipt_use' then new.body = jsonb_set(new.body, '{returns}', (new.body -> 'returns') - 0); end if; return new;`,
  ),
  inDatabase(
    'a sale a cent too dear',
    'M1',
    'sales',
    'before insert',
    `${AFTER_A_WHILE} new.total_minor = new.total_minor + 1; end if; return new;`,
  ),
  inDatabase(
    'a drawer that is out by a cent',
    'M1',
    'shifts',
    'before update',
    `new.body = jsonb_set(new.body, '{cashMinor}', to_jsonb((new.body->>'cashMinor')::bigint + 1)); return new;`,
  ),
  inDatabase(
    'a voucher that is worth a cent more',
    'M1',
    'sales',
    'before insert',
    `new.body = jsonb_set(new.body, '{tenders}', (select jsonb_agg(case when t ->> 'kind' = 'voucher'
       then jsonb_set(t, '{amountMinor}', to_jsonb((t ->> 'amountMinor')::int + 1)) else t end)
       from jsonb_array_elements(new.body -> 'tenders') t));
     return new;`,
  ),
  inDatabase(
    'an exchange whose difference no drawer has',
    'M1',
    'shifts',
    'before update',
    `if exists (select from operations o where o.type = '${goodsExchanged.type}' and o.body ->> 'shiftId' = new.id) then
       new.body = jsonb_set(new.body, '{cashMinor}', old.body -> 'cashMinor'); end if; return new;`,
  ),
  inDatabase(
    'an exchange that gives back a cent more than was paid',
    'M1',
    'returns',
    'before insert',
    `if new.body ->> 'exchangeReceiptNumber' is not null then new.refund_minor = new.refund_minor + 1; end if; return new;`,
  ),
  inDatabase(
    'notes of another country that no drawer has',
    'M3',
    'shifts',
    'before update',
    "new.body = new.body - 'otherCash'; return new;",
  ),
  inDatabase(
    'a coupon that is used, and nobody counts it',
    'J3',
    'documents',
    'before insert or update',
    `if new.kind = 'coupon_use' then new.body = jsonb_set(new.body, '{uses}', '0'); end if; return new;`,
  ),
  inDatabase(
    'a void that leaves its coupon used',
    'J9',
    'documents',
    'before update',
    `if new.kind = 'coupon_use' then new.body = jsonb_set(new.body, '{uses}',
       to_jsonb(greatest((new.body -> 'uses')::int, (old.body -> 'uses')::int))); end if; return new;`,
  ),
  inDatabase(
    'a limit of a customer that goods which come back do not lift',
    'J9',
    'documents',
    'before update',
    `if new.kind = 'coupon_use' and new.body ? 'amountMinor' and old.body ? 'amountMinor' then
       new.body = jsonb_set(new.body, '{amountMinor}',
         to_jsonb(greatest((new.body -> 'amountMinor')::int, (old.body -> 'amountMinor')::int))); end if; return new;`,
  ),
  inDatabase(
    'a coupon that is used too often, and nobody is told',
    'J5',
    'exceptions',
    'before insert',
    "if new.kind = 'coupon_used_too_often' then return null; end if; return new;",
  ),
  inDatabase(
    'a budget that is out by a cent',
    'J9',
    'documents',
    'before insert or update',
    `if new.kind = 'store_promotion_use' then
       new.body = jsonb_set(new.body, '{amountMinor}', to_jsonb((new.body -> 'amountMinor')::int + 1)); end if; return new;`,
  ),
  {
    name: 'prices that stay when the day changes',
    rule: 'M1',
    spoil: async ({ pool }) => {
      const prices = dailyPrices().map((price) => ({ ...price, unitPrice: unitPriceOf(price.sku) + 1_000 }));
      await putPrices(pool.db, DAILY_LIST.id, prices, actorNamed('simulation'));
    },
  },
];
