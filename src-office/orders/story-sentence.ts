import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import type { OrderStoryEntry } from '../../domain/orders/order-story.ts';
import { operationName } from '../../src-renderer/kit/reason-words.ts';
import { formatMoment } from '../../texts/say/format-time.ts';
import { knownWords, words } from '../../texts/words/words.ts';

/** What is known here of what an entry names by its id. */
export interface StoryNames {
  readonly order: Pick<OrderAnswer, 'fulfillmentOrders'>;
  /** What a store or warehouse is called; its id where nobody knows it any more. */
  readonly nameOf: (id: string) => string;
  readonly timezone: string;
}

export interface StorySentence {
  readonly title: string;
  /** Facts beside it, the most important first. */
  readonly details: readonly string[];
  /** `warn`: not as it was planned. */
  readonly tone: 'plain' | 'warn';
}

/** An entry that came so much later than it was made was made without a network. */
const LATE_MS = 60_000;

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const asCount = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Why something was done, in words, from whichever list of reasons has it. */
function reasonOf(reason: unknown): string | null {
  const code = asText(reason);
  if (code === null) return null;
  return knownWords(`shortPick.${code}`) ?? knownWords(`reject.${code}`) ?? knownWords(`pickup.extension.${code}`) ?? code;
}

type OperationEntry = Extract<OrderStoryEntry, { kind: 'operation' }>;

/** `2 of Ginger Beer`, of the line that an operation is about. */
function goodsOf({ payload, fulfillmentOrderIds }: OperationEntry, { order }: StoryNames): string | null {
  const [lineNo, quantity] = [asCount(payload['lineNo']), asCount(payload['quantity'])];
  const part = order.fulfillmentOrders.find(({ id }) => fulfillmentOrderIds.includes(id));
  const line = part?.lines.find((one) => one.lineNo === lineNo);
  return line === undefined || quantity === null ? null : words('orders.line', { count: quantity, name: line.name });
}

function detailsOf(entry: OperationEntry, names: StoryNames): string[] {
  const { payload } = entry;
  return [
    goodsOf(entry, names),
    reasonOf(payload['reason']),
    asText(payload['stagingLocation']),
    asText(payload['trackingNumber']),
    asText(payload['tote']),
  ].filter((one) => one !== null);
}

function operationSentence(entry: OperationEntry, names: StoryNames): StorySentence {
  const { type, storeId, associateName, at, arrivedAt, outcome, payload } = entry;
  const isLate = Date.parse(arrivedAt) - Date.parse(at) > LATE_MS;
  const details = [
    ...detailsOf(entry, names),
    names.nameOf(storeId),
    ...(associateName === null ? [] : [associateName]),
    ...(isLate ? [words('orderStory.arrived', { moment: formatMoment(arrivedAt, names.timezone) })] : []),
    ...(outcome === 'quarantined' ? [words('orderStory.quarantined')] : []),
  ];
  const isTrouble = outcome === 'quarantined' || asText(payload['reason']) !== null;
  return { title: knownWords(`orderStory.${type}`) ?? operationName(type), details, tone: isTrouble ? 'warn' : 'plain' };
}

/** What an entry of an order's story says, for a person to read. What no catalog knows is named as it names itself. */
export function storySentence(entry: OrderStoryEntry, names: StoryNames): StorySentence {
  const { nameOf } = names;
  const partAt = (id: string | null) => names.order.fulfillmentOrders.find((one) => one.id === id)?.locationId;
  switch (entry.kind) {
    case 'placed':
      return { title: words('orderStory.placed'), details: [], tone: 'plain' };
    case 'sourced':
      return {
        title: words('orderStory.sourced', { place: nameOf(entry.locationId) }),
        details: [words('kit.units', { count: entry.units })],
        tone: 'plain',
      };
    case 'told':
      return { title: words('orderStory.told'), details: [], tone: 'plain' };
    case 'event': {
      const place = partAt(entry.fulfillmentOrderId);
      const title = knownWords(`orderStory.${entry.event}`) ?? entry.event.replaceAll('_', ' ');
      return { title, details: place === undefined ? [] : [nameOf(place)], tone: 'warn' };
    }
    case 'office': {
      const title = knownWords(`access.action.${entry.action}`) ?? entry.action;
      return { title, details: [...(entry.storeId === null ? [] : [nameOf(entry.storeId)]), entry.by], tone: 'warn' };
    }
    case 'operation':
      return operationSentence(entry, names);
  }
}
