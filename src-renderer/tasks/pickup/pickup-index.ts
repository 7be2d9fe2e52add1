import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { dueAt } from '../../../domain/fulfillment/promise.ts';
import { PersistentMap } from '../../base/persistent-map.ts';
import { foldText } from '../../../domain/base/fold-text.ts';
import { isForgiven, isNearly } from '../../catalog/nearly.ts';
import { inPickingOrder } from '../picking/wave-list.ts';
import { PICKUP_STEPS, type PickupStep, stepOf } from './pickup-list.ts';

/** More rows of a group than anyone reads; a longer search finds the others. */
export const SHOWN = 40;

/** So few orders are looked through one by one; of more, only those that share three letters with the search. */
const FEW = 2_000;

/** More words than this are nearly the same only as a word that is too short to tell. */
const MOST_MEANT = 40;

/** Orders indexed between two looks at the clock. */
const BATCH = 200;

export interface PickupGroup {
  readonly step: PickupStep;
  /** At most {@link SHOWN} of them, those that are due first. */
  readonly orders: readonly FulfillmentOrder[];
  /** How many there are; null when there are more than were counted. */
  readonly count: number | null;
}

/** A searched word, and what else may have been meant by it. One of them has to stand in the text. */
type Meant = readonly string[];

const NO_DIGIT = /\D/g;
/** Digits as a phone number is written: with signs that people put between them. */
const PHONE = /^(?=(?:\D*\d){5})\+?[\d\s()/.-]+$/;

/** What an order is found by. Of a phone number, its digits: everybody writes them otherwise. */
function textOf({ orderNumber, customer: { name, email, phone } }: FulfillmentOrder): string {
  return `${orderNumber} ${name} ${email ?? ''} ${(phone ?? '').replace(NO_DIGIT, '')}`;
}

/** Earlier than any promise, by so many milliseconds: whoever waits outside comes first, the longest wait before all. */
const FIRST_MS = 1e15;

/** When an order is wanted, in epoch milliseconds: when it is due, or before everything else where its customer waits outside. */
function wantedAt(order: FulfillmentOrder, minutes: number): number {
  return order.arrival === undefined ? dueAt(order, minutes) : Date.parse(order.arrival.at) - FIRST_MS;
}

function gramsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3));
}

/**
 * The store's pickups, ready to be searched: a letter costs about the same however many there are. Orders are taken in
 * once; what is replaced is told by the object, because documents are never changed in place.
 */
export class PickupIndex {
  private seen: ReadonlyMap<string, FulfillmentOrder> | null = null;
  /** By place; undefined where an order is gone. */
  private readonly orders: (FulfillmentOrder | undefined)[] = [];
  private readonly texts: (string | undefined)[] = [];
  /** When each is due, by place, in epoch milliseconds. */
  private readonly dues: number[] = [];
  private promiseMinutes = 0;
  private readonly placeOf = new Map<string, number>();
  private readonly steps: Record<PickupStep, Set<number>> = { prepare: new Set(), stage: new Set(), ready: new Set(), done: new Set() };
  /** What is shown of each step while nothing is searched. */
  private readonly whole = new Map<PickupStep, readonly FulfillmentOrder[]>();
  /** Places by three letters that stand next to one another in a word. */
  private readonly grams = new Map<string, number[]>();
  /** Every letter, and every two that stand next to one another. */
  private readonly pairs = new Set<string>();
  /** Every word that an error may be forgiven in; one that stands in no text any more does no harm. */
  private readonly vocabulary = new Set<string>();
  /** Every place below it is in `grams` and `vocabulary`. */
  private indexed = 0;

  /**
   * The pickups by what is to be done next. `search` is words out of the order number, the customer's name or mail address, or digits
   * of their phone number; one typing error in a word is forgiven where nothing else is found. What is done shows only when it is
   * searched for. What is due first comes first.
   * @param promiseMinutes how long after the order the store promises its pickups.
   */
  groups(orders: ReadonlyMap<string, FulfillmentOrder>, search: string, promiseMinutes: number): PickupGroup[] {
    if (this.promiseMinutes !== promiseMinutes) this.promise(promiseMinutes);
    if (this.seen !== orders) this.takeIn(orders);
    const words = foldText(search)
      .split(' ')
      .filter((word) => word !== '');
    if (words.length === 0) return PICKUP_STEPS.filter((step) => step !== 'done').map((step) => this.wholeGroup(step));
    const exact = this.find(words.map((word) => [word]));
    if (exact.some((group) => group.orders.length > 0)) return exact;
    if (PHONE.test(search)) return this.find([[search.replace(NO_DIGIT, '')]]);
    if (!words.some(isForgiven)) return exact;
    return this.find(words.map((word) => this.meantBy(word)));
  }

  /** Makes the search ready, a few orders at a time. Until it is, it works, and takes longer. */
  *prepareSearch(): Generator<void> {
    for (; this.indexed < this.orders.length; this.indexed += 1) {
      this.index(this.indexed);
      if (this.indexed % BATCH === 0) yield;
    }
  }

  private promise(minutes: number): void {
    this.promiseMinutes = minutes;
    this.whole.clear();
    for (const [place, order] of this.orders.entries()) if (order !== undefined) this.dues[place] = wantedAt(order, minutes);
  }

  private takeIn(orders: ReadonlyMap<string, FulfillmentOrder>): void {
    const { seen } = this;
    this.seen = orders;
    this.whole.clear();
    if (orders instanceof PersistentMap && seen instanceof PersistentMap) {
      for (const id of orders.changedSince(seen)) this.takeInOne(id, orders.get(id));
      return;
    }
    for (const [id, order] of orders) this.takeInOne(id, order);
    for (const id of this.placeOf.keys()) this.takeInOne(id, orders.get(id));
  }

