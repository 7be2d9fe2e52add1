import { z } from 'zod';
import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import { defineDocument } from '../base/define-document.ts';
import { defineOperation, type Recorded, type RequestedBy } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import { entityId, instant, quantity } from '../base/envelope.ts';
import { quantityDecimals, unit } from '../base/measure.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { text } from '../base/text.ts';

/** What goods wait for that are in the store and not for sale: the vendor, another location, a closer look, or repair. */
export const SET_ASIDE_FOR = ['vendor', 'other_location', 'quarantine', 'refurbish'] as const;

export const setAsideFor = z.enum(SET_ASIDE_FOR);

/** What became of them: sold again, left the store, or thrown away. */
export const SET_ASIDE_OUTCOMES = ['shelf', 'sent', 'written_off'] as const;

/** Units of one article that a store has set aside for one purpose. They are not on hand: nobody sells or promises them (rule P1). */
export const setAside = z.strictObject({
  id: text.min(1).max(200),
  storeId: entityId,
  sku: entityId,
  name: text.max(500),
  purpose: setAsideFor,
  quantity: z.number().int().min(0),
  unit,
  quantityDecimals,
  /** Since when some have waited, or since when none has. */
  since: instant,
});

export const setAsideSettledPayload = z.strictObject({
  sku: entityId,
  purpose: setAsideFor,
  quantity,
  outcome: z.enum(SET_ASIDE_OUTCOMES),
});

type SetAsideSettled = Recorded<'set_aside_settled', z.infer<typeof setAsideSettledPayload>>;
export type SetAside = z.infer<typeof setAside>;
export type SetAsideFor = z.infer<typeof setAsideFor>;
export type SetAsideOutcome = (typeof SET_ASIDE_OUTCOMES)[number];

/** Goods that are set aside. */
export type GoodsAside = Pick<SetAside, 'sku' | 'name' | 'purpose' | 'quantity' | 'unit' | 'quantityDecimals'>;

/** The id of what a store has set aside of an article for a purpose. */
export function setAsideId(storeId: string, purpose: SetAsideFor, sku: string): string {
  return `${storeId}:${purpose}:${sku}`;
}

/** It has ended while none waits; the next goods begin it anew. */
export const setAsideDocument = defineDocument({
  kind: 'set_aside',
  since: 2,
  schema: setAside,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 1 }, feed: { daysAfterEnd: 2 }, server: { daysAfterEnd: 90 } },
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
  endOf: (one) => (one.quantity === 0 ? one.since : null),
  datedBy: ['since'],
});

/** The documents that setting goods aside looks at. */
export function keysAside(storeId: string, goods: readonly Pick<GoodsAside, 'sku' | 'purpose'>[]): DocumentKey[] {
  return goods.map(({ purpose, sku }) => setAsideDocument.key(setAsideId(storeId, purpose, sku)));
}

/** Goods are set aside: their units are added to those that wait already. One article may be named several times. */
export function putAside(reader: StoreReader, storeId: string, goods: readonly GoodsAside[], at: string): Effect[] {
  const after = new Map<string, SetAside>();
  for (const { sku, name, purpose, quantity: units, ...measured } of goods) {
    const id = setAsideId(storeId, purpose, sku);
    const before = after.get(id) ?? reader.get(setAsideDocument, id);
    const since = before === undefined || before.quantity === 0 ? at : before.since;
    after.set(id, { id, storeId, sku, name, purpose, ...measured, quantity: (before?.quantity ?? 0) + units, since });
  }
  return [...after.values()].map((one) => setAsideDocument.put(one));
}

/**
 * Units that were set aside are sold again, have left the store, or are thrown away. Never more than wait: what another register has
 * settled meanwhile is not settled twice. Only what is sold again comes onto the books (rule P2).
 */
function applySettled(reader: StoreReader, { storeId, at, payload }: SetAsideSettled): Effect[] {
  const { sku, purpose, quantity: told, outcome } = payload;
  const before = reader.get(setAsideDocument, setAsideId(storeId, purpose, sku));
  const units = Math.min(told, before?.quantity ?? 0);
  if (before === undefined || units === 0) return [];
  const left = before.quantity - units;
  const effects = [setAsideDocument.put({ ...before, quantity: left, since: left === 0 ? at : before.since })];
  return outcome === 'shelf'
    ? [...effects, { kind: 'stock', locationId: storeId, sku, onHand: units, reserved: 0, cause: 'set_aside' }]
    : effects;
}

export const setAsideSettled = defineOperation({
  type: 'set_aside_settled',
  since: 3,
  permission: 'stock.set_aside',
  payload: setAsideSettledPayload,
  reads: ({ storeId, payload }) => keysAside(storeId, [payload]),
  apply: applySettled,
});

/** Decides what becomes of goods that wait. Refuses none, a part of a unit, and more than wait (`more_than_set_aside`). */
export function settleSetAside(
  reader: StoreReader,
  storeId: string,
  settled: SetAsideSettled['payload'],
): Result<RequestedBy<typeof setAsideSettled>, Refusal> {
  const { quantity: units, purpose, sku } = settled;
  if (!Number.isSafeInteger(units) || units < 1) return refuse('quantity_not_valid');
  const waiting = reader.get(setAsideDocument, setAsideId(storeId, purpose, sku))?.quantity ?? 0;
  return units > waiting ? refuse('more_than_set_aside') : accept(setAsideSettled.request(settled));
}
