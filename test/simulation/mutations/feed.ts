import { inDatabase, inPulls, type Mutation } from './mutation.ts';

/** Rules of the feed and the replicas, broken. */
export const FEED_MUTATIONS: readonly Mutation[] = [
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
];
