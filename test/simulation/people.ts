import { associateDocument } from '../../domain/associates/documents.ts';
import { type PermissionTable, roles } from '../../domain/permissions/roles.ts';
import { COMPANY, companySettingsDocument } from '../../domain/settings/documents.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { Decide, RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { handOverOrder } from '../../domain/fulfillment/hand-over-order.ts';
import { packOrder } from '../../domain/fulfillment/pack-order.ts';
import { rejectOrder } from '../../domain/fulfillment/reject-order.ts';
import { shipOrder } from '../../domain/fulfillment/ship-order.ts';
import { stageOrder } from '../../domain/fulfillment/stage-order.ts';
import { startPicking } from '../../domain/fulfillment/start-picking.ts';
import { EXCEPTION_GUIDE, type ExceptionChoice } from '../../domain/exceptions/guide.ts';
import type { Goods } from '../../domain/exceptions/exception.ts';
import { resolveException } from '../../domain/exceptions/resolve-exception.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { unitsToPick } from '../../domain/fulfillment/fulfillment-order.ts';
import { pickLine } from '../../domain/fulfillment/pick-item.ts';
import { shortPickLine } from '../../domain/fulfillment/short-pick-line.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import { refuse } from '../../domain/base/result.ts';
import { type ReturnChoice, returnableOfOrder, returnableOfSale, returnGoods, unitsReturnable } from '../../domain/returns/return-goods.ts';
import { completeSale } from '../../domain/sale/complete-sale.ts';
import { closeShift, expectedCash } from '../../domain/shift/close-shift.ts';
import { openShift } from '../../domain/shift/open-shift.ts';
import { giftCardLine } from '../../src-renderer/tasks/sale/gift-card-line.ts';
import { counterRules, priceCart } from '../../src-renderer/tasks/sale/price-cart.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { counterView } from '../support/counter-view.ts';
import type { Deed, ShelfChange } from './books.ts';
import { isFine, NOTHING } from './books.ts';
import { cashFor, CURRENCY, GIFT_CARDS, paidFor, PICKUP_CODE, SKUS } from './goods.ts';
import { giftCardMoves, payOtherwise } from './paying.ts';
import { answerQuestions, type Person } from './person.ts';
import { pinTyped } from './staff.ts';

/** Signs in whoever works at the device, as soon as the register knows them. */
async function signIn({ device }: Person, services: RegisterServices): Promise<void> {
  const { workerId } = device.options;
  if (services.signIn.getState().associate !== null || !documentsOf(services.view.getState(), associateDocument).has(workerId)) return;
  await services.signInWithPin(workerId, pinTyped(true));
}

/** The table of roles as a till knows it. */
function tableAt(services: RegisterServices): PermissionTable {
  const company = documentsOf(services.view.getState(), companySettingsDocument).get(COMPANY);
  return roles.read(company?.values[roles.key] ?? {}) ?? {};
}

/** Does one thing at the register, and writes down what the person saw of it. */
async function act(person: Person, decide: Decide, deedOf: (request: OperationRequest) => Deed): Promise<boolean> {
  const { device, books, note } = person;
  const { machine, register } = device;
  if (machine === null || register === null) return false;
  const name = device.options.name;
  const { services } = register;
  await signIn(person, services);
  let asked: OperationRequest | undefined;
  let table: PermissionTable = {};
  const stopAnswering = answerQuestions(person, services);
  const result = await services
    .record((context) => {
      const decision = decide(context);
      if (decision.ok) asked = decision.value;
      table = tableAt(services);
      return decision;
    })
    .finally(stopAnswering);
  // A machine that died took the answer with it: nobody knows whether it was recorded.
  if (!machine.alive) {
    if (asked !== undefined)
      books.unanswered.push({ device: name, type: asked.type, payload: canonicalJson(asked.payload), deed: deedOf(asked) });
    note(`${name} died`);
    return false;
  }
  if (!result.ok) {
    note(`${name} refused ${result.refusal}`);
    return false;
  }
  books.recorded({ ...deedOf(asked ?? result.value), operation: result.value, device: name });
  if (result.value.associateId !== null && !isFine(table, result.value).fine)
    books.unasked.push(`A1: ${name} recorded ${result.value.type} ${result.value.id}, which its own table of roles denies`);
  note(`${name} ${result.value.seq} ${result.value.type} ${result.value.hash}`);
  return true;
}

