import { shipOrder } from '../../domain/fulfillment/ship-order.ts';
import type { Db } from '../db/database.ts';
import { sendJournals } from '../journal/send-journals.ts';
import { cancelOrder } from '../orders/cancel-order.ts';
import { type OrderWish, wantSome } from './make-orders.ts';
import { placeOrders } from './place-orders.ts';
import { playDays, type StoreEvent } from './play-days.ts';
import { type SampleSite, type Story, workerAt } from './sample-story.ts';
import { type Reached, workOnOrder } from './work-orders.ts';

const HOUR = 3_600_000;

/** What waits in every store: how many orders of each kind have come how far. */
const WAITING: readonly (readonly [kind: 'pickup' | 'ship', reached: Reached, count: number])[] = [
  ['ship', 'open', 5],
  ['ship', 'picking', 1],
  ['ship', 'picked', 1],
  ['ship', 'packed', 1],
  ['pickup', 'open', 3],
  ['pickup', 'picking', 1],
  ['pickup', 'picked', 1],
  ['pickup', 'ready', 2],
];

/** A pickup that waits for its customer, with the code that opens it: for whoever tries the sample company. */
export interface ReadyPickup {
  readonly storeId: string;
  readonly orderNumber: string;
  readonly pickupCode: string;
}

interface Wish extends OrderWish {
  readonly reached: Reached;
}

function wishesAt(story: Story, site: SampleSite): Wish[] {
  const { chance, now } = story;
  const wish = (kind: 'pickup' | 'ship', reached: Reached, wanted: OrderWish['wanted']): Wish => ({
    number: story.nextNumber(),
    place: site.place,
    kind,
    reached,
    wanted,
    pickupCode: String(chance.whole(1000, 9999)),
    placedAt: new Date(now.getTime() - chance.whole(6 * 60, 30 * 60) * 60_000),
  });
  const waiting = WAITING.flatMap(([kind, reached, count]) =>
    Array.from({ length: count }, () => wish(kind, reached, wantSome(site.levels, chance))),
  );
  const scarce = [...site.levels].sort((a, b) => a.onHand - b.onHand)[0];
  // More than the shelf holds: one part can be prepared, the other waits for stock.
  return scarce === undefined ? waiting : [...waiting, wish('pickup', 'open', [{ level: scarce, quantity: scarce.onHand + 2 }])];
}

/** A box leaves although its order was cancelled after it was packed: the exception that somebody has to look at. */
async function shipAfterCancel(db: Db, story: Story, site: SampleSite): Promise<void> {
  const { register } = site;
  const number = story.nextNumber();
  const placed = await placeOrders(db, story, [
    {
      number,
      place: site.place,
      kind: 'ship',
      wanted: wantSome(site.levels, story.chance),
      pickupCode: '',
      placedAt: new Date(story.now.getTime() - 8 * HOUR),
    },
  ]);
  const fulfillmentOrder = (placed.get(number) ?? []).find((one) => one.locationId === site.place.id);
  if (fulfillmentOrder === undefined) return;
  const associateId = workerAt(site, story.chance);
  const work = {
    fulfillmentOrderId: fulfillmentOrder.id,
    reached: 'packed' as const,
    pickupCode: '',
    associateId,
    trackingNumber: '',
    stagingLocation: '',
  };
  playDays(register, [{ at: new Date(story.now.getTime() - 2 * HOUR), play: (from) => workOnOrder(register, work, from) }], associateId);
  await sendJournals(db, [register]);
  await cancelOrder(db, number);
  const ship = (at: Date): Date => {
    register.record(shipOrder(register.order(fulfillmentOrder.id), '1Z000000001'), at, associateId);
    return at;
  };
  playDays(register, [{ at: new Date(story.now.getTime() - HOUR), play: ship }], associateId);
  await sendJournals(db, [register]);
}

/** Tells the present: orders in every state in every store, and one exception. @returns the pickups that are ready. */
export async function playPresent(db: Db, story: Story): Promise<ReadyPickup[]> {
  const stores = story.sites.filter((site) => site.place.kind === 'store');
  const wishes = stores.flatMap((site) => wishesAt(story, site));
  const placed = await placeOrders(db, story, wishes);
  const events = new Map<string, StoreEvent[]>(story.sites.map((site) => [site.place.id, []]));
  for (const wish of wishes) {
    for (const fulfillmentOrder of placed.get(wish.number) ?? []) {
      const site = story.sites.find((one) => one.place.id === fulfillmentOrder.locationId);
      if (site === undefined || wish.reached === 'open') continue;
      const work = {
        fulfillmentOrderId: fulfillmentOrder.id,
        reached: wish.reached,
        pickupCode: wish.pickupCode,
        associateId: workerAt(site, story.chance),
        trackingNumber: '',
        stagingLocation: `P${story.chance.whole(1, 4)}`,
      };
      events
        .get(site.place.id)
        ?.push({ at: new Date(story.now.getTime() - 4 * HOUR), play: (from) => workOnOrder(site.register, work, from) });
    }
  }
  for (const site of story.sites) playDays(site.register, events.get(site.place.id) ?? [], workerAt(site, story.chance));
  await sendJournals(
    db,
    story.sites.map((site) => site.register),
  );
  const [first] = stores;
  if (first !== undefined) await shipAfterCancel(db, story, first);
  return wishes
    .filter((wish) => wish.reached === 'ready')
    .map((wish) => ({ storeId: wish.place.id, orderNumber: wish.number, pickupCode: wish.pickupCode }));
}
