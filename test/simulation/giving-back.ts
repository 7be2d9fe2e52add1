import { accept, refuse } from '../../domain/base/result.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { planRefund } from '../../domain/returns/plan-refund.ts';
import { returnableOfOrder, returnableOfSale, returnGoods, unitsReturnable } from '../../domain/returns/return-goods.ts';
import { restockingFeeOf } from '../../domain/returns/restocking-fee.ts';
import type { ReturnLine } from '../../domain/returns/return.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import { documentsOf, type RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { decideReturn, whyNoReturn } from '../../src-renderer/tasks/returns/decide-return.ts';
import { type Given, giveBackToCards } from '../../src-renderer/tasks/returns/give-back.ts';
import { type Choices, lineKey } from '../../src-renderer/tasks/returns/return-form.ts';
import { begunRefundOf, returnIdOf } from '../../src-renderer/tasks/returns/return-id.ts';
import { canStillVoid } from '../../src-renderer/tasks/returns/void-sale.ts';
import { counterView } from '../support/counter-view.ts';
import { act, servicesOf } from './act.ts';
import { termsOf } from './against-terms.ts';
import { type BackLine, type Entry, NOTHING } from './books.ts';
import { backToCustomer, voidedCredit } from './back-to-customer.ts';
import { backLineOf, chosenWith } from './back-lines.ts';
import { exchange } from './exchanging.ts';
import { bringEmpties } from './empties.ts';
import { bringWithoutReceipt } from './no-receipt.ts';
import { cashFor, CURRENCY, RESTOCKING_MINOR } from './goods.ts';
import { answerQuestions, type Person } from './person.ts';
import { ASIDE, asideOf } from './set-aside.ts';
import { roleOf } from './staff.ts';

/** Takes goods back, on a receipt or an order number that somebody brings along. */
async function giveBack(person: Person, number: string): Promise<void> {
  const { chance, books } = person;
  const services = servicesOf(person);
  const found = await services?.findReturnable(number);
  if (services === null || found === undefined || typeof found === 'string') return;
  const wanted = chance.int(1, 3);
  const grams = chance.int(1, 1_500);
  const place = chance.int(0, 1_000);
  const disposition = chance.percent(60) ? 'restock' : chance.pick(['damaged', ...ASIDE] as const);
  const isOpened = chance.percent(20);
  // A manager waives the fee now and then, and so does somebody who may not.
  const isWaived = isOpened && chance.aside().percent(roleOf(person.device.options.workerId) === 'manager' ? 50 : 10);
  const origin =
    found.kind === 'sale'
      ? ({ kind: 'sale', receiptNumber: found.sale.receiptNumber } as const)
      : ({ kind: 'order', orderNumber: found.orderNumber } as const);
  const skus = found.kind === 'sale' ? found.sale.lines.map(({ sku }) => sku) : orderedIn(found.fulfillmentOrders);
  const askTerms = await termsOf(person, services, skus);
  let refundMinor = 0;
  let back: readonly BackLine[] = [];
  let toCustomer: ReturnType<typeof backToCustomer> = { tenders: [] };
  const isDone = await act(
    person,
    ({ reader, nextReceiptNumber }) => {
      const sale = found.kind === 'sale' ? (reader.get(saleDocument, found.sale.receiptNumber) ?? found.sale) : null;
      const lines =
        found.kind === 'sale'
          ? returnableOfSale(sale ?? found.sale, found.orders)
          : returnableOfOrder(found.fulfillmentOrders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order));
      const open = lines.filter((line) => unitsReturnable(line) > 0);
      const line = open[place % Math.max(1, open.length)];
      if (line === undefined) return refuse('nothing_to_return');
      // A gift card that was used is not taken back for money.
      if (line.kind === 'gift_card') return refuse('nothing_to_return');
      const quantity = Math.min(line.quantityDecimals === 0 ? wanted : grams, unitsReturnable(line));
      const asked = askTerms(chosenWith(lines, { line, quantity, disposition }));
      if (asked === null) return refuse('return_stays');
      const choices = isWaived ? asked.map((one) => ({ ...one, waived: { approvedBy: null } })) : asked;
      const entry = sale === null ? undefined : books.entries.get(sale.saleId);
      back = choices.map((choice) => backLineOf(entry, choice));
      const hasFee = (kind: string, orderId: string | null) => isOpened && kind === 'goods' && orderId === null;
      const kept = choices.map(({ line: one, quantity: units }, index) => {
        const paidMinor = back[index]?.minor ?? 0;
        const pieces = one.quantityDecimals === 0 ? units : 1;
        return !isWaived && hasFee(one.kind, one.ordered?.at === 'pool' ? one.ordered.orderId : null)
          ? Math.min(paidMinor, RESTOCKING_MINOR * pieces)
          : 0;
      });
      refundMinor = back.reduce((sum, { minor }, index) => sum + minor - (kept[index] ?? 0), 0);
      if (sale !== null) toCustomer = backToCustomer(entry, sale, line, { quantity, refundMinor });
      const feeFor = ({ kind, orderId, ...line }: ReturnLine) =>
        hasFee(kind, orderId) ? restockingFeeOf({ amountMinor: RESTOCKING_MINOR }, line, 'as_goods') : null;
      const { cashRounding } = counterView(services.view.getState());
      const paid = sale === null ? {} : { paid: sale };
      const to = { ...paid, cashRounding, to: 'cash' } as const;
      const payload = returnGoods({ receiptNumber: nextReceiptNumber, origin, currency: CURRENCY, choices, feeFor, ...to });
      return payload.ok ? accept(goodsReturned.request(payload.value)) : payload;
    },
    (request) => {
      if (!goodsReturned.is(request)) return NOTHING;
      const { lines } = request.payload;
      const notCash = toCustomer.tenders.reduce((sum, one) => sum - one.amountMinor, 0);
      return {
        shelf: lines
          .filter((line) => line.disposition === 'restock' && line.orderId === null && line.kind === 'goods')
          .map((line) => ({ sku: line.sku, units: line.quantity })),
        aside: asideOf(lines),
        cashMinor: origin.kind === 'sale' ? -cashFor(refundMinor - notCash) : 0,
        soldMinor: 0,
        refundMinor,
        back,
        ...toCustomer,
      };
    },
  );
  if (isDone && disposition === 'restock') books.shelve(person.device.options.identity.storeId, back);
}

