import { inDatabase, type Mutation } from './mutation.ts';

/** Rules of what pays beside cash, broken. */
export const TENDERS_MUTATIONS: readonly Mutation[] = [
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
  inDatabase(
    'points that take off a cent more than is counted',
    'J9',
    'documents',
    'before insert or update',
    `if new.kind = 'store_promotion_use' and new.body ->> 'promotionId' = 'POINTS' then
       new.body = jsonb_set(new.body, '{amountMinor}', to_jsonb((new.body -> 'amountMinor')::bigint - 1)); end if; return new;`,
  ),
  inDatabase(
    'a void that gives a card nothing',
    'E2',
    'documents',
    'before update',
    `if new.kind = 'card_refund' and new.body ->> 'status' = 'booked' then
       new.body = jsonb_set(new.body, '{amountMinor}', '1'); end if; return new;`,
  ),
  {
    name: 'a terminal that approves what it may not',
    rule: 'E2',
    spoil: (world) => {
      for (const { terminal } of world.devices) terminal.isReckless = true;
      return Promise.resolve();
    },
  },
];
