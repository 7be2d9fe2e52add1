import { z } from 'zod';
import { type FulfillmentOrder, unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { linesToPutBack } from '../../../domain/fulfillment/put-back.ts';
import { inPickingOrder } from './wave-list.ts';

export interface Wave {
  readonly waveId: string;
  readonly orders: readonly FulfillmentOrder[];
}

/** The store's orders to ship, sorted by what is to be done with them next. */
export interface ShipOrders {
  readonly waiting: readonly FulfillmentOrder[];
  readonly waves: readonly Wave[];
  readonly toPack: readonly FulfillmentOrder[];
  readonly toShip: readonly FulfillmentOrder[];
  /** Orders, pickups too, that ended with goods in hand. */
  readonly toPutBack: readonly FulfillmentOrder[];
}

/** Sorts orders by the next thing to do. Waves are found in the orders themselves, so that none is lost in a restart. */
export function sortShipOrders(orders: Iterable<FulfillmentOrder>): ShipOrders {
  const waiting: FulfillmentOrder[] = [];
  const toPack: FulfillmentOrder[] = [];
  const toShip: FulfillmentOrder[] = [];
  const toPutBack: FulfillmentOrder[] = [];
  const waves = new Map<string, FulfillmentOrder[]>();
  for (const order of orders) {
    if (linesToPutBack(order).length > 0) toPutBack.push(order);
    if (order.kind !== 'ship') continue;
    const { state } = order;
    if (state.status === 'open' || state.status === 'acknowledged') waiting.push(order);
    else if (state.status === 'picked') toPack.push(order);
    else if (state.status === 'packed') toShip.push(order);
    else if (state.status === 'picking') waves.set(state.waveId, [...(waves.get(state.waveId) ?? []), order]);
  }
  return {
    waiting: inPickingOrder(waiting),
    waves: [...waves]
      .map(([waveId, members]) => ({ waveId, orders: inPickingOrder(members) }))
      .sort((a, b) => (a.waveId < b.waveId ? -1 : 1)),
    toPack: inPickingOrder(toPack),
    toShip: inPickingOrder(toShip),
    toPutBack: inPickingOrder(toPutBack),
  };
}

/** Units of these orders that are still to pick. */
export function unitsOf(orders: readonly FulfillmentOrder[]): number {
  return orders.flatMap((order) => order.lines).reduce((sum, line) => sum + unitsToPick(line), 0);
}

/** What a register remembers of the wave it works on: orders that are picked do not name their wave any more. */
export interface WaveDraft {
  readonly waveId: string;
  readonly orderIds: readonly string[];
}

/** The waves that people work on with this register, by associate. */
export type WaveDrafts = Readonly<Record<string, WaveDraft>>;

const waveDrafts = z.record(z.string(), z.object({ waveId: z.string(), orderIds: z.array(z.string()) }));

/** Reads drafts as they came back from storage; none where they are not understood. */
export function readWaveDrafts(drafts: unknown): WaveDrafts {
  return waveDrafts.safeParse(drafts).data ?? {};
}

/** The wave that a picker goes on with: their own. Another picker's is only taken over by choosing it. */
export function waveInProgress({ waves }: Pick<ShipOrders, 'waves'>, own: WaveDraft | null): Wave | null {
  return waves.find((wave) => wave.waveId === own?.waveId) ?? null;
}

/** What somebody remembers who takes a wave over: also what the others know of it on this register. */
export function takeOver(next: WaveDraft, drafts: WaveDrafts): WaveDraft {
  const known = Object.values(drafts)
    .filter((draft) => draft.waveId === next.waveId)
    .flatMap((draft) => draft.orderIds);
  return { waveId: next.waveId, orderIds: [...new Set([...next.orderIds, ...known])] };
}

/** All orders of a wave, those that are picked already too where this register remembers them. */
export function ordersOfWave(
  wave: Wave,
  draft: WaveDraft | null,
  orderOf: (id: string) => FulfillmentOrder | undefined,
): FulfillmentOrder[] {
  const members = new Map(wave.orders.map((order) => [order.id, order]));
  for (const id of draft?.waveId === wave.waveId ? draft.orderIds : []) {
    const order = orderOf(id);
    // What another register took into a wave of its own, or what was cancelled, is not ours to pick.
    const gone = order?.state.status === 'picking' || order?.state.status === 'cancelled' || order?.state.status === 'expired';
    if (order !== undefined && !gone && !members.has(id)) members.set(id, order);
  }
  return inPickingOrder([...members.values()]);
}