function orderedIn(orders: readonly FulfillmentOrder[]): string[] {
  return orders.flatMap(({ lines }) => lines.map(({ sku }) => sku));
}

/** Somebody brings back what they once bought here or ordered, by its number; some bring empties, too. */
export async function bringBack(person: Person, placed: readonly { readonly order: { readonly number: string } }[]): Promise<void> {
  const { books, chance } = person;
  const aside = chance.aside();
  if (aside.percent(40)) await bringEmpties(person, aside);
  if (aside.percent(35)) await exchange(person, aside);
  if (aside.percent(25)) await bringWithoutReceipt(person, aside);
  const receipts = [...books.sales.keys()];
  const numbers = chance.percent(60) ? receipts : placed.map(({ order }) => order.number);
  if (numbers.length === 0) return;
  const number = chance.pick(numbers);
  // What an offer limits for each customer is sold seldom, and would hardly come back.
  const limited = receipts.filter((receipt) => books.sales.get(receipt)?.coupons?.some(({ customerId }) => customerId !== null) === true);
  await giveBack(person, limited.length > 0 && aside.percent(40) ? aside.pick(limited) : number);
}

/** How long somebody waits for a terminal that gives money back. Milliseconds. */
const PATIENCE_MS = 200_000;

function soon<T>(work: Promise<T>): Promise<T | null> {
  // A machine that dies takes the answer with it.
  return Promise.race([work.catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))]);
}

/** The sale that somebody wants to undo: one for which a card has money back already comes first; mostly one of this drawer. */
function saleToVoid({ books, chance, device }: Person, { cards }: RegisterServices, shiftId: string): Entry | undefined {
  const begun = new Set([...cards.refunds.getState().payments.values()].map(({ refundOf }) => refundOf));
  const sales = [...books.sales.values()];
  const isBegun = ({ tenders = [] }: Entry) => tenders.some(({ reference }) => reference !== null && begun.has(reference));
  const first = sales.find(isBegun);
  if (first !== undefined) return first;
  const own = sales.filter(({ operation }) => operation.shiftId === shiftId);
  const from = chance.percent(90) ? own : sales.filter(({ operation }) => operation.registerId !== device.options.identity.registerId);
  if (from.length === 0) return undefined;
  // Cards and coupons are what goes wrong most, and what customers bring least.
  const special = from.filter(({ tenders = [], coupons = [] }) => coupons.length > 0 || tenders.some(({ kind }) => kind === 'card'));
  return chance.pick(special.length > 0 && chance.percent(60) ? special : from.slice(-12));
}

