import type { StoreReader } from '../../domain/base/define-document.ts';
import { type Decide, documentsOf } from '../../src-renderer/kit/register-services.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { NotTaken } from '../../domain/fulfillment/hand-over-order.ts';
import { packOrder } from '../../domain/fulfillment/pack-order.ts';
import { rejectOrder } from '../../domain/fulfillment/reject-order.ts';
import { shipOrder } from '../../domain/fulfillment/ship-order.ts';
import { stageOrder } from '../../domain/fulfillment/stage-order.ts';
import { releaseWave, takeWave } from '../../domain/fulfillment/take-wave.ts';
import { unpickLine } from '../../domain/fulfillment/unpick-line.ts';
import { startPicking } from '../../domain/fulfillment/start-picking.ts';
import { EXCEPTION_GUIDE, type ExceptionChoice } from '../../domain/exceptions/guide.ts';
import type { Goods } from '../../domain/exceptions/exception.ts';
import { resolveException } from '../../domain/exceptions/resolve-exception.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { unitsToPick } from '../../domain/fulfillment/fulfillment-order.ts';
import { pickIntoTote, pickLine } from '../../domain/fulfillment/pick-item.ts';
import { shortPickLine } from '../../domain/fulfillment/short-pick-line.ts';
import { substituteLine } from '../../domain/fulfillment/substitute-line.ts';
import { acknowledgeOrders } from '../../domain/fulfillment/acknowledge-orders.ts';
import { refuse } from '../../domain/base/result.ts';
import { closeShift, expectedCash } from '../../domain/shift/close-shift.ts';
import { moveCash, openWithoutSale } from '../../domain/shift/cash-movement.ts';
import { openShift } from '../../domain/shift/open-shift.ts';
import { totalsOf } from '../../domain/reports/shift-report.ts';
import { readOpenShift } from '../../src-renderer/tasks/shift/read-shift.ts';
import { pickupExchanged } from '../../domain/exchanges/operations.ts';
import { orderHandedOver } from '../../domain/fulfillment/operations.ts';
import { adjust } from './adjusting.ts';
import { act, servicesOf } from './act.ts';
import { NOTHING, type ShelfChange } from './books.ts';
import { besides, handOver, PLACES } from './fetching.ts';
import { CURRENCY, SKUS } from './goods.ts';
import { workOnLabel } from './labels.ts';
import type { Person } from './person.ts';
import { pauseOrLimit } from './pausing.ts';
import { settleGoods } from './set-aside.ts';
import { swapping } from './swapping.ts';
import { clearUp, TOTES } from './totes.ts';

/** Brings cash into the drawer or takes it out without a sale, or opens it for another reason. */
async function moveSomeCash(person: Person): Promise<void> {
  const { chance } = person;
  if (chance.percent(25))
    return void (await act(
      person,
      ({ openShift: open }) => openWithoutSale(open, 'check_drawer'),
      () => NOTHING,
    ));
  const kind = chance.pick(['pay_in', 'pay_out', 'drop'] as const);
  const amountMinor = chance.int(1, 5_000);
  const cashMinor = kind === 'pay_in' ? amountMinor : -amountMinor;
  await act(
    person,
    ({ openShift: open }) => moveCash(open, { kind, amountMinor, reason: kind === 'drop' ? null : 'other', bag: null }),
    () => ({ ...NOTHING, cashMinor }),
  );
}

/** Opens the drawer, moves cash without a sale, or counts and closes it, as the till does: with the report of its own journal. */
export async function minTheDrawer(person: Person): Promise<void> {
  const { chance } = person;
  const services = servicesOf(person);
  if (services === undefined || services === null) return;
  const float = chance.int(0, 100) * 100;
  const open = services.view.getState().openShift;
  if (open === null)
    return void (await act(
      person,
      (context) => openShift(context.openShift, CURRENCY, float),
      () => NOTHING,
    ));
  if (chance.percent(50)) return moveSomeCash(person);
  const read = await readOpenShift(services, open.id);
  const miscounted = chance.percent(20) ? chance.int(-300, 300) : 0;
  await act(
    person,
    (context) => {
      if (context.openShift?.id !== open.id) return refuse('no_open_shift');
      if (read !== null && read.upTo !== services.sync.getState().lastSeq) return refuse('shift_went_on');
      const counted = Math.max(0, expectedCash(context.openShift) + miscounted);
      return closeShift(context.openShift, counted, { reason: 'not_found', totals: read && totalsOf(read.report, read.before) });
    },
    () => NOTHING,
  );
}

