import { dateInZone } from '../../domain/base/zoned-date.ts';
import { priceListDocument } from '../../domain/price-lists/documents.ts';
import { promotionDocument } from '../../domain/promotions/documents.ts';
import type { Disposition } from '../../domain/returns/disposition.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { lowestRecently } from '../../domain/returns/recent-price.ts';
import type { NoReceiptPolicy } from '../../domain/returns/settings.ts';
import { storedValueId } from '../../domain/stored-value/stored-value.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { broughtLines } from '../../src-renderer/tasks/no-receipt/brought-goods.ts';
import { decideNoReceipt } from '../../src-renderer/tasks/no-receipt/decide-no-receipt.ts';
import { counterRules } from '../../src-renderer/tasks/sale/price-cart.ts';
import { counterView } from '../support/counter-view.ts';
import { act, servicesOf } from './act.ts';
import { NOTHING } from './books.ts';
import type { Chance } from './chance.ts';
import { CURRENCY } from './goods.ts';
import { DAILY_SKU, LOWEST_DAILY_MINOR } from './offers.ts';
import type { Person } from './person.ts';
import { ASIDE, asideOf } from './set-aside.ts';

/** What the head office of every world allows: so little that two tills that are cut off soon give one customer too much. */
export const NO_RECEIPT: NoReceiptPolicy = {
  ...{ allowed: true, priceDays: 5, documents: ['passport'], needsCustomer: true, mostMinor: 2_500 },
  perCustomer: { days: 365, returns: null, mostMinor: 6_000 },
};

/** Few customers come without a receipt, and often. */
export const WHO = ['C-1', 'C-2', 'C-3'];

/** Somebody brings an article back that has another price each day, without a receipt: it gives the lower one. */
export async function bringWithoutReceipt(person: Person, chance: Chance): Promise<void> {
  const { device } = person;
  const services = servicesOf(person);
  if (services === null) return;
  const units = chance.int(1, 2);
  const customerId = chance.pick(WHO);
  const disposition: Disposition = chance.percent(60) ? 'restock' : chance.pick(['damaged', ...ASIDE]);
  const creditNumber = String(chance.int(10_000_000, 2_000_000_000));
  const view = services.view.getState();
  const counter = counterRules(counterView(view), dateInZone(Date.now() + device.clockError, view.store?.timezone ?? 'UTC'));
  // A till that knows no prices yet takes nothing back by them.
  const known = documentsOf(view, promotionDocument).size > 0 && services.prices.pricesOf(DAILY_SKU).length > 0;
  if (counter === null || !known) return;
  const brought = new Map([[DAILY_SKU, { quantity: units, disposition, reason: 'changed_mind' as const }]]);
  const book = { lists: [...documentsOf(view, priceListDocument).values()], pricesOf: (sku: string) => services.prices.pricesOf(sku) };
  const lowest = lowestRecently({ book, rules: counter.rules, currency: CURRENCY, days: NO_RECEIPT.priceDays });
  const lines = broughtLines(brought, (sku) => services.catalog.product(sku)).flatMap((line) => lowest(line) ?? []);
  const minor = units * LOWEST_DAILY_MINOR;
  const credit = storedValueId(creditNumber);
  const draft = { brought, document: 'passport' as const, customerId, creditNumber, creditSince: null };
  const { storeId } = device.options.identity;
  await act(person, decideNoReceipt({ draft, lines, storeId, currency: CURRENCY }, Date.now() + device.clockError), (request) =>
    goodsReturned.is(request)
      ? {
          ...NOTHING,
          shelf: disposition === 'restock' ? [{ sku: DAILY_SKU, units }] : [],
          aside: asideOf(request.payload.lines),
          refundMinor: minor,
          giftCards: { [credit]: minor },
          tenders: [{ kind: 'store_credit', reference: credit, amountMinor: -minor }],
          back: [{ kind: 'goods', sku: DAILY_SKU, units, minor, serial: null }],
          withoutReceipt: customerId,
        }
      : NOTHING,
  );
}