interface Voiding {
  readonly sale: Sale;
  readonly choices: Choices;
  readonly voiding: { readonly reason: 'changed_mind'; readonly shiftId: string };
}

/** Gives back to cards what they paid; null where nobody knows, or the app died. */
async function backToCards(person: Person, services: RegisterServices, { sale, choices, voiding }: Voiding): Promise<Given | null> {
  const found = { kind: 'sale', sale } as const;
  const begun = begunRefundOf(found, services.cards);
  const view = services.view.getState();
  const reader = { get: <B>(document: Parameters<typeof documentsOf<B>>[1], id: string) => documentsOf(view, document).get(id) };
  const stopAnswering = answerQuestions(person, services);
  return soon(
    giveBackToCards(services.cards, {
      returnId: returnIdOf(found, services.cards),
      returnMinor: sale.totalMinor,
      isVoid: true,
      parts: planRefund(sale, sale.totalMinor, 'original', true),
      made: begun?.attempt.state === 'reversed' ? [begun] : [],
      whyNot: (givenBack) =>
        whyNoReturn({ found, choices, to: 'original', givenBack, voiding }, { reader, openShift: view.openShift }, begun !== undefined),
      isShown: () => person.device.register?.services === services,
    }),
  ).finally(stopAnswering);
}

/** Takes a whole sale back as if it had not been, while its drawer is open: all tenders get their own. */
export async function voidSale(person: Person): Promise<void> {
  const { books } = person;
  const services = servicesOf(person);
  const shiftId = services?.view.getState().openShift?.id;
  if (services === null || shiftId === undefined) return;
  const entry = saleToVoid(person, services, shiftId);
  if (entry === undefined || !saleCompleted.is(entry.operation)) return;
  const { receiptNumber } = entry.operation.payload;
  const found = await services.findReturnable(receiptNumber).catch(() => 'not_here' as const);
  if (typeof found === 'string' || found.kind !== 'sale' || found.sale.saleId !== entry.operation.id) return;
  if (found.sale.lines.some(({ kind }) => kind === 'gift_card')) return;
  const voiding = { reason: 'changed_mind', shiftId: entry.operation.shiftId ?? '' } as const;
  if (!canStillVoid(found, voiding, shiftId, begunRefundOf(found, services.cards))) return;
  const choices: Choices = new Map(
    returnableOfSale(found.sale, found.orders).map((line) => [lineKey(line), { quantity: line.bought, disposition: 'restock' }]),
  );
  const given = await backToCards(person, services, { sale: found.sale, choices, voiding });
  if (given === null || 'stopped' in given) return;
  const { givenBack } = given;
  const { tenders = [], soldMinor, lines = [] } = entry;
  const back = lines.map(({ kind, sku, quantity, totalMinor, serial }) => ({ kind, sku, serial, units: quantity, minor: totalMinor }));
  const isDone = await act(person, decideReturn(found, choices, { to: 'original', givenBack, voiding }), () => ({
    shelf: lines.filter(({ kind, isOrdered }) => kind === 'goods' && !isOrdered).map(({ sku, quantity }) => ({ sku, units: quantity })),
    cashMinor: -entry.cashMinor,
    soldMinor: 0,
    refundMinor: soldMinor,
    // The very notes go back.
    foreign: Object.fromEntries(Object.entries(entry.foreign ?? {}).map(([currency, minor]) => [currency, -minor])),
    giftCards: Object.fromEntries(tenders.flatMap((one) => (one.kind === 'gift_card' ? [[one.reference ?? '', one.amountMinor]] : []))),
    tenders: tenders.map((one) => ({ ...one, amountMinor: -one.amountMinor })),
    ...voidedCredit(entry),
    voids: receiptNumber,
    back,
  }));
  if (isDone) books.shelve(person.device.options.identity.storeId, back);
  if (isDone) for (const { refundId } of givenBack) services.cards.forgetRefund(refundId);
}
