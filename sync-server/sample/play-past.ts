import { accept } from '../../domain/base/result.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { returnableOfSale, returnGoods } from '../../domain/returns/return-goods.ts';
import { completeSale } from '../../domain/sale/complete-sale.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { taxRulesOn } from '../../domain/tax/tax-rules.ts';
import { SAMPLE_ROUNDING, taxesOf } from './sample-taxes.ts';
import type { Db } from '../db/database.ts';
import { sendJournals } from '../journal/send-journals.ts';
import { wantSome } from './make-orders.ts';
import { placeOrders } from './place-orders.ts';
import { playDays, type StoreEvent } from './play-days.ts';
import { type SampleSite, type Story, timeAt, workerAt } from './sample-story.ts';
import { workOnOrder } from './work-orders.ts';

/** How many days the past of the sample company goes back. */
const DAYS = 60;

function saleEvent(story: Story, site: SampleSite): StoreEvent {
  const { register, place } = site;
  const cart = wantSome(site.levels, story.chance).map(({ level: { product }, quantity }) => ({ ...product, quantity }));
  const play = (from: Date): Date => {
    const date = register.dateAt(from);
    const priced = priceSale(cart, {
      pricesIncludeTax: false,
      taxes: taxRulesOn(taxesOf(place), SAMPLE_ROUNDING, date),
      promotions: story.promotions,
      date,
    });
    const cashGivenMinor = Math.ceil(priced.totalMinor / 500) * 500;
    const sold = completeSale({
      priced,
      currency: 'USD',
      pricesIncludeTax: false,
      cashGivenMinor,
      receiptNumber: register.nextReceiptNumber,
    });
    register.record(sold.ok ? accept(saleCompleted.request(sold.value)) : sold, from, workerAt(site, story.chance));
    return from;
  };
  return { at: timeAt(story, site, story.chance.whole(1, DAYS)), play };
}

/** A customer brings one unit of the first sale back, yesterday. */
function returnEvent(story: Story, site: SampleSite): StoreEvent {
  const { register } = site;
  const play = (from: Date): Date => {
    const sale = [...register.overlay.changedOf(saleDocument).values()][0];
    const line = sale === undefined ? undefined : returnableOfSale(sale)[0];
    if (sale === undefined || line === undefined) return from;
    const back = returnGoods({
      receiptNumber: register.nextReceiptNumber,
      origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
      currency: 'USD',
      choices: [{ line, quantity: 1, disposition: 'restock' }],
    });
    register.record(back.ok ? accept(goodsReturned.request(back.value)) : back, from, workerAt(site, story.chance));
    return from;
  };
  return { at: timeAt(story, site, 1), play };
}

/**
 * Tells the past: online orders that were handed over or shipped, sales over the counter, a return in each store. All
 * of it is in the journals of the sites' registers, so that the audit finds every cause.
 */
export async function playPast(db: Db, story: Story, orders: number, salesPerStore: number): Promise<void> {
  const stores = story.sites.filter((site) => site.place.kind === 'store');
  const wishes = Array.from({ length: orders }, () => {
    const site = story.chance.pick(stores);
    const daysAgo = story.chance.whole(2, DAYS);
    return {
      number: story.nextNumber(),
      place: site.place,
      kind: story.chance.pick(['pickup', 'ship'] as const),
      placedAt: timeAt(story, site, daysAgo),
      wanted: wantSome(site.levels, story.chance),
      pickupCode: String(story.chance.whole(1000, 9999)),
    };
  });
  const placed = await placeOrders(db, story, wishes);
  const events = new Map<string, StoreEvent[]>(story.sites.map((site) => [site.place.id, []]));
  for (const wish of wishes) {
    for (const fulfillmentOrder of placed.get(wish.number) ?? []) {
      const site = story.sites.find((one) => one.place.id === fulfillmentOrder.locationId);
      if (site === undefined) continue;
      const work = {
        fulfillmentOrderId: fulfillmentOrder.id,
        reached: 'fulfilled' as const,
        pickupCode: wish.pickupCode,
        associateId: workerAt(site, story.chance),
        trackingNumber: `1Z${story.chance.whole(100_000_000, 999_999_999)}`,
        stagingLocation: 'P1',
      };
      events.get(site.place.id)?.push({
        at: new Date(wish.placedAt.getTime() + 86_400_000),
        play: (from) => workOnOrder(site.register, work, from),
      });
    }
  }
  for (const site of stores) {
    const own = events.get(site.place.id);
    for (let sale = 0; sale < salesPerStore; sale += 1) own?.push(saleEvent(story, site));
    if (salesPerStore > 0) own?.push(returnEvent(story, site));
  }
  for (const site of story.sites) playDays(site.register, events.get(site.place.id) ?? [], workerAt(site, story.chance));
  await sendJournals(
    db,
    story.sites.map((site) => site.register),
  );
}
