import { earnPoints } from '../../domain/loyalty/earn-points.ts';
import { accept, refuse } from '../../domain/base/result.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { priceLines } from '../../domain/price-lists/price-lines.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { SaleOrder } from '../../domain/sale-orders/sale-order.ts';
import { completeSale } from '../../domain/sale/complete-sale.ts';
import { customerOf } from '../../src-renderer/kit/customer-services.ts';
import type { RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { withDeposits } from '../../src-renderer/tasks/sale/attached-deposits.ts';
import { withIds } from '../../src-renderer/tasks/sale/cart-lines.ts';
import { accountPaymentLine } from '../../src-renderer/tasks/sale/account-payment-line.ts';
import { giftCardLine } from '../../src-renderer/tasks/sale/gift-card-line.ts';
import { type CounterRules, counterRules, priceCart, type PricedCart, rulesFor } from '../../src-renderer/tasks/sale/price-cart.ts';
import { pricesHere } from '../../src-renderer/tasks/sale/price/prices-here.ts';
import { earningOf } from '../../src-renderer/tasks/sale/record-sale.ts';
import { weightLine } from '../../src-renderer/tasks/sale/weigh/weighed-goods.ts';
import { counterView } from '../support/counter-view.ts';
import { earnedBy, pointsAtHand } from './accounts.ts';
import { type Extra, extrasMinor, extrasOf, extrasShelf, putExtras, wrongSets } from './articles.ts';
import { act, servicesOf } from './act.ts';
import type { Deed, SoldLine } from './books.ts';
import { cashFor, FOREIGN, GIFT_CARDS, WEIGHED } from './goods.ts';
import { FAVOURITES, handPrice, leewayMinor, POINTS_OFF, pointsOffMinor, SAVE, type Seen, WELCOME } from './offers.ts';
import { giftCardMoves, type Paid, payFor } from './paying.ts';
import { answerQuestions, type Person } from './person.ts';

const HALF = { basisPoints: 5_000, reason: 'damaged', approvedBy: null };

/** What a customer wants. */
export interface Wish {
  /** Units by SKU. */
  readonly bought: ReadonlyMap<string, number>;
  readonly halved: ReadonlySet<string>;
  readonly load: { readonly id: string; readonly minor: number } | null;
  readonly customer: Customer | undefined;
  /** What the customer pays of what they owe, in minor units; 0 for most. */
  readonly paysMinor: number;
  readonly codes: readonly string[];
  /** Services, fees, bundles and what else is no plain goods. */
  readonly extras: readonly Extra[];
  /** What is not taken along, and how it is to come. */
  readonly ordered: { readonly sku: string; readonly order: SaleOrder } | null;
}

/** A sale on the counter, and what the person sees of it. */
interface Counted {
  readonly wish: Wish;
  readonly cart: readonly CartLine[];
  readonly counter: CounterRules;
  readonly priced: PricedCart;
  readonly seen: Seen;
}

/** Who stands at the counter: mostly nobody who is known, else somebody whom this device finds. */
function customerAt({ chance, books }: Person, services: RegisterServices): Customer | undefined {
  const ids = [...books.customers.keys()];
  if (ids.length === 0 || !chance.percent(35)) return undefined;
  const haveAccounts = [...books.limits.keys()];
  if (haveAccounts.length > 0 && chance.percent(70)) return customerOf(services.customers.state.getState(), chance.pick(haveAccounts));
  return customerOf(services.customers.state.getState(), chance.pick(ids));
}

/** Something that the customer wants to be sent, or to fetch here another day. */
function orderOf({ chance, device }: Person, skus: readonly string[]): Wish['ordered'] {
  const { storeId, storeName } = device.options.identity;
  const fulfillment = chance.percent(50) ? ({ kind: 'ship' } as const) : ({ kind: 'pickup', storeId, storeName } as const);
  return {
    sku: chance.pick(skus),
    order: { id: `SALE-ORDER-${chance.int(0, 1_000_000_000)}-${chance.int(0, 1_000_000_000)}`, fulfillment },
  };
}

function wishOf(person: Person, services: RegisterServices): Wish {
  const { chance, books } = person;
  const extras = extrasOf(chance.aside());
  const bought = new Map<string, number>();
  for (let line = chance.int(1, 4); line > 0; line -= 1) bought.set(chance.pick(FAVOURITES), chance.int(1, 3));
  const pieces = [...bought.keys()];
  if (chance.percent(25)) bought.set(WEIGHED.sku, chance.int(50, 2_500));
  const customer = customerAt(person, services);
  return {
    bought,
    extras,
    halved: new Set(chance.percent(15) ? [chance.pick([...bought.keys()])] : []),
    load: chance.percent(12) ? { id: chance.pick(GIFT_CARDS), minor: chance.int(5, 50) * 100 } : null,
    customer,
    ordered: customer === undefined || !chance.percent(25) ? null : orderOf(person, pieces),
    codes: [...(chance.percent(20) ? [chance.pick(SAVE.codes)] : []), ...(customer === undefined ? [] : [WELCOME.code])],
    paysMinor: customer !== undefined && books.limits.has(customer.id) && chance.percent(30) ? chance.int(5, 60) * 100 : 0,
  };
}

/**
 * Prices a wish as the till's screen does. @returns null where the till knows no prices yet.
 * @param points of the customer that take something off, at most.
 */
export function count(person: Person, services: RegisterServices, wish: Wish, points: number | null = null): Counted | null {
  const { bought, extras, halved, load, customer, codes, ordered, paysMinor } = wish;
  // The calendar on the wall is that of the device, right or wrong.
  const now = Date.now() + person.device.clockError;
  const view = services.view.getState();
  const date = dateInZone(now, view.store?.timezone ?? 'UTC');
  const rules = counterRules(counterView(view), date);
  const choose = pricesHere(services, customer?.id ?? null, now);
  const goods = [...bought].flatMap(([sku, quantity]): CartLine[] => {
    const product = services.catalog.product(sku);
    const order = ordered?.sku === sku ? ordered.order : null;
    if (product === undefined) return [];
    const weighed = product.soldBy === 'kg' ? weightLine({ grams: quantity, by: 'scale', tareGrams: product.tareGrams }) : null;
    return [{ ...product, quantity, ...weighed, order, ...(halved.has(sku) && { discount: HALF }) }];
  });
  if (rules === null || choose === null || goods.length < bought.size) return null;
  const { storeId } = person.device.options.identity;
  const all = putExtras(withIds(goods), extras, services.catalog, () => person.books.takePiece(storeId));
  if (all === null) return null;
  const cart: CartLine[] = [
    ...priceLines(withDeposits(all, services.catalog), choose),
    ...(load === null ? [] : [giftCardLine(load.id, load.minor)]),
    ...(customer === undefined || paysMinor === 0 ? [] : [accountPaymentLine(customer.id, paysMinor)]),
  ];
  const counter = rulesFor(rules, customer);
  const priced = priceCart(cart, counter, null, codes, points);
  const takenOff = new Map(priced.promotions.applied.map(({ promotionId, amountMinor }) => [promotionId, amountMinor]));
  return { wish, cart, counter, priced, seen: { date, takenOff, halved } };
}

/**
 * What the goods come to, reckoned by hand; a screen that says something else is wrong (rule M1), unless it warns that prices are on
 * their way.
 */
export function reckon({ books, device }: Person, { wish, priced, seen }: Counted): number {
  const goods = [...wish.bought].reduce((sum, [sku, units]) => sum + handPrice(sku, units, seen), 0);
  const total = goods + extrasMinor(wish.extras, seen) + (wish.load?.minor ?? 0) + wish.paysMinor - pointsOffMinor(seen);
  const isWarned = device.register?.services.view.getState().complete === false;
  const isRight = isWarned || Math.abs(total - priced.totalMinor) <= leewayMinor(seen, wish.bought.has(WEIGHED.sku), priced.lines.length);
  if (!isRight)
    books.misread.push(`M1: ${device.options.name} asks for ${priced.totalMinor} on ${seen.date}, its goods come to ${total} by hand`);
  const off = seen.takenOff.get(POINTS_OFF.id) ?? 0;
  if (priced.usedPoints !== Math.ceil(off / POINTS_OFF.worthMinor))
    books.misread.push(`M1: ${device.options.name} takes ${off} off for ${priced.usedPoints} points`);
  const wrong = wrongSets(wish.extras, priced.lines);
  if (wrong !== null) books.misread.push(`M1: ${device.options.name} asks for ${wrong} for the goods of a set`);
  return priced.totalMinor;
}

export function soldLines({ priced, wish, seen }: Counted): SoldLine[] {
  const earns = (kind: string) => wish.customer !== undefined && (kind === 'goods' || kind === 'service');
  return priced.lines.map(({ lineNo, sku, kind, quantity, totalMinor, adjustments, orderId, serialNumbers: [serial = null] }) => ({
    ...{ lineNo, sku, kind, quantity, totalMinor, isOrdered: orderId !== null, serial },
    earned: earns(kind) ? earnedBy(totalMinor, seen.date) : 0,
    offers: adjustments.flatMap(({ source, sourceId, amountMinor }) =>
      (source === 'promotion' || source === 'reward') && sourceId !== null ? [{ promotionId: sourceId, minor: -amountMinor }] : [],
    ),
  }));
}

/** What a sale does to the account of its customer, and to the points. */
function creditOf({ wish, priced }: Counted, lines: readonly SoldLine[], paid: Paid): Pick<Deed, 'account' | 'points'> {
  const customerId = wish.customer?.id;
  if (customerId === undefined) return {};
  const owed = paid.tenders.reduce((sum, { kind, amountMinor }) => sum + (kind === 'account' ? amountMinor : 0), 0);
  const earned = lines.reduce((sum, one) => sum + one.earned, 0);
  return {
    ...(owed + wish.paysMinor > 0 && { account: { customerId, minor: wish.paysMinor - owed, overMinor: paid.overLimitMinor } }),
    points: { customerId, earned, used: paid.usedPoints + priced.usedPoints },
  };
}

/** What an onlooker writes down of a sale that came to so much. */
function deedOf(counted: Counted, paid: Paid, total: number): Deed {
  const { wish, priced } = counted;
  const notes = paid.hasNotes ? FOREIGN : null;
  const lines = soldLines(counted);
  const taken = [...wish.bought].filter(([sku]) => sku !== wish.ordered?.sku).map(([sku, quantity]) => ({ sku, units: -quantity }));
  return {
    shelf: [...taken, ...extrasShelf(wish.extras)],
    cashMinor: cashFor(total - paid.otherMinor) - (notes?.worthMinor ?? 0),
    soldMinor: total,
    refundMinor: 0,
    lines,
    ...creditOf(counted, lines, paid),
    giftCards: giftCardMoves(wish.load, paid.tenders),
    tenders: paid.tenders,
    ...(notes !== null && { foreign: { [FOREIGN.notes.currency]: FOREIGN.notes.givenMinor } }),
    coupons: [...new Set(priced.coupons.map(({ promotionId }) => promotionId))].map((promotionId) => ({
      promotionId,
      code: promotionId === WELCOME.id ? null : (wish.codes.find((code) => code !== WELCOME.code) ?? null),
      customerId: promotionId === WELCOME.id ? (wish.customer?.id ?? null) : null,
    })),
  };
}

/** Sometimes the customer wants their points to take something off. What is damaged is halved after that: nobody reckons it by hand. */
async function withPoints(person: Person, services: RegisterServices, counted: Counted): Promise<Counted | null> {
  const { wish } = counted;
  if (wish.customer === undefined || wish.halved.size > 0 || !person.chance.aside().percent(30)) return counted;
  const most = await pointsAtHand(person, services, wish.customer.id);
  return most === 0 ? counted : count(person, services, wish, most);
}

/** Sells a few things, to whoever comes, with what they have in hand: coupons, cards, vouchers, notes of another country. */
export async function sell(person: Person): Promise<void> {
  const { chance, device } = person;
  const services = servicesOf(person);
  if (services === null) return;
  const plain = count(person, services, wishOf(person, services));
  const counted = plain && (await withPoints(person, services, plain));
  if (counted === null) return;
  const total = reckon(person, counted);
  const customerId = counted.wish.customer?.id ?? null;
  const paid = await payFor(person, services, {
    totalMinor: total,
    lines: counted.priced.lines,
    hasPointsOff: counted.priced.usedPoints > 0,
    customerId,
  });
  if (paid === undefined) return;
  const deed = deedOf(counted, paid, total);
  const { cart, counter, priced, wish, seen } = counted;
  const card = paid.tenders.find(({ kind }) => kind === 'card')?.reference ?? null;
  const isSold = await act(
    person,
    ({ reader, nextReceiptNumber }) => {
      // It may be on its way back by now.
      if (card !== null && reader.get(cardPaymentDocument, card)?.status !== 'approved') return refuse('card_payment_open');
      const lines = customerId === null ? priced.lines : earnPoints(priced.lines, cart, earningOf(reader, seen.date));
      const sale = completeSale({
        priced: { ...priced, lines },
        currency: counter.currency,
        pricesIncludeTax: counter.rules.pricesIncludeTax,
        cashGivenMinor: total + 500,
        otherTenders: paid.tenders,
        foreignNotes: paid.hasNotes ? [FOREIGN.notes] : [],
        cashRounding: counter.cashRounding,
        receiptNumber: nextReceiptNumber,
        customerId,
        usedPoints: paid.usedPoints,
        onAccount: paid.overLimitMinor === 0 ? null : { overLimitMinor: paid.overLimitMinor, approvedBy: null },
        coupons: priced.coupons,
        orders: wish.ordered === null ? [] : [wish.ordered.order],
      });
      return sale.ok ? accept(saleCompleted.request(sale.value)) : sale;
    },
    () => deed,
  );
  // A card that paid for nothing gets its money back, if somebody thinks of it.
  if (!isSold && card !== null && device.machine?.alive === true && chance.percent(60)) {
    const stopAnswering = answerQuestions(person, services);
    await services.cards.giveBack(card).finally(stopAnswering);
  }
}
