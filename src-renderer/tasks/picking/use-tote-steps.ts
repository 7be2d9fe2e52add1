import { useRef, useState } from 'react';
import { fulfillmentOrderDocument, toteDocument } from '../../../domain/fulfillment/documents.ts';
import { type FulfillmentOrder, unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { pickIntoTote, pickItem } from '../../../domain/fulfillment/pick-item.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import { toteId, toteOf } from '../../../domain/fulfillment/tote.ts';
import { unitWords } from '../../kit/order-words.ts';
import { useReader, useRegister, useView } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { nameScanned, resolveItem } from './resolve-item.ts';
import { itemFirst, refuseToteOf } from './tote-refusals.ts';
import type { Steps } from './use-steps.ts';
import type { LastPick } from './use-wave-steps.ts';
import { words } from '../../../texts/words/words.ts';

/** What a picker has taken from the shelf and not yet put into its tote. Nothing of it is recorded before. */
export interface HeldItem {
  readonly sku: string;
  readonly name: string;
  readonly fulfillmentOrderId: string;
  readonly orderNumber: string;
  readonly lineNo: number;
  readonly quantity: number;
  /** So many the order still needs. */
  readonly most: number;
  /** The tote in which its order lies already; null where an empty one is to be scanned. */
  readonly tote: string | null;
}

export interface ToteSteps {
  readonly held: HeldItem | null;
  /** Takes an article in hand, one more of it, or puts it into the tote that is scanned. Gives null, or why it was refused. */
  scan(code: string): Promise<string | null>;
  /** How many are in hand. Never more than the order needs. */
  setQuantity(quantity: number): void;
  /** The article goes back to the shelf. */
  putBack(): void;
}

/** One of an article in hand, for the first order of a wave that still needs it; or why there is none. @param scanned its name and code. */
function takeInHand(orders: readonly FulfillmentOrder[], sku: string, waveId: string | null, scanned: string): Result<HeldItem, string> {
  const picked = pickItem(orders, sku, waveId);
  if (!picked.ok) return refuse(words('picking.nameThen', { name: scanned, sentence: refusalSentence(picked.refusal) }));
  const { fulfillmentOrderId, lineNo } = picked.value.payload;
  const order = orders.find((one) => one.id === fulfillmentOrderId);
  const line = order?.lines.find((one) => one.lineNo === lineNo);
  if (order === undefined || line === undefined) return refuse(refusalSentence('nothing_to_pick'));
  const { orderNumber, totes } = order;
  const most = unitsToPick(line);
  return accept({ sku, name: line.name, fulfillmentOrderId, orderNumber, lineNo, quantity: 1, most, tote: totes?.[0] ?? null });
}

/** @param prefix with what the codes of totes begin. @param onPicked what was put into a tote. */
export function useToteSteps(
  steps: Steps,
  waveId: string | null,
  orders: readonly FulfillmentOrder[],
  prefix: string,
  onPicked: (pick: LastPick | null) => void,
): ToteSteps {
  const { catalog, identity } = useRegister();
  const reader = useReader();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [held, show] = useState<HeldItem | null>(null);
  // Two scans may come before the first is painted.
  const now = useRef<HeldItem | null>(null);

  function hold(next: HeldItem | null): void {
    now.current = next;
    show(next);
  }

  const nameOf = (sku: string) =>
    orders.flatMap((order) => order.lines).find((line) => line.sku === sku)?.name ?? catalog.product(sku)?.name;

  function takeItem(code: string): string | null {
    const item = resolveItem(orders, catalog, code);
    if (!item.ok) return item.refusal;
    const inHand = now.current;
    if (inHand !== null) {
      if (inHand.sku !== item.value || inHand.quantity >= inHand.most) return toteFirst(inHand);
      hold({ ...inHand, quantity: inHand.quantity + 1 });
      return null;
    }
    const taken = takeInHand(orders, item.value, waveId, nameScanned(code, nameOf(item.value)));
    if (!taken.ok) return taken.refusal;
    steps.clearMessage();
    onPicked(null);
    hold(taken.value);
    return null;
  }

  async function takeTote(code: string): Promise<string | null> {
    const inHand = now.current;
    if (inHand === null) return itemFirst(reader.get(toteDocument, toteId(identity.storeId, code)), code, timezone);
    const { fulfillmentOrderId, lineNo, quantity, name, orderNumber } = inHand;
    const order = reader.get(fulfillmentOrderDocument, fulfillmentOrderId);
    if (order === undefined) return refusalSentence('order_has_ended');
    const refusal = refuseToteOf(reader, order, code, timezone);
    if (refusal !== null) return refusal;
    return steps.takeScan(
      code,
      (context) => {
        const current = context.reader.get(fulfillmentOrderDocument, fulfillmentOrderId) ?? order;
        return pickIntoTote(context.reader, current, { lineNo, quantity }, waveId, code);
      },
      () => {
        hold(null);
        onPicked({ fulfillmentOrderId, lineNo, quantity, name });
        return words('picking.inTote', { name, units: unitWords(quantity), code, number: orderNumber });
      },
    );
  }

  return {
    held,
    async scan(code) {
      const tote = toteOf(prefix, code);
      return tote === null ? takeItem(code) : takeTote(tote);
    },
    setQuantity(quantity) {
      const inHand = now.current;
      if (inHand !== null) hold({ ...inHand, quantity: Math.max(1, Math.min(quantity, inHand.most)) });
    },
    putBack: () => hold(null),
  };
}

function toteFirst({ name, tote }: HeldItem): string {
  return tote === null ? words('picking.emptyToteFirst', { name }) : words('picking.toteFirst', { name, code: tote });
}