/** What a customer does with the bag at the counter: mostly takes all of it. */
function mindOfCustomer({ chance }: Person): (order: FulfillmentOrder) => NotTaken[] {
  if (!chance.percent(30)) return () => [];
  const reason = chance.pick(['refused', 'damaged'] as const);
  const [at, units] = [chance.int(0, 9), chance.int(1, 3)];
  return (order) => {
    const inBag = order.lines.filter((line) => line.picked > 0);
    const line = inBag[at % Math.max(1, inBag.length)];
    return line === undefined ? [] : [{ lineNo: line.lineNo, reason, quantity: Math.min(units, line.picked) }];
  };
}

/** What is not wanted stays in the shop; what is broken does not come onto its shelf again. */
function keptHere(order: FulfillmentOrder, notTaken: readonly NotTaken[]): ShelfChange[] {
  return order.lines.flatMap((line) =>
    notTaken.filter((one) => one.lineNo === line.lineNo && one.reason === 'refused').map((one) => ({ sku: line.sku, units: one.quantity })),
  );
}

function inHand(order: FulfillmentOrder): ShelfChange[] {
  return order.lines.filter((line) => line.picked > 0).map((line) => ({ sku: line.sku, units: -line.picked }));
}

/** What is on the book again by taking a substitute back: as many of what was ordered as had left it. */
function bookedAgain(order: FulfillmentOrder, { lineNo, quantity }: { readonly lineNo: number; readonly quantity: number }): ShelfChange[] {
  const { insteadOf } = order.lines.find((one) => one.lineNo === lineNo) ?? {};
  const ordered = order.lines.find((one) => one.lineNo === insteadOf?.lineNo);
  return ordered === undefined ? [] : [{ sku: ordered.sku, units: Math.min(quantity, insteadOf?.writtenOff ?? 0) }];
}

/** What a person does next with an order, and what leaves the shop by it. @param mind what its customer does not take. */
function nextTask(
  person: Person,
  order: FulfillmentOrder,
  others: readonly FulfillmentOrder[],
  mind: (order: FulfillmentOrder) => readonly NotTaken[],
): (current: FulfillmentOrder, reader: StoreReader) => ReturnType<Decide> {
  const { chance } = person;
  const aside = chance.aside();
  const other = besides(order, aside);
  if (other !== null) return other;
  const { status } = order.state;
  if (chance.percent(3)) {
    const [one, reason] = [chance.percent(50), chance.pick(['too_busy', 'not_found'] as const)];
    const lineNos = (current: FulfillmentOrder) => (one ? current.lines.slice(0, 1).map((line) => line.lineNo) : []);
    return (current) => rejectOrder(current, reason, lineNos(current));
  }
  if (status === 'open' || status === 'acknowledged') {
    const wave = `WAVE-${chance.int(0, 0x3fff_ffff)}`;
    return (current) => startPicking([current, ...others], wave);
  }
  if (status === 'picking') {
    const { waveId } = order.state;
    const colleague = chance.percent(15);
    if (colleague) return (current) => takeWave(waveId, [current]);
    if (aside.percent(6)) return (_, reader) => releaseWave(reader, waveId, person.device.options.workerId);
    const short = chance.percent(10);
    const reason = chance.pick(['not_found', 'damaged', 'sold_in_store'] as const);
    const [instead, which] = [aside.percent(50), aside.int(0, 2)];
    const [slips, another, typed] = [chance.percent(10), `T-${chance.int(1, TOTES)}`, chance.int(1, 4)];
    return (current, reader) => {
      const line = current.lines.find((one) => unitsToPick(one) > 0);
      if (line === undefined) return refuse('nothing_to_pick');
      const quantity = Math.min(unitsToPick(line), typed);
      // Mostly the right one; a slip of the hand is refused.
      const tote = slips ? another : (current.totes?.[0] ?? another);
      const substitute = instead ? line.substitutes?.[which % line.substitutes.length] : undefined;
      if (short && substitute !== undefined) {
        const taken = { lineNo: line.lineNo, sku: substitute.sku, quantity, reason, waveId };
        return substituteLine(reader, current, { ...taken, tote: current.kind === 'pickup' ? null : tote });
      }
      if (short) return shortPickLine(current, line.lineNo, reason);
      if (current.kind === 'pickup') return pickLine(current, line.lineNo, quantity, waveId);
      return pickIntoTote(reader, current, { lineNo: line.lineNo, quantity }, waveId, tote);
    };
  }
  if (status === 'picked' && chance.percent(10)) {
    const { wave, units } = { wave: `WAVE-${chance.int(0, 0x3fff_ffff)}`, units: chance.int(1, 3) };
    return (current) => {
      const line = current.lines.find((one) => one.picked > 0);
      return line === undefined ? refuse('nothing_to_pick') : unpickLine(current, line.lineNo, Math.min(units, line.picked), wave);
    };
  }
  if (status === 'picked')
    return (current) => (current.kind === 'pickup' ? stageOrder(current, PLACES[0]) : packOrder(current, { totes: current.totes ?? [] }));
  if (status === 'packed') {
    const [labels, driver] = [chance.percent(60), chance.percent(60) ? `DRIVER-${chance.int(0, 0x3fff_ffff)}` : null];
    return (current, reader) => (labels ? workOnLabel(current, reader, driver) : shipOrder(current, 'TRACK-1'));
  }
  return handOver(person, order, aside, mind);
}

