import { type FulfillmentOrder, hasEnded, unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { linesToPutBack } from '../../../domain/fulfillment/put-back.ts';
import { lostTo, type Wave } from '../../../domain/fulfillment/wave.ts';
import { inPickingOrder } from './wave-list.ts';

/** A wave of which something is still to pick, with those of its orders. */
export interface OpenWave {
  readonly waveId: string;
  readonly orders: readonly FulfillmentOrder[];
}

/** The store's orders, sorted by what is to be done with them next in the shop and at the packing desk. */
export interface ShipOrders {
  /** Orders to ship that nobody picks yet. */
  readonly waiting: readonly FulfillmentOrder[];
  /** Pickups that nobody picks yet: they can go into a wave, too. */
  readonly pickups: readonly FulfillmentOrder[];
  /** Pickups that are picked and are not where they wait for their customers. */
  readonly toStage: readonly FulfillmentOrder[];
  readonly waves: readonly OpenWave[];
  readonly toPack: readonly FulfillmentOrder[];
  readonly toShip: readonly FulfillmentOrder[];
  /** Orders, pickups too, that ended with goods in hand. */
  readonly toPutBack: readonly FulfillmentOrder[];
}

/**
 * Sorts orders by the next thing to do. Waves are found in the orders themselves, so that none is lost in a restart.
 * @param isWave whether a wave is known: a pickup that somebody picks by itself is in none.
 */
export function sortShipOrders(orders: Iterable<FulfillmentOrder>, isWave: (waveId: string) => boolean): ShipOrders {
  const waiting: FulfillmentOrder[] = [];
  const pickups: FulfillmentOrder[] = [];
  const toStage: FulfillmentOrder[] = [];
  const toPack: FulfillmentOrder[] = [];
  const toShip: FulfillmentOrder[] = [];
  const toPutBack: FulfillmentOrder[] = [];
  const waves = new Map<string, FulfillmentOrder[]>();
  for (const order of orders) {
    if (linesToPutBack(order).length > 0) toPutBack.push(order);
    const { kind, state } = order;
    if (state.status === 'open' || state.status === 'acknowledged') (kind === 'ship' ? waiting : pickups).push(order);
    else if (state.status === 'picked') (kind === 'ship' ? toPack : toStage).push(order);
    else if (state.status === 'packed') toShip.push(order);
    else if (state.status === 'picking' && (kind === 'ship' || isWave(state.waveId)))
      waves.set(state.waveId, [...(waves.get(state.waveId) ?? []), order]);
  }
  return {
    waiting: inPickingOrder(waiting),
    pickups: inPickingOrder(pickups),
    toStage: inPickingOrder(toStage),
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

/** The wave that somebody took last, while it is theirs; null without one. */
export function ownWave(waves: Iterable<Wave>, pickerId: string): Wave | null {
  let own: Wave | null = null;
  for (const wave of waves) if (wave.pickerId === pickerId && (own === null || own.since < wave.since)) own = wave;
  return own;
}

/** The wave that a picker goes on with: their own. Another picker's is only taken over by choosing it. */
export function waveInProgress({ waves }: Pick<ShipOrders, 'waves'>, own: Pick<Wave, 'id'> | null): OpenWave | null {
  return waves.find((wave) => wave.waveId === own?.id) ?? null;
}

/** Whether a wave is picked, and some of it waits to be packed or staged. */
export function isPicked(own: Wave | null, { toPack, toStage }: Pick<ShipOrders, 'toPack' | 'toStage'>): boolean {
  return own !== null && [...toPack, ...toStage].some((order) => own.orderIds.includes(order.id));
}

/** Waves that a colleague took over from somebody and still has something to pick of. */
export function takenOver(open: readonly OpenWave[], waveOf: (id: string) => Wave | undefined, pickerId: string): Wave[] {
  return open.flatMap(({ waveId }) => {
    const wave = waveOf(waveId);
    return wave !== undefined && wave.takenFrom === pickerId && wave.pickerId !== pickerId ? [wave] : [];
  });
}

type OrderOf = (id: string) => FulfillmentOrder | undefined;

/** All orders of a wave, those that are picked already too. */
export function ordersOfWave(open: OpenWave, wave: Wave | null, orderOf: OrderOf): FulfillmentOrder[] {
  const members = new Map(open.orders.map((order) => [order.id, order]));
  for (const id of wave?.id === open.waveId ? wave.orderIds : []) {
    const order = orderOf(id);
    // What another wave has by now, or what was cancelled, is not ours to pick.
    const gone = order?.state.status === 'picking' || order?.state.status === 'cancelled' || order?.state.status === 'expired';
    if (order !== undefined && !gone && !members.has(id)) members.set(id, order);
  }
  return inPickingOrder([...members.values()]);
}

/** Orders that a wave wanted and a colleague had first, each with that colleague's id as far as it is known. */
export function lostOrders(wave: Wave | null, orderOf: OrderOf): { readonly order: FulfillmentOrder; readonly pickerId: string | null }[] {
  return (wave?.lost ?? []).flatMap(({ fulfillmentOrderId }) => {
    const order = orderOf(fulfillmentOrderId);
    const lost = wave === null ? undefined : lostTo(wave, fulfillmentOrderId);
    return order === undefined || lost === undefined || hasEnded(order) ? [] : [{ order, pickerId: lost.pickerId }];
  });
}
