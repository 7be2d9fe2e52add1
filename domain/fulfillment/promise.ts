import type { FulfillmentOrder } from './fulfillment-order.ts';

const MINUTE_MS = 60_000;

/**
 * By when a pickup is to be ready, in epoch milliseconds.
 * @param minutes how long after the order a store promises its pickups, where the order names no time.
 */
export function dueAt({ promisedAt, placedAt }: Pick<FulfillmentOrder, 'promisedAt' | 'placedAt'>, minutes: number): number {
  return promisedAt === undefined ? Date.parse(placedAt) + minutes * MINUTE_MS : Date.parse(promisedAt);
}
