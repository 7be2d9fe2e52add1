import { fewestLocations, type Giver } from './fewest-locations.ts';
import { distanceKm, FARTHEST_KM, type Position } from './great-circle.ts';

/** Units of an order that need a location. Several lines may ask for the same SKU. */
export interface WantedLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantity: number;
}

/** A location that may be asked, and what it has left to promise of each SKU (rule P1). */
export interface Candidate {
  readonly locationId: string;
  readonly position: Position | null;
  readonly available: ReadonlyMap<string, number>;
  /** How many more orders to ship it takes; left out for as many as there are. Orders for pickup are its customers' choice. */
  readonly ordersLeft?: number;
}

/** Where the goods go: to a customer at a place, to one whose place is not known, or to the store they are picked up at. */
export type Destination =
  | ({ readonly kind: 'place' } & Position)
  /** `key` spreads such orders over equally good locations, the same key always to the same one. */
  | { readonly kind: 'unknown'; readonly key: string }
  | { readonly kind: 'store'; readonly storeId: string };

export interface SourcedLine {
  readonly lineNo: number;
  readonly quantity: number;
}

export interface SourcingPlan {
  readonly parts: readonly { readonly locationId: string; readonly lines: readonly SourcedLine[] }[];
  readonly backordered: readonly SourcedLine[];
}

/** FNV-1a of a text, as a fraction from 0 to 1: a spread that is the same on every machine. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash / 0xffffffff;
}

/** How far a location is from where the goods go, in kilometres; of an unknown place a fraction that spreads such orders. */
export function costOf(candidate: Pick<Candidate, 'locationId' | 'position'>, destination: Destination): number {
  if (destination.kind === 'unknown') return spread(`${destination.key}\n${candidate.locationId}`);
  if (destination.kind === 'store') return 0;
  return candidate.position === null ? FARTHEST_KM : distanceKm(destination, candidate.position);
}

/** Units of each SKU that lines want. */
export function wantedUnits(lines: readonly WantedLine[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const line of lines) wanted.set(line.sku, (wanted.get(line.sku) ?? 0) + line.quantity);
  return wanted;
}

/** Every location that can give something, with what it can give of each SKU, capped at what is wanted. */
export function giversFor(wanted: ReadonlyMap<string, number>, candidates: readonly Candidate[], destination: Destination): Giver[] {
  const skus = [...wanted];
  const givers: Giver[] = [];
  for (const candidate of candidates) {
    if (destination.kind === 'store' ? candidate.locationId !== destination.storeId : candidate.ordersLeft === 0) continue;
    // Most of a thousand locations have nothing of an order: they are passed over before anything is made for them.
    if (!skus.some(([sku]) => (candidate.available.get(sku) ?? 0) > 0)) continue;
    const gives = skus.map(([sku, quantity]) => Math.max(0, Math.min(quantity, candidate.available.get(sku) ?? 0)));
    givers.push({ locationId: candidate.locationId, cost: costOf(candidate, destination), gives });
  }
  return givers;
}

/** Gives the units of each SKU to the lines that want it, in line order, and takes them off `left`. */
function share(lines: readonly WantedLine[], left: Map<number, number>, gives: Map<string, number>): SourcedLine[] {
  const shared: SourcedLine[] = [];
  for (const line of lines) {
    const quantity = Math.min(left.get(line.lineNo) ?? 0, gives.get(line.sku) ?? 0);
    if (quantity === 0) continue;
    left.set(line.lineNo, (left.get(line.lineNo) ?? 0) - quantity);
    gives.set(line.sku, (gives.get(line.sku) ?? 0) - quantity);
    shared.push({ lineNo: line.lineNo, quantity });
  }
  return shared;
}

/** See {@link sourceOrder}. @param givers of {@link giversFor}. */
export function sourceAmong(lines: readonly WantedLine[], wanted: ReadonlyMap<string, number>, givers: readonly Giver[]): SourcingPlan {
  const needs = [...wanted.values()].map((quantity, index) =>
    Math.min(
      quantity,
      givers.reduce((sum, giver) => sum + (giver.gives[index] ?? 0), 0),
    ),
  );
  const size = (giver: Giver) => giver.gives.reduce((sum, units) => sum + units, 0);
  const chosen = [...fewestLocations(givers, needs)].sort(
    (a, b) => size(b) - size(a) || a.cost - b.cost || (a.locationId < b.locationId ? -1 : 1),
  );
  const left = new Map(lines.map((line) => [line.lineNo, line.quantity]));
  const skus = [...wanted.keys()];
  const parts = chosen.map((giver) => ({
    locationId: giver.locationId,
    lines: share(lines, left, new Map(skus.map((sku, index) => [sku, giver.gives[index] ?? 0]))),
  }));
  return {
    parts,
    backordered: [...left].filter(([, quantity]) => quantity > 0).map(([lineNo, quantity]) => ({ lineNo, quantity })),
  };
}

/**
 * Decides where an order is fulfilled: at the nearest location that has everything; else at the fewest locations that
 * together have what there is, the nearest among equally few; what no candidate has is backordered. An order for
 * pickup is fulfilled at its store or waits there; it is never sent elsewhere.
 * A location that takes no more orders to ship is passed over for all but its own pickups.
 * @param lines line numbers are unique, quantities at least 1.
 * @returns parts that never take more of a SKU than a candidate has available, largest part first.
 */
export function sourceOrder(lines: readonly WantedLine[], candidates: readonly Candidate[], destination: Destination): SourcingPlan {
  const wanted = wantedUnits(lines);
  return sourceAmong(lines, wanted, giversFor(wanted, candidates, destination));
}
