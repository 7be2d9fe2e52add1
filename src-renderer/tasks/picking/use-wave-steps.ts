import { useState } from 'react';
import { linePicked, lineUnpicked } from '../../../domain/fulfillment/operations.ts';
import { releaseWave } from '../../../domain/fulfillment/take-wave.ts';
import { unpickLine } from '../../../domain/fulfillment/unpick-line.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder, ShortPickReason } from '../../../domain/fulfillment/fulfillment-order.ts';
import { pickItem, pickLine } from '../../../domain/fulfillment/pick-item.ts';
import { shortPickLine } from '../../../domain/fulfillment/short-pick-line.ts';
import { refuse } from '../../../domain/base/result.ts';
import { unitWords } from '../../kit/order-words.ts';
import { useDocuments, useRegister, useSignIn } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { missingSentence } from './missing-sentence.ts';
import { partMissing } from './missing-units.ts';
import { nameScanned, resolveItem } from './resolve-item.ts';
import type { Steps } from './use-steps.ts';
import type { WaveStop } from './wave-list.ts';
import { words } from '../../../texts/words/words.ts';

/** A decision on an order as it is when the step is recorded. */
function decideOn(id: string, decide: (order: FulfillmentOrder) => ReturnType<Decide>): Decide {
  return ({ reader }) => {
    const order = reader.get(fulfillmentOrderDocument, id);
    return order === undefined ? refuse('nothing_to_pick') : decide(order);
  };
}

/** Decisions to pick so many of a stop, for the orders that wait the longest, each as it is when the step is recorded. */
function decideOnSome(stop: WaveStop, count: number, waveId: string | null): Decide[] {
  let left = count;
  return stop.orders.flatMap(({ fulfillmentOrderId, lineNo, toPick }) => {
    const units = Math.min(left, toPick);
    left -= units;
    return units <= 0 ? [] : [decideOn(fulfillmentOrderId, (order) => pickLine(order, lineNo, units, waveId))];
  });
}

/** A pick of some units of one line. */
export interface LastPick {
  readonly fulfillmentOrderId: string;
  readonly lineNo: number;
  readonly quantity: number;
  readonly name: string;
}

/** What a picker does with a wave, and tells of it. */
export interface WaveSteps {
  /** Picks one of what a code stands for, for the next order that needs it. Gives null, or why it was refused. */
  pick(code: string): Promise<string | null>;
  /** Picks so many of what is left at a stop. */
  pickSome(stop: WaveStop, count: number): void;
  /** Gives up units of what is left at a stop. */
  giveUp(stop: WaveStop, reason: ShortPickReason, missing: number): void;
  /** The pick that can be undone: the last one, until something else is done. */
  readonly last: LastPick | null;
  setLast(pick: LastPick | null): void;
  undo(): void;
  /** Takes one unit of a stop back to the shelf. */
  takeBack(stop: WaveStop): void;
  /** Lets go of the wave, so that somebody else goes on with it. */
  release(): void;
}

/** @param waveId null where everything is picked. @param orders of the wave. @param stops of the wave. */
export function useWaveSteps(
  steps: Steps,
  waveId: string | null,
  orders: readonly FulfillmentOrder[],
  stops: readonly WaveStop[],
): WaveSteps {
  const { catalog } = useRegister();
  const me = useSignIn((state) => state.associate?.id ?? null);
  const [last, setLast] = useState<LastPick | null>(null);
  const byId = useDocuments(fulfillmentOrderDocument);

  function numberOf(recorded: { type: string; payload: object } | undefined): string {
    const id = recorded !== undefined && 'fulfillmentOrderId' in recorded.payload ? String(recorded.payload.fulfillmentOrderId) : '';
    return byId.get(id)?.orderNumber ?? '';
  }

  function takeBack(id: string, lineNo: number, quantity: number, name: string): void {
    const decide = decideOn(id, (order) => unpickLine(order, lineNo, quantity, waveId));
    void steps.take([decide], ([recorded]) => {
      const told = { name, units: unitWords(quantity), number: byId.get(id)?.orderNumber ?? '' };
      const tote = lineUnpicked.is(recorded) ? recorded.payload.tote : null;
      return tote === null ? words('picking.takenBack', told) : words('picking.takenOut', { ...told, code: tote });
    });
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
          waveId,
        );
      const refusal = await steps.takeScan(nameScanned(code, name ?? catalog.product(item.value)?.name), decide, ([recorded]) => {
        if (linePicked.is(recorded)) setLast({ ...recorded.payload, name: name ?? item.value });
        return words('picking.putWith', { name: name ?? item.value, number: numberOf(recorded) });
      });
      if (refusal !== null) setLast(null);
      return refusal;
    },
    pickSome(stop, count) {
      setLast(null);
      void steps.take(decideOnSome(stop, count, waveId), words('picking.morePicked', { name: stop.name, units: unitWords(count) }));
    },
    giveUp(stop, reason, missing) {
      setLast(null);
      const decisions = partMissing(stop.orders, missing).map(({ order: { fulfillmentOrderId, lineNo }, units }) =>
        decideOn(fulfillmentOrderId, (order) => shortPickLine(order, lineNo, reason, units)),
      );
      void steps.take(decisions, words('picking.nameThen', { name: stop.name, sentence: missingSentence(stop, missing) }));
    },
    last,
    setLast,
    undo() {
      if (last === null) return;
      setLast(null);
      const { fulfillmentOrderId, lineNo, quantity, name } = last;
      takeBack(fulfillmentOrderId, lineNo, quantity, name);
    },
    takeBack(stop) {
      setLast(null);
      const from = stop.orders.findLast((order) => order.picked > 0);
      if (from !== undefined) takeBack(from.fulfillmentOrderId, from.lineNo, 1, stop.name);
    },
    release() {
      if (waveId !== null) void steps.take([({ reader }) => releaseWave(reader, waveId, me)]);
    },
  };
}