function servicesOf(person: Person): RegisterServices | null {
  return person.device.register?.services ?? null;
}

const HALF = { basisPoints: 5_000, reason: 'damaged', approvedBy: null };

/** Sells a few things: for cash, and sometimes a gift card; sometimes at half the price, and sometimes a gift card is sold. */
export async function sell(person: Person): Promise<void> {
  const { chance, device } = person;
  const services = servicesOf(person);
  if (services === null) return;
  const bought = new Map<string, number>();
  for (let line = chance.int(1, 4); line > 0; line -= 1) bought.set(chance.pick(SKUS), chance.int(1, 3));
  const lines = [...bought].flatMap(([sku, quantity]) => {
    const product = services.catalog.product(sku);
    return product === undefined ? [] : [{ ...product, quantity }];
  });
  if (lines.length < bought.size) return;
  const halved = new Set(chance.percent(15) ? [chance.pick([...bought.keys()])] : []);
  const load = chance.percent(12) ? { id: chance.pick(GIFT_CARDS), minor: chance.int(5, 50) * 100 } : null;
  const cart: CartLine[] = [
    ...lines.map((line) => (halved.has(line.sku) ? { ...line, discount: HALF } : line)),
    ...(load === null ? [] : [giftCardLine(load.id, load.minor)]),
  ];
  const goods = [...bought].reduce((sum, [sku, quantity]) => sum + paidFor(sku, quantity) / (halved.has(sku) ? 2 : 1), 0);
  const total = goods + (load?.minor ?? 0);
  const paid = await payOtherwise(person, services, total);
  if (paid === undefined) return;
  const deed: Deed = {
    shelf: [...bought].map(([sku, quantity]) => ({ sku, units: -quantity })),
    cashMinor: cashFor(total - (paid?.amountMinor ?? 0)),
    soldMinor: total,
    refundMinor: 0,
    halved,
    giftCards: giftCardMoves(load, paid),
  };
  const isSold = await act(
    person,
    ({ reader, businessDate, nextReceiptNumber }) => {
      // It may be on its way back by now.
      const paymentId = paid?.kind === 'card' ? paid.reference : null;
      if (paymentId !== null && reader.get(cardPaymentDocument, paymentId)?.status !== 'approved') return refuse('card_payment_open');
      const counter = counterRules(counterView(services.view.getState()), businessDate);
      if (counter === null) return refuse('empty_sale');
      const sale = completeSale({
        priced: priceCart(cart, counter),
        currency: counter.currency,
        pricesIncludeTax: counter.rules.pricesIncludeTax,
        cashGivenMinor: total + 500,
        otherTenders: paid === null ? [] : [paid],
        cashRounding: counter.cashRounding,
        receiptNumber: nextReceiptNumber,
      });
      return sale.ok ? { ok: true, value: { type: 'sale_completed', payload: sale.value } } : sale;
    },
    () => deed,
  );
  // A card that paid for nothing gets its money back, if somebody thinks of it.
  if (!isSold && paid?.kind === 'card' && paid.reference !== null && device.machine?.alive === true && chance.percent(60)) {
    const stopAnswering = answerQuestions(person, services);
    await services.cards.giveBack(paid.reference).finally(stopAnswering);
  }
}