/** Says that the new pickups of the store have been seen. */
async function acknowledge(person: Person): Promise<void> {
  await act(
    person,
    ({ reader }) => {
      const known = servicesOf(person)?.view.getState();
      const orders = known === undefined ? [] : [...documentsOf(known, fulfillmentOrderDocument).values()];
      return acknowledgeOrders(orders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order));
    },
    () => NOTHING,
  );
}

/** Takes an online order one task further. */
export async function workOnOrder(person: Person): Promise<void> {
  const { chance } = person;
  if (chance.percent(8)) return chance.percent(50) ? clearUp(person) : settleGoods(person);
  if (chance.percent(4)) return acknowledge(person);
  if (chance.percent(3)) return adjust(person);
  if (chance.percent(2)) return pauseOrLimit(person);
  const services = servicesOf(person);
  const known = services === undefined || services === null ? [] : documentsOf(services.view.getState(), fulfillmentOrderDocument).values();
  const orders = [...known].filter((order) => !hasEnded(order));
  orders.sort((a, b) => (a.id < b.id ? -1 : 1));
  // Mostly the oldest, so that two counters often have the same one in hand.
  const order = chance.percent(60) ? orders[0] : orders[chance.int(0, Math.max(0, orders.length - 1))];
  if (order === undefined) return;
  const others = orders.filter((one) => one !== order).slice(0, chance.int(0, 3));
  const mind = order.state.status === 'ready' ? mindOfCustomer(person) : () => [];
  const task = nextTask(person, order, others, mind);
  const aside = chance.aside();
  const swap = order.state.status === 'ready' && aside.percent(mind(order).length > 0 ? 90 : 25) ? swapping(person, aside) : null;
  let held: ShelfChange[] = [];
  let now = order;
  await act(
    person,
    (context) => {
      const { reader } = context;
      const current = reader.get(fulfillmentOrderDocument, order.id) ?? order;
      now = current;
      held = [...inHand(current), ...keptHere(current, mind(current))];
      const decided = task(current, reader);
      if (!decided.ok || !orderHandedOver.is(decided.value)) return decided;
      return swap?.decide(current, decided.value.payload, context) ?? decided;
    },
    (request) => {
      if (swap !== null && pickupExchanged.is(request)) return swap.deed(order, request.payload.handover, held);
      if (request.type === 'order_handed_over' || request.type === 'order_shipped') return { ...NOTHING, shelf: held };
      if (request.type === 'line_unpicked') return { ...NOTHING, shelf: bookedAgain(now, request.payload) };
      if (request.type !== 'line_short_picked' && request.type !== 'line_substituted') return NOTHING;
      if (request.payload.reason === 'sold_in_store') return NOTHING;
      const line = now.lines.find((one) => one.lineNo === request.payload.lineNo);
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
