import { handOverOrder } from '../../domain/fulfillment/hand-over-order.ts';
import { packOrder } from '../../domain/fulfillment/pack-order.ts';
import { shipOrder } from '../../domain/fulfillment/ship-order.ts';
import { stageOrder } from '../../domain/fulfillment/stage-order.ts';
import { startPicking } from '../../domain/fulfillment/start-picking.ts';
import { unitsToPick } from '../../domain/fulfillment/fulfillment-order.ts';
import { pickLine } from '../../domain/fulfillment/pick-item.ts';
import type { JournalWriter } from '../journal/journal-writer.ts';

/** How far the sample company has come with an order. */
export type Reached = 'open' | 'picking' | 'picked' | 'packed' | 'ready' | 'fulfilled';

const MINUTE = 60_000;

export interface OrderWork {
  readonly fulfillmentOrderId: string;
  readonly reached: Reached;
  readonly pickupCode: string;
  readonly associateId: string;
  readonly trackingNumber: string;
  readonly stagingLocation: string;
}

/** Works on an order as an associate would, minute by minute, as far as it is to come. @returns when the work ended. */
export function workOnOrder(register: JournalWriter, work: OrderWork, from: Date): Date {
  let now = from.getTime();
  const at = (): Date => new Date((now += MINUTE));
  const order = () => register.order(work.fulfillmentOrderId);
  const { associateId, reached } = work;
  if (reached === 'open') return from;
  register.record(startPicking([order()], `wave-${work.fulfillmentOrderId}`), at(), associateId);
  const lines = reached === 'picking' ? order().lines.slice(1) : order().lines;
  for (const line of lines) register.record(pickLine(order(), line.lineNo, unitsToPick(line)), at(), associateId);
  if (reached === 'picking' || reached === 'picked') return new Date(now);
  if (order().kind === 'pickup') {
    register.record(stageOrder(order(), work.stagingLocation), at(), associateId);
    const proof = { by: 'pickup_code', code: work.pickupCode } as const;
    if (reached === 'fulfilled') register.record(handOverOrder(order(), proof, []), at(), associateId);
  } else {
    register.record(packOrder(order()), at(), associateId);
    if (reached === 'fulfilled') register.record(shipOrder(order(), work.trackingNumber), at(), associateId);
  }
  return new Date(now);
}
