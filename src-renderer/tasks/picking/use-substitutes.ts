import { useRef, useState } from 'react';
import { fulfillmentOrderDocument, toteDocument } from '../../../domain/fulfillment/documents.ts';
import {
  type FulfillmentOrder,
  type ShortPickReason,
  type Substitute,
  unitsToPick,
} from '../../../domain/fulfillment/fulfillment-order.ts';
import { shortPickLine } from '../../../domain/fulfillment/short-pick-line.ts';
import { substituteLine } from '../../../domain/fulfillment/substitute-line.ts';
import { toteId, toteOf } from '../../../domain/fulfillment/tote.ts';
import { unitWords, whatHappensTo } from '../../kit/order-words.ts';
import { useReader, useRegister, useView } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { nameScanned, resolveItem } from './resolve-item.ts';
import { itemFirst, refuseToteOf } from './tote-refusals.ts';
import type { Steps } from './use-steps.ts';
import { words } from '../../../texts/words/words.ts';

/** Units of a line of one order for which its customer takes something else. */
export interface Replacing {
  readonly fulfillmentOrderId: string;
  readonly lineNo: number;
  readonly units: number;
  /** Why the ordered article is not to be had. */
  readonly reason: ShortPickReason;
}

export interface SubstituteSteps {
  /** Units that are still missing. */
  readonly left: number;
  /** What is in hand until its tote is scanned; null where nothing is. */
  readonly held: Substitute | null;
  /** Takes one of what a code stands for, or puts what is in hand into the tote that is scanned. Gives null, or why it was refused. */
  scan(code: string): Promise<string | null>;
  /** Gives up what is still missing. */
  goWithout(): void;
}

export interface SubstituteOptions {
  readonly steps: Steps;
  readonly order: FulfillmentOrder;
  readonly replacing: Replacing;
  readonly waveId: string | null;
  /** With what the codes of totes begin; empty where the store picks without. */
  readonly prefix: string;
  /** Nothing is missing any more. */
  readonly onDone: () => void;
}

/** What a picker does who takes something else for what is missing. */
export function useSubstitutes({ steps, order, replacing, waveId, prefix, onDone }: SubstituteOptions): SubstituteSteps {
  const { catalog, identity } = useRegister();
  const reader = useReader();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { lineNo, reason } = replacing;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  const substitutes = line?.substitutes ?? [];
  const [taken, setTaken] = useState(0);
  const [held, show] = useState<Substitute | null>(null);
  // Two scans may come before the first is painted.
  const now = useRef<{ held: Substitute | null; taken: number }>({ held: null, taken: 0 });
  const left = Math.min(replacing.units - taken, line === undefined ? 0 : unitsToPick(line));

  function hold(next: Substitute | null): void {
    now.current.held = next;
    show(next);
  }

  const current = (context: Parameters<Decide>[0]) => context.reader.get(fulfillmentOrderDocument, order.id) ?? order;

  async function take({ sku, name }: Substitute, code: string, tote: string | null): Promise<string | null> {
    const told = { name, number: order.orderNumber };
    const refusal = await steps.takeScan(
      nameScanned(code, name),
      (context) => substituteLine(context.reader, current(context), { lineNo, sku, quantity: 1, reason, waveId, tote }),
      tote === null ? words('picking.putWith', told) : words('picking.inTote', { ...told, units: unitWords(1), code: tote }),
    );
    if (refusal !== null) return refusal;
    hold(null);
    now.current.taken += 1;
    setTaken(now.current.taken);
    if (now.current.taken >= replacing.units) onDone();
    return null;
  }

  function takeItem(code: string): Promise<string | null> | string | null {
    const item = resolveItem([{ lines: substitutes }], catalog, code);
    if (!item.ok) return item.refusal;
    const chosen = substitutes.find((one) => one.sku === item.value);
    if (chosen === undefined) {
      const name = nameScanned(code, catalog.product(item.value)?.name);
      return words('picking.nameThen', { name, sentence: refusalSentence('not_a_substitute') });
    }
    if (prefix === '') return take(chosen, code, null);
    const [tote] = order.totes ?? [];
    if (now.current.held !== null) {
      return tote === undefined
        ? words('picking.emptyToteFirst', { name: now.current.held.name })
        : words('picking.toteFirst', { name: now.current.held.name, code: tote });
    }
    steps.clearMessage();
    hold(chosen);
    return null;
  }

  return {
    left,
    held,
    async scan(code) {
      const tote = toteOf(prefix, code);
      if (tote === null) return takeItem(code);
      const inHand = now.current.held;
      if (inHand === null) return itemFirst(reader.get(toteDocument, toteId(identity.storeId, tote)), tote, timezone);
      return refuseToteOf(reader, order, tote, timezone) ?? take(inHand, tote, tote);
    },
    goWithout() {
      const sentence = whatHappensTo(order.kind, left);
      void steps.take(
        [(context) => shortPickLine(current(context), lineNo, reason, left)],
        words('picking.nameThen', { name: line?.name ?? '', sentence }),
      );
      onDone();
    },
  };
}