  private takeInOne(id: string, order: FulfillmentOrder | undefined): void {
    const place = this.placeOf.get(id);
    if (order?.kind !== 'pickup') {
      if (place !== undefined) this.remove(id, place);
    } else if (place === undefined) this.put(this.orders.length, order);
    else if (this.orders[place] !== order) this.put(place, order);
  }

  private put(place: number, order: FulfillmentOrder): void {
    const before = this.orders[place];
    if (before !== undefined) this.steps[stepOf(before.state.status)].delete(place);
    this.steps[stepOf(order.state.status)].add(place);
    this.orders[place] = order;
    this.dues[place] = wantedAt(order, this.promiseMinutes);
    this.placeOf.set(order.id, place);
    if (before !== undefined && textOf(before) === textOf(order)) return;
    this.texts[place] = undefined;
    if (place < this.indexed) this.index(place);
  }

  private remove(id: string, place: number): void {
    const before = this.orders[place];
    if (before !== undefined) this.steps[stepOf(before.state.status)].delete(place);
    this.orders[place] = undefined;
    this.texts[place] = '';
    this.placeOf.delete(id);
  }

  private textAt(place: number): string {
    const known = this.texts[place];
    if (known !== undefined) return known;
    const order = this.orders[place];
    const text = order === undefined ? '' : foldText(textOf(order));
    this.texts[place] = text;
    return text;
  }

  private index(place: number): void {
    for (const word of new Set(this.textAt(place).split(' '))) {
      if (isForgiven(word)) this.vocabulary.add(word);
      for (let at = 0; at < word.length; at += 1) this.pairs.add(word.charAt(at)).add(word.slice(at, at + 2));
      for (const gram of new Set(gramsOf(word))) {
        const places = this.grams.get(gram);
        if (places === undefined) this.grams.set(gram, [place]);
        else places.push(place);
      }
    }
  }

  private wholeGroup(step: PickupStep): PickupGroup {
    const places = this.steps[step];
    const orders = this.whole.get(step) ?? this.firstDue(places);
    this.whole.set(step, orders);
    return { step, orders, count: places.size };
  }

  private firstDue(places: Iterable<number>): FulfillmentOrder[] {
    let best: FulfillmentOrder[] = [];
    let latest: number | null = null;
    for (const place of places) {
      const order = this.orders[place];
      if (order === undefined || (latest !== null && (this.dues[place] ?? 0) > latest)) continue;
      best.push(order);
      if (best.length < 4 * SHOWN) continue;
      best = this.dueFirst(best).slice(0, SHOWN);
      latest = this.dueOf(best.at(-1));
    }
    return this.dueFirst(best).slice(0, SHOWN);
  }

  private dueOf(order: FulfillmentOrder | undefined): number | null {
    return this.dues[this.placeOf.get(order?.id ?? '') ?? -1] ?? null;
  }

  private dueFirst(orders: readonly FulfillmentOrder[]): FulfillmentOrder[] {
    return inPickingOrder(orders).sort((a, b) => (this.dueOf(a) ?? 0) - (this.dueOf(b) ?? 0));
  }

  private meantBy(word: string): Meant {
    if (!isForgiven(word)) return [word];
    const meant = [word];
    for (const other of this.vocabulary) if (meant.length < MOST_MEANT && isNearly(word, other)) meant.push(other);
    // What is not indexed yet is looked through word by word.
    for (let place = this.indexed; place < this.orders.length && meant.length < MOST_MEANT; place += 1) {
      for (const other of this.textAt(place).split(' ')) if (isNearly(word, other) && !meant.includes(other)) meant.push(other);
    }
    return meant;
  }

  private find(words: readonly Meant[]): PickupGroup[] {
    const holds = (place: number) => {
      const text = this.textAt(place);
      return words.every((meant) => meant.some((word) => text.includes(word)));
    };
    return PICKUP_STEPS.map((step) => {
      const members = this.steps[step];
      const places = members.size <= FEW ? members : this.candidates(words);
      const found = new Set<number>();
      for (const place of places) {
        if (!members.has(place) || !holds(place)) continue;
        found.add(place);
        if (members.size > FEW && found.size > SHOWN) break;
      }
      const counted = members.size <= FEW || found.size <= SHOWN;
      return { step, orders: this.firstDue(found), count: counted ? found.size : null };
    });
  }

  /** Places that may hold every word: those of the rarest three letters, and what is not indexed yet. */
  private *candidates(words: readonly Meant[]): Generator<number> {
    const rarest = words
      .map((meant) => meant.map((word) => this.placesFor(word)))
      .filter((lists) => lists.every((list) => list !== null))
      .sort((a, b) => lengthOf(a) - lengthOf(b))[0];
    if (rarest === undefined) {
      for (let place = 0; place < this.orders.length; place += 1) yield place;
      return;
    }
    for (const places of rarest) yield* places;
    for (let place = this.indexed; place < this.orders.length; place += 1) yield place;
  }

  /** Places among which every text is that holds the word; null when the word is too short to tell. */
  private placesFor(word: string): readonly number[] | null {
    if (word.length < 3) return this.pairs.has(word) ? null : [];
    return gramsOf(word)
      .map((gram) => this.grams.get(gram) ?? [])
      .reduce((least, places) => (places.length < least.length ? places : least));
  }
}

function lengthOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

const indexes = new WeakMap<object, PickupIndex>();

/** The index of a register's pickups; one for as long as the register runs. */
export function pickupIndexOf(register: object): PickupIndex {
  const known = indexes.get(register) ?? new PickupIndex();
  indexes.set(register, known);
  return known;
}
