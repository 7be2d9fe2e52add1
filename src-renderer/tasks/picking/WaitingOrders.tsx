import { pickingStarted } from '../../../domain/fulfillment/operations.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { startPicking } from '../../../domain/fulfillment/start-picking.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { waveOrders } from '../../../domain/fulfillment/settings.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useSetting, useView } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { orderWords, unitWords } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import { CapacityBar } from './CapacityBar.tsx';
import { RejectDialog } from './RejectDialog.tsx';
import { Saying } from './Saying.tsx';
import { type OpenWave, unitsOf } from './ship-orders.ts';
import { useSteps } from './use-steps.ts';
import { useSeen } from './use-ship-news.ts';
import { useWaveChoice } from './use-wave-choice.ts';
import { WaitingOrderRow } from './WaitingOrderRow.tsx';
import { WaveFilter } from './WaveFilter.tsx';
import { WaveRows } from './WaveRows.tsx';
import { words } from '../../../texts/words/words.ts';

/** More rows than anyone scrolls through; the most urgent come first, so the others move up. */
const SHOWN = 100;

/** What a wave starts out with: the most urgent orders. */
function first(orders: readonly FulfillmentOrder[], limit: number): ReadonlySet<string> {
  return new Set(orders.slice(0, limit).map((order) => order.id));
}

function countSentence(count: number, chosen: number, limit: number): string {
  return count > SHOWN
    ? words('picking.waitingCountShown', { count, shown: SHOWN, chosen, limit })
    : words('picking.waitingCount', { count, chosen, limit });
}

/** The decision to take orders into a wave, each as it is when it is recorded. */
function startOf(orders: readonly FulfillmentOrder[], waveId: string): Decide {
  return ({ reader }) =>
    startPicking(
      orders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order),
      waveId,
    );
}

export interface WaitingOrdersProps {
  /** Orders to ship that nobody picks yet. */
  readonly waiting: readonly FulfillmentOrder[];
  /** Pickups that nobody picks yet. */
  readonly pickups: readonly FulfillmentOrder[];
  readonly waves: readonly OpenWave[];
  /** Whose wave it is, in words. */
  readonly ownerOf: (waveId: string) => string;
  /** Goes on with a wave. */
  readonly onWork: (wave: OpenWave) => void;
  /** A wave was begun. */
  readonly onStarted: () => void;
}

/** Orders that nobody picks yet, to choose a wave from, and the waves that are under way. */
export function WaitingOrders({ waiting, pickups, waves, ownerOf, onWork, onStarted }: WaitingOrdersProps) {
  useSeen(waiting);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const limit = useSetting(waveOrders);
  const { options, choice, fitting, narrow } = useWaveChoice(waiting, pickups, limit);
  const shown = fitting.slice(0, SHOWN);
  // What arrives later does not tick itself: only a person adds to a wave that is being put together.
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => first(shown, limit));
  const [rejecting, setRejecting] = useState<FulfillmentOrder | null>(null);
  const steps = useSteps();
  const chosen = shown.filter((order) => ticked.has(order.id));

  function tick(id: string, on: boolean): void {
    const next = new Set(chosen.map((order) => order.id));
    if (!on) next.delete(id);
    else if (next.size >= limit) return steps.say('bad', words('picking.waveLimit', { count: limit }));
    else next.add(id);
    steps.clearMessage();
    setTicked(next);
  }

  async function start(): Promise<void> {
    const [recorded] = await steps.take([startOf(chosen, uuidv7())]);
    if (pickingStarted.is(recorded)) onStarted();
  }

  return (
    <div className={styles.sheet}>
      <Saying steps={steps} />
      <RejectDialog order={rejecting} steps={steps} onClose={() => setRejecting(null)} />
      <CapacityBar />
      <WaveRows waves={waves} ownerOf={ownerOf} onWork={onWork} />
      {waiting.length + pickups.length === 0 && <Empty title={words('picking.noneWait')}>{words('picking.newShowUp')}</Empty>}
      {waiting.length + pickups.length > 0 && (
        <>
          <WaveFilter
            options={options}
            hasPickups={pickups.length > 0}
            choice={choice}
            onChange={(next) => setTicked(first(narrow(next), limit))}
          />
          <div className={styles.bar}>
            <span className={styles.grow}>{countSentence(fitting.length, chosen.length, limit)}</span>
            <Button variant="subtle" onClick={() => setTicked(first(shown, limit))}>
              {fitting.length > limit ? words('picking.chooseFirst', { count: limit }) : words('picking.chooseAll')}
            </Button>
            <Button variant="subtle" onClick={() => setTicked(new Set())}>
              {words('picking.chooseNone')}
            </Button>
          </div>
          <ul className={styles.rows} aria-label={words('picking.waiting')}>
            {shown.map((order) => (
              <WaitingOrderRow
                key={order.id}
                {...{ order, timezone, ticked: ticked.has(order.id) }}
                onTick={(on) => tick(order.id, on)}
                onReject={() => setRejecting(order)}
              />
            ))}
          </ul>
          <div className={styles.foot}>
            <Button size="lg" fullWidth disabled={chosen.length === 0} loading={steps.busy} onClick={() => void start()}>
              {words('picking.startWave', { orders: orderWords(chosen.length), units: unitWords(unitsOf(chosen)) })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
