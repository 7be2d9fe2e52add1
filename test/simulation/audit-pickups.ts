import {
  customerArrived,
  linePicked,
  lineSubstituted,
  lineUnpicked,
  orderAcknowledged,
  orderHandedOver,
  orderStaged,
  pickupExtended,
} from '../../domain/fulfillment/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Audited } from './audited.ts';

/** Clocks of the world and of the database differ by less. */
const SLACK_MS = 2_000;

/** An exception, as far as the audit of pickups looks at it. */
interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly operationId: string | null;
  readonly code: unknown;
}

/** What people said of one order, as far as the server has applied it, in the order of each register. */
type OfOrder = ReadonlyMap<string, readonly Operation[]>;

function byOrder(operations: readonly Operation[]): OfOrder {
  const told = new Map<string, Operation[]>();
  for (const operation of operations) {
    const { payload } = operation;
    const ids =
      'fulfillmentOrderIds' in payload ? payload.fulfillmentOrderIds : 'fulfillmentOrderId' in payload ? [payload.fulfillmentOrderId] : [];
    for (const id of ids) told.set(id, [...(told.get(id) ?? []), operation]);
  }
  return told;
}

/** Somebody has seen it: whoever said so first is named, and nobody else. */
function wrongSeen({ id, orderNumber, acknowledged }: FulfillmentOrder, told: readonly Operation[]): string[] {
  const seen = told.filter((one) => orderAcknowledged.is(one));
  const isTold = seen.some((one) => one.at === acknowledged?.at && one.associateId === acknowledged.by);
  return isTold || (seen.length === 0 && acknowledged === undefined)
    ? []
    : [`J5: ${seen.length} said that they have seen ${orderNumber} (${id}), and it says ${JSON.stringify(acknowledged ?? null)}`];
}

/** A customer outside is known until the goods are theirs; by then their car is forgotten (rule A2). */
function wrongOutside(order: FulfillmentOrder, told: readonly Operation[], isKnownToShop: boolean): string[] {
  const { orderNumber, arrival, state } = order;
  if (state.status === 'handed_over')
    return arrival === undefined ? [] : [`A2: ${orderNumber} was handed over, and its car is known still`];
  const came = told.filter((one) => customerArrived.is(one));
  if (came.length === 0 && !isKnownToShop) return [];
  if (hasEnded(order)) return [];
  if (arrival === undefined) return [`J5: the customer of ${orderNumber} waits outside, and nobody knows`];
  const isFirst = isKnownToShop || came.some((one) => one.at === arrival.at);
  return isFirst ? [] : [`J5: the customer of ${orderNumber} waits since ${arrival.at}, which nobody said`];
}

/** A store keeps a pickup for as long as somebody promised last, unless it had ended before that was heard: then somebody is asked. */
function wrongKept({ id, orderNumber, state, keepUntil }: FulfillmentOrder, told: readonly Operation[], asked: ReadonlySet<string>) {
  const until = told.flatMap((one) => (pickupExtended.is(one) ? [one.payload.until] : [])).sort();
  const last = until.at(-1);
  if (last === undefined || asked.has(`picked_after_end:${id}`)) return [];
  if (state.status === 'ready' && keepUntil !== last) return [`J5: ${orderNumber} is kept until ${last}, and the pool says ${keepUntil}`];
  return state.status === 'expired' && (state.at ?? '') < last
    ? [`J5: ${orderNumber} ended at ${state.at}, and was kept until ${last}`]
    : [];
}

/** It lies where it was put last, with all that was put there. */
function wrongStaged({ orderNumber, state, lines }: FulfillmentOrder, told: readonly Operation[]): string[] {
  if (state.status !== 'ready') return [];
  const staged = told.filter((one) => orderStaged.is(one)).sort((a, b) => a.seq - b.seq);
  const isAlone = new Set(told.map((one) => one.registerId)).size === 1;
  const places = staged.map((one) => one.payload.stagingLocation);
  const place = isAlone ? places.at(-1) === state.stagingLocation : places.includes(state.stagingLocation);
  const wrong = place ? [] : [`J5: ${orderNumber} was put at ${places.join(', ')}, and is said to be at ${state.stagingLocation}`];
  if (!isAlone) return wrong;
  const units = ({ lineNo, sku, insteadOf }: FulfillmentOrder['lines'][number]) =>
    told.reduce((sum, one) => {
      if (lineSubstituted.is(one) && one.payload.lineNo === insteadOf?.lineNo && one.payload.sku === sku) return sum + one.payload.quantity;
      const sign = linePicked.is(one) ? 1 : -1;
      if ((!linePicked.is(one) && !lineUnpicked.is(one)) || one.payload.lineNo !== lineNo) return sum;
      return sum + sign * one.payload.quantity;
    }, 0);
  return [
    ...wrong,
    ...lines.flatMap((line) =>
      (line.moved ?? 0) > 0 || line.picked === units(line)
        ? []
        : [`P2: ${units(line)} of line ${line.lineNo} of ${orderNumber} were put there, the pool says ${line.picked}`],
    ),
  ];
}

