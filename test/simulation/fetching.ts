import type { StoreReader } from '../../domain/base/define-document.ts';
import { noteArrival } from '../../domain/fulfillment/arrive.ts';
import { extendPickup } from '../../domain/fulfillment/extend-pickup.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { handOverOrder, type NotTaken } from '../../domain/fulfillment/hand-over-order.ts';
import type { Proof } from '../../domain/fulfillment/identity.ts';
import { pickupKeyDocument } from '../../domain/fulfillment/pickup-key.ts';
import { stageOrder } from '../../domain/fulfillment/stage-order.ts';
import { type Decide, documentsOf } from '../../src-renderer/kit/register-services.ts';
import { servicesOf } from './act.ts';
import type { Chance } from './chance.ts';
import { PICKUP_CODE } from './goods.ts';
import type { Person } from './person.ts';
import type { ShownKind } from './pickup-codes.ts';

/** Where pickups wait. */
export const PLACES = ['Shelf 1', 'Shelf 2', 'Locker'] as const;
const BAYS = ['', '1', '2'] as const;

/** What a person does with an order, as it is when they do it. */
type Task = (current: FulfillmentOrder, reader: StoreReader) => ReturnType<Decide>;

/** What the customer shows: mostly the code that was typed for ages, else a signed one, and now and then one that does not count. */
function shownBy({ books }: Person, order: FulfillmentOrder, aside: Chance): { readonly kind: ShownKind | 'typed'; readonly code: string } {
  const withdrawn = books.codes.shown(order.orderNumber, 'withdrawn');
  // Whoever has an older code comes, too.
  if (withdrawn !== undefined && (books.codes.areLate || aside.percent(25))) return { kind: 'withdrawn', code: withdrawn };
  if (aside.percent(40)) return { kind: 'typed', code: PICKUP_CODE };
  const kind = aside.percent(70) ? 'newest' : aside.pick(['forged', 'foreign_order'] as const);
  const code = books.codes.shown(order.orderNumber, kind);
  return code === undefined ? { kind: 'typed', code: PICKUP_CODE } : { kind, code };
}

/** Why a till should not have let go of goods against what was shown; null where it should. */
function misjudged(kind: ShownKind | 'typed', current: FulfillmentOrder, codeId: string | null): string | null {
  if (kind === 'forged' || kind === 'foreign_order') return `a code that is ${kind}`;
  return kind === 'withdrawn' && current.pickupCodeId !== codeId ? 'a code that it knew to be withdrawn' : null;
}

/** Hands a ready pickup to whoever shows a code. @param notTaken what its customer does not take. */
export function handOver(person: Person, order: FulfillmentOrder, aside: Chance, notTaken: NotTakenOf): Task {
  const { kind, code } = shownBy(person, order, aside);
  const proof: Proof = { by: 'pickup_code', code };
  return (current) => {
    const view = servicesOf(person)?.view.getState();
    const keys = view === undefined ? [] : [...documentsOf(view, pickupKeyDocument).values()];
    const decided = handOverOrder(current, proof, [], notTaken(current), keys);
    const fault = decided.ok ? misjudged(kind, current, decided.value.payload.codeId ?? null) : null;
    if (fault !== null) person.books.misread.push(`A3: ${person.device.options.name} hands ${order.orderNumber} over against ${fault}`);
    return decided;
  };
}

/** What the customer of an order does not take. */
type NotTakenOf = (order: FulfillmentOrder) => readonly NotTaken[];

/** What else happens to a pickup: its customer comes by car, it is kept for longer, or put somewhere else; null for nothing. */
export function besides(order: FulfillmentOrder, aside: Chance): Task | null {
  if (order.kind !== 'pickup') return null;
  if (aside.percent(8)) {
    const bay = aside.pick(BAYS);
    return (current) => noteArrival(current, bay);
  }
  if (order.state.status !== 'ready') return null;
  if (aside.percent(25)) {
    const days = aside.int(1, 3);
    return (current) => extendPickup(current, days, 'customer_asked', Date.now());
  }
  if (!aside.percent(8)) return null;
  const place = aside.pick(PLACES);
  return (current) => stageOrder(current, place);
}
