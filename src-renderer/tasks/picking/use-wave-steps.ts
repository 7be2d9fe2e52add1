import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder, ShortPickReason } from '../../../domain/fulfillment/fulfillment-order.ts';
import { pickItem, pickLine } from '../../../domain/fulfillment/pick-item.ts';
import { shortPickLine } from '../../../domain/fulfillment/short-pick-line.ts';
import { refuse } from '../../../domain/base/result.ts';
import { unitWords, whatHappensTo } from '../../kit/order-words.ts';
import { useDocuments, useRegister } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { nameScanned, resolveItem } from './resolve-item.ts';
import type { Steps } from './use-steps.ts';
import type { WaveStop } from './wave-list.ts';
import { words } from '../../../texts/words/words.ts';

/** A decision on each line of a stop that is still to pick, on the order as it is when the step is recorded. */
function decideOnLines(stop: WaveStop, decide: (order: FulfillmentOrder, lineNo: number, toPick: number) => ReturnType<Decide>): Decide[] {
  const open = stop.orders.filter((order) => order.toPick > 0);
  return open.map(({ fulfillmentOrderId, lineNo, toPick }): Decide => {
    return ({ reader }) => {
      const order = reader.get(fulfillmentOrderDocument, fulfillmentOrderId);
      return order === undefined ? refuse('nothing_to_pick') : decide(order, lineNo, toPick);
    };
  });
}

/** What a picker does with a wave, and tells of it. */
export interface WaveSteps {
  /** Picks one of what a code stands for, for the next order that needs it. Gives null, or why it was refused. */
  pick(code: string): Promise<string | null>;
  /** Picks all that is left at a stop. */
  pickRest(stop: WaveStop): void;
  /** Gives up what is left at a stop. */
  giveUp(stop: WaveStop, reason: ShortPickReason): void;
}

/** @param orders of the wave. @param stops of the wave. */
export function useWaveSteps(steps: Steps, orders: readonly FulfillmentOrder[], stops: readonly WaveStop[]): WaveSteps {
  const { catalog } = useRegister();
  const byId = useDocuments(fulfillmentOrderDocument);

  function numberOf(recorded: { type: string; payload: object } | undefined): string {
    const id = recorded !== undefined && 'fulfillmentOrderId' in recorded.payload ? String(recorded.payload.fulfillmentOrderId) : '';
    return byId.get(id)?.orderNumber ?? '';
  }

  return {
    async pick(code) {
      if (stops.every((stop) => stop.toPick === 0)) return words('picking.allPicked', { code });
      const item = resolveItem(orders, catalog, code);
      if (!item.ok) return item.refusal;
      const name = stops.find((stop) => stop.sku === item.value)?.name;
      const decide: Decide = ({ reader }) =>
        pickItem(
          orders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order),
          item.value,
        );
      return steps.takeScan(nameScanned(code, name ?? catalog.product(item.value)?.name), decide, ([recorded]) =>
        words('picking.putWith', { name: name ?? item.value, number: numberOf(recorded) }),
      );
    },
    pickRest(stop) {
      void steps.take(decideOnLines(stop, pickLine), words('picking.morePicked', { name: stop.name, units: unitWords(stop.toPick) }));
    },
    giveUp(stop, reason) {
      const decisions = decideOnLines(stop, (order, lineNo) => shortPickLine(order, lineNo, reason));
      void steps.take(decisions, words('picking.nameThen', { name: stop.name, sentence: whatHappensTo('ship', stop.toPick) }));
    },
  };
}