/** A code opens its own order only; if it was withdrawn or had been used by then, somebody is asked (rule J5). */
function wrongCodes(
  { books }: Audited,
  order: FulfillmentOrder,
  told: readonly Operation[],
  asked: readonly Asked[],
  at: Map<string, Date>,
) {
  const { id, orderNumber } = order;
  const isAsked = asked.some((one) => one.id === `handed_over_on_withdrawn_code:${id}`);
  const shown = told.filter((one) => orderHandedOver.is(one)).filter(({ payload }) => payload.codeId !== null);
  const wrong = shown.flatMap(({ id: operationId, payload: { codeId } }) => {
    if (codeId === null) return [];
    if (!books.codes.isKnown(orderNumber, codeId) && !books.codes.renewed.has(orderNumber))
      return [`A3: ${orderNumber} was handed over against ${codeId}, which nobody was given`];
    const since = books.codes.withdrawnSince(orderNumber, codeId);
    const received = at.get(operationId)?.getTime() ?? 0;
    const isTwice = asked.some((one) => one.kind === 'handed_over_twice' && one.operationId === operationId);
    const isSilent = since !== undefined && received > since + SLACK_MS && !isTwice && !isAsked;
    return isSilent ? [`J5: ${operationId} handed ${orderNumber} over against a withdrawn code, and nobody is asked`] : [];
  });
  const unasked =
    isAsked && !books.codes.renewed.has(orderNumber) ? [`J5: somebody is asked about the code of ${orderNumber}, which counts`] : [];
  return [...wrong, ...unasked, ...wrongUse(order, told), ...wrongTwice(order, told, asked)];
}

/** The order remembers the code against which it was handed over. */
function wrongUse({ orderNumber, state, usedCodeId }: FulfillmentOrder, told: readonly Operation[]): string[] {
  const [first, ...more] = told.filter((one) => orderHandedOver.is(one));
  if (state.status !== 'handed_over' || first === undefined || more.length > 0) return [];
  const { codeId } = first.payload;
  return (usedCodeId ?? null) === codeId ? [] : [`J5: ${orderNumber} was handed over against ${codeId}, and remembers ${usedCodeId}`];
}

/** Of two handovers the second says whether both were against one code. */
function wrongTwice({ orderNumber }: FulfillmentOrder, told: readonly Operation[], asked: readonly Asked[]): string[] {
  const both = told.filter((one) => orderHandedOver.is(one));
  if (both.length !== 2) return [];
  const [first, second] = both.map(({ payload }) => payload.codeId);
  const expected = first !== null && first === second ? 'used' : 'other';
  const twice = asked.filter((one) => one.kind === 'handed_over_twice' && both.some(({ id }) => id === one.operationId));
  return twice.flatMap(({ code }) =>
    code === expected ? [] : [`J5: the code of ${orderNumber} was ${expected}, the pool says ${String(code)}`],
  );
}

/** What stores promise of their pickups, one by one. */
export async function comparePickups(world: Audited): Promise<string[]> {
  const { books, pool } = world;
  const rows = await pool.db.selectFrom('operations').select(['id', 'received_at']).where('outcome', '=', 'applied').execute();
  const at = new Map(rows.map(({ id, received_at }) => [id, received_at]));
  const told = byOrder([...books.entries.values()].flatMap(({ operation }) => inParts(operation)).filter(({ id }) => at.has(id)));
  const exceptions = await pool.db.selectFrom('exceptions').select(['id', 'kind', 'body']).execute();
  const asked = exceptions.map(({ id, kind, body }): Asked => ({ id, kind, operationId: body.operationId, code: body.facts?.['code'] }));
  const ids = new Set(asked.map(({ id }) => id));
  const orders = (await pool.db.selectFrom('fulfillment_orders').select('body').where('kind', '=', 'pickup').execute()).map(
    ({ body }) => body,
  );
  return orders.flatMap((order) => {
    const own = told.get(order.id) ?? [];
    return [
      ...wrongSeen(order, own),
      ...wrongOutside(order, own, books.outside.has(order.id)),
      ...wrongKept(order, own, ids),
      ...wrongStaged(order, own),
      ...wrongCodes(world, order, own, asked, at),
    ];
  });
}
