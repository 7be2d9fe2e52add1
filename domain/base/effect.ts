/** What names the cause of a stock movement (rule P2). */
export type MovementCause =
  | 'sale'
  | 'return'
  | 'handover'
  | 'shipment'
  | 'short_pick'
  | 'substitute'
  | 'reject'
  | 'put_back'
  | 'set_aside'
  | 'adjustment'
  | 'cancel'
  | 'reservation'
  | 'promise_moved'
  | 'exception_resolved'
  | 'opening_balance'
  | 'import';

/** A change of stock. It is a difference, which commutes. */
export interface StockEffect {
  readonly kind: 'stock';
  readonly locationId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly cause: MovementCause;
}

/** A document has a new state, given whole. Made by `defineDocument(…).put`. */
export interface DocumentEffect {
  readonly kind: 'document';
  readonly document: string;
  readonly id: string;
  readonly body: unknown;
}

/** What the log of events keeps of an event: ids, and no personal data. */
export type EventIds = Readonly<Record<string, string>>;

/** Something happened that is no state of the store and that others act on. Made by `defineEvent(…).effect`. */
export interface EventEffect {
  readonly kind: 'event';
  readonly event: string;
  readonly body: unknown;
  readonly ids: EventIds;
}

/** One consequence of an operation. */
export type Effect = StockEffect | DocumentEffect | EventEffect;

interface EventSpec<B> {
  readonly event: string;
  /** How many days the log keeps it. */
  readonly keptDays: number;
  /** What the log keeps of it (rule A2). */
  readonly idsOf: (body: B) => EventIds;
}

/** A kind of event that operations cause. */
export interface EventDefinition<B> {
  readonly event: string;
  readonly keptDays: number;
  effect(body: B): EventEffect;
  /** What these effects hold of it, in their order. */
  in(effects: readonly Effect[]): B[];
}

/** Defines a kind of event, in the room that it belongs to. */
export function defineEvent<B>({ event, keptDays, idsOf }: EventSpec<B>): EventDefinition<B> {
  return {
    event,
    keptDays,
    effect: (body) => ({ kind: 'event', event, body, ids: idsOf(body) }),
    in: (effects) => effects.flatMap((effect) => (effect.kind === 'event' && effect.event === event ? [effect.body as B] : [])),
  };
}
