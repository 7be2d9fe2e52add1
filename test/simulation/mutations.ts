import { sql } from 'kysely';
import type { Change, PullResponse } from '../../domain/protocol/protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { putPrices } from '../../sync-server/price-lists/manage-prices.ts';
import { actorNamed } from '../support/actor.ts';
import { unitPriceOf } from './goods.ts';
import { DAILY_LIST, dailyPrices } from './offers.ts';
import type { World } from './world.ts';

/** A rule broken on purpose, somewhere between the code under test and the world, so that the auditor can show that it sees it. */
export interface Mutation {
  readonly name: string;
  readonly rule: string;
  spoil(world: World): Promise<void>;
}

/** Makes the database itself break a rule: `body` runs before (or after) rows of a table are written. */
async function trigger(db: Db, table: string, moment: string, body: string): Promise<void> {
  await sql.raw(`create function spoil() returns trigger language plpgsql as $$ begin ${body} end $$`).execute(db);
  await sql.raw(`create trigger spoil ${moment} on ${table} for each row execute function spoil()`).execute(db);
}

function inDatabase(name: string, rule: string, table: string, moment: string, body: string): Mutation {
  return { name, rule, spoil: ({ pool }) => trigger(pool.db, table, moment, body) };
}

/** Changes what pulls bring, from the tenth that brings something on. */
function inPulls(name: string, rule: string, change: (changes: readonly Change[]) => Change[]): Mutation {
  return {
    name,
    rule,
    spoil: ({ network }) => {
      let pulls = 0;
      network.tamper = (_line, asked, answer) => {
        if (asked.path !== '/v1/pull' || answer.status !== 200) return answer;
        const body = JSON.parse(answer.body) as PullResponse;
        if (body.changes.length === 0 || (pulls += 1) < 10) return answer;
        return { ...answer, body: JSON.stringify({ ...body, changes: change(body.changes) }) };
      };
      return Promise.resolve();
    },
  };
}

const AFTER_A_WHILE = 'if (select count(*) from operations) > 60 and random() < 0.3 then';

export const MUTATIONS: readonly Mutation[] = [
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
  inDatabase(
    'a change that is skipped',
    'R2',
    'changes',
    'before insert',
    `if new.seq > 12 and random() < 0.1 then return null; end if; return new;`,
  ),
  inDatabase(
    'a sequence handed out early',
    'R2',
    'changes',
    'before insert',
    `if new.seq > 12 and random() < 0.2 then new.seq = new.seq - 6; end if; return new;`,
  ),
  inDatabase(
    "another store's order in the feed",
    'R1',
    'changes',
    'before insert',
    `if new.kind = 'fulfillment_order' and new.scope = 'store:S2' then new.scope = 'store:S1'; end if; return new;`,
  ),
  inDatabase(
    'an order that leaves the feed before its end',
    'R2',
    'changes',
    'before insert or update',
    `if new.kind = 'fulfillment_order' and exists (select from fulfillment_orders f where f.id = new.id and f.status = 'picked')
       then new.deleted = true; end if; return new;`,
  ),
  inPulls('a change lost between server and replica', 'R2', (changes) => changes.slice(0, -1)),
  inPulls('a document altered on its way', 'R1', (changes) =>
    changes.map((one) =>
      one.kind === 'stock_page'
        ? {
            ...one,
            body: JSON.parse(
              JSON.stringify(one.body).replace(/"onHand":(-?\d+)/, (_, units: string) => `"onHand":${Number(units) + 1}`),
            ) as unknown,
          }
        : one,
    ),
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
    'a card payment with another amount than the terminal moved',
    'E2',
    'documents',
    'before update',
    `if new.kind = 'card_payment' and new.body->>'status' = 'booked' then
       new.body = jsonb_set(new.body, '{approval,authorizedMinor}', to_jsonb((new.body->'approval'->>'authorizedMinor')::bigint + 1));
     end if; return new;`,
  ),
  inDatabase(
    'a gift card that gains a cent',
    'M1',
    'documents',
    'before update',
    `if new.kind = 'stored_value' then
       new.body = jsonb_set(new.body, '{balanceMinor}', to_jsonb((new.body->>'balanceMinor')::bigint + 1)); end if; return new;`,
  ),
  inDatabase(
    'a gift card that is used twice, and nobody is told',
    'J5',
    'exceptions',
    'before insert',
    "if new.kind = 'stored_value_not_covered' then return null; end if; return new;",
  ),
  inDatabase(
    'an account that forgets a cent of what is owed',
    'M1',
    'documents',
    'before update',
    `if new.kind = 'stored_value' and new.body ->> 'kind' = 'account' and (new.body -> 'balanceMinor')::bigint < 0 then
       new.body = jsonb_set(new.body, '{balanceMinor}', to_jsonb((new.body -> 'balanceMinor')::bigint + 1)); end if; return new;`,
  ),
  inDatabase(
    'points that stay when their goods come back',
    'J9',
    'documents',
    'before update',
    `if new.kind = 'stored_value' and new.body ->> 'kind' = 'points' then
       new.body = jsonb_set(new.body, '{balanceMinor}', to_jsonb(greatest((new.body -> 'balanceMinor')::bigint,
         (old.body -> 'balanceMinor')::bigint))); end if; return new;`,
  ),
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
  inDatabase('an event that is lost', 'E1', 'events', 'before insert', 'return null;'),
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
    'notes of another country that no drawer has',
    'M3',
    'shifts',
    'before update',
    "new.body = new.body - 'otherCash'; return new;",
  ),
  inDatabase(
    'a void that gives a card nothing',
    'E2',
    'documents',
    'before update',
    `if new.kind = 'card_refund' and new.body ->> 'status' = 'booked' then
       new.body = jsonb_set(new.body, '{amountMinor}', '1'); end if; return new;`,
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
  inDatabase(
    'goods that a customer refused and that are still to be sent',
    'J9',
    'order_lines',
    'before update',
    `if new.backordered = old.backordered then new.cancelled = old.cancelled; end if; return new;`,
  ),
  {
    name: 'prices that stay when the day changes',
    rule: 'M1',
    spoil: async ({ pool }) => {
      const prices = dailyPrices().map((price) => ({ ...price, unitPrice: unitPriceOf(price.sku) + 1_000 }));
      await putPrices(pool.db, DAILY_LIST.id, prices, actorNamed('simulation'));
    },
  },
  {
    name: 'a terminal that approves what it may not',
    rule: 'E2',
    spoil: (world) => {
      for (const { terminal } of world.devices) terminal.isReckless = true;
      return Promise.resolve();
    },
  },
  inDatabase('a customer who keeps the first name', 'J3', 'customers', 'before update', 'return null;'),
  inDatabase(
    'a consent of which the first word counts',
    'J3',
    'documents',
    'before update',
    "if new.kind = 'customer_consent' then return null; end if; return new;",
  ),
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
    'a tote that forgets what lies in it',
    'J5',
    'documents',
    'before insert',
    `if new.kind = 'tote' then new.body = jsonb_set(new.body, '{goods}', '[]'); end if; return new;`,
  ),
  inDatabase(
    'an operation that says who a customer is',
    'A2',
    'operations',
    'before insert',
    `if new.type = 'customer_consent_recorded' then new.body = jsonb_set(new.body, '{name}', '"Sample person"'); end if; return new;`,
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