/** Opens the drawer, or counts and closes it. */
export async function minTheDrawer(person: Person): Promise<void> {
  const float = person.chance.int(0, 100) * 100;
  await act(
    person,
    ({ openShift: open }) => (open === null ? openShift(open, CURRENCY, float) : closeShift(open, expectedCash(open))),
    () => NOTHING,
  );
}

/** Takes goods back, on a receipt or an order number that somebody brings along. */
async function giveBack(person: Person, number: string): Promise<void> {
  const { chance } = person;
  const services = servicesOf(person);
  const found = await services?.findReturnable(number);
  if (services === null || found === undefined || typeof found === 'string') return;
  const wanted = chance.int(1, 3);
  const place = chance.int(0, 1_000);
  const disposition = chance.percent(70) ? 'restock' : 'damaged';
  const origin =
    found.kind === 'sale'
      ? ({ kind: 'sale', receiptNumber: found.sale.receiptNumber } as const)
      : ({ kind: 'order', orderNumber: found.orderNumber } as const);
  await act(
    person,
    ({ reader, nextReceiptNumber }) => {
      const lines =
        found.kind === 'sale'
          ? returnableOfSale(reader.get(saleDocument, found.sale.receiptNumber) ?? found.sale)
          : returnableOfOrder(found.fulfillmentOrders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order));
      const open = lines.filter((line) => unitsReturnable(line) > 0);
      const line = open[place % Math.max(1, open.length)];
      if (line === undefined) return refuse('nothing_to_return');
      // A gift card that was used is not taken back for money.
      if (line.kind === 'gift_card') return refuse('nothing_to_return');
      const choices: ReturnChoice[] = [{ line, quantity: Math.min(wanted, unitsReturnable(line)), disposition }];
      const { cashRounding } = counterView(services.view.getState());
      const payload = returnGoods({ receiptNumber: nextReceiptNumber, origin, currency: CURRENCY, choices, cashRounding, to: 'cash' });
      return payload.ok ? { ok: true, value: { type: 'goods_returned', payload: payload.value } } : payload;
    },
    (request) => {
      if (request.type !== 'goods_returned') return NOTHING;
      const back = request.payload.lines;
      const halved = origin.kind === 'sale' ? person.books.halvedOn(origin.receiptNumber) : new Set<string>();
      const refundMinor = back.reduce((sum, line) => sum + paidFor(line.sku, line.quantity) / (halved.has(line.sku) ? 2 : 1), 0);
      return {
        shelf: back.filter((line) => line.disposition === 'restock').map((line) => ({ sku: line.sku, units: line.quantity })),
        cashMinor: origin.kind === 'sale' ? -cashFor(refundMinor) : 0,
        soldMinor: 0,
        refundMinor,
      };
    },
  );
}

/** Somebody brings back what they once bought here or ordered, by its number. */
export function bringBack(person: Person, placed: readonly { readonly order: { readonly number: string } }[]): Promise<void> {
  const { books, chance } = person;
  const receipts = [...books.entries.values()].flatMap(({ operation }) =>
    operation.type === 'sale_completed' ? [operation.payload.receiptNumber] : [],
  );
  const numbers = chance.percent(60) ? receipts : placed.map(({ order }) => order.number);
  return numbers.length === 0 ? Promise.resolve() : giveBack(person, chance.pick(numbers));
}

function inHand(order: FulfillmentOrder): ShelfChange[] {
  return order.lines.filter((line) => line.picked > 0).map((line) => ({ sku: line.sku, units: -line.picked }));
}

/** What a person does next with an order, and what leaves the shop by it. */
function nextTask(
  { chance }: Person,
  order: FulfillmentOrder,
  others: readonly FulfillmentOrder[],
): (current: FulfillmentOrder) => ReturnType<Decide> {
  const { status } = order.state;
  if (chance.percent(3)) return (current) => rejectOrder(current, 'too_busy');
  if (status === 'open' || status === 'acknowledged') {
    const wave = `WAVE-${chance.int(0, 1_000_000)}`;
    return (current) => startPicking([current, ...others], wave);
  }
  if (status === 'picking') {
    const short = chance.percent(10);
    const reason = chance.pick(['not_found', 'damaged', 'sold_in_store'] as const);
    return (current) => {
      const line = current.lines.find((one) => unitsToPick(one) > 0);
      if (line === undefined) return refuse('nothing_to_pick');
      return short ? shortPickLine(current, line.lineNo, reason) : pickLine(current, line.lineNo, unitsToPick(line));
    };
  }
  if (status === 'picked') return (current) => (current.kind === 'pickup' ? stageOrder(current, 'Shelf 1') : packOrder(current));
  if (status === 'packed') return (current) => shipOrder(current, 'TRACK-1');
  return (current) => handOverOrder(current, PICKUP_CODE);
}

/** Takes an online order one task further. */
export async function workOnOrder(person: Person): Promise<void> {
  const { chance } = person;
  const services = servicesOf(person);
  const known = services === undefined || services === null ? [] : documentsOf(services.view.getState(), fulfillmentOrderDocument).values();
  const orders = [...known].filter((order) => !hasEnded(order));
  orders.sort((a, b) => (a.id < b.id ? -1 : 1));
  // Mostly the oldest, so that two counters often have the same one in hand.
  const order = chance.percent(60) ? orders[0] : orders[chance.int(0, Math.max(0, orders.length - 1))];
  if (order === undefined) return;
  const others = orders.filter((one) => one !== order).slice(0, chance.int(0, 3));
  const task = nextTask(person, order, others);
  let held: ShelfChange[] = [];
  await act(
    person,
    ({ reader }) => {
      const current = reader.get(fulfillmentOrderDocument, order.id) ?? order;
      held = inHand(current);
      return task(current);
    },
    (request) => {
      if (request.type === 'order_handed_over' || request.type === 'order_shipped') return { ...NOTHING, shelf: held };
      if (request.type !== 'line_short_picked' || request.payload.reason === 'sold_in_store') return NOTHING;
      const line = order.lines.find((one) => one.lineNo === request.payload.lineNo);
      return { ...NOTHING, shelf: line === undefined ? [] : [{ sku: line.sku, units: -request.payload.quantity }] };
    },
  );
}

/** What a choice says about the goods: that they left once more, that they are back, or that others left. */
function meantBy(choice: ExceptionChoice, goods: readonly Goods[], sku: string, quantity: number): ShelfChange[] {
  const all = (sign: 1 | -1): ShelfChange[] => goods.map((one) => ({ sku: one.sku, units: sign * one.quantity }));
  switch (choice.stock) {
    case 'none':
      return [];
    case 'goods_leave':
      return all(-1);
    case 'goods_return':
      return all(1);
    case 'named_leave':
      return [{ sku, units: -quantity }];
    case 'named_return':
      return [{ sku, units: quantity }];
    case 'named_instead':
      return [...all(1), { sku, units: -quantity }];
    case 'named_back_instead':
      return [...all(-1), { sku, units: quantity }];
  }
}

/** Says what was true about a disagreement. */
export async function resolve(person: Person): Promise<void> {
  const { chance } = person;
  const open = [...(servicesOf(person)?.view.getState().exceptions ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  // Mostly the first, so that two counters often settle the same one.
  const exception = chance.percent(60) ? open[0] : open[chance.int(0, Math.max(0, open.length - 1))];
  if (exception === undefined) return;
  const choice = chance.pick(EXCEPTION_GUIDE[exception.kind].choices);
  const sku = chance.pick(SKUS);
  const quantity = chance.int(1, 3);
  await act(
    person,
    ({ reader }) => resolveException(reader, exception.id, { choice: choice.id, sku, quantity, note: 'Somebody looked.' }, null),
    () => ({
      ...NOTHING,
      shelf: meantBy(choice, exception.goods, sku, quantity),
    }),
  );
}
