import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { fulfillmentOrderDocument, waveDocument } from '../../../domain/fulfillment/documents.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useCurrent, useDocuments, useView } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { Screen } from '../../kit/Screen.tsx';
import { takeWave } from '../../../domain/fulfillment/take-wave.ts';
import { LeftBehind } from './LeftBehind.tsx';
import { LeftInTotes } from './LeftInTotes.tsx';
import { PausedNotice } from './PausedNotice.tsx';
import { PackList } from './PackList.tsx';
import styles from './Picking.module.css';
import { PutBackList } from './PutBackList.tsx';
import { ToteLabelsButton } from './ToteLabelsButton.tsx';
import { isPicked, type OpenWave, type ShipOrders, sortShipOrders } from './ship-orders.ts';
import { ShipList } from './ShipList.tsx';
import { Saying } from './Saying.tsx';
import { useSteps } from './use-steps.ts';
import { useWaves } from './use-waves.ts';
import { WaitingOrders } from './WaitingOrders.tsx';
import { TakenOverWaves } from './WaveNews.tsx';
import { WaveView } from './WaveView.tsx';
import { words } from '../../../texts/words/words.ts';

const STEPS = ['waiting', 'wave', 'pack', 'ship'] as const;
type Step = (typeof STEPS)[number];

/** The decision to go on with a wave, as its orders are when it is recorded. */
function takeOpenWave({ waveId, orders }: OpenWave): Decide {
  return ({ reader }) =>
    takeWave(
      waveId,
      orders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order),
    );
}

function useSortedOrders(): ShipOrders {
  const orders = useCurrent(fulfillmentOrderDocument);
  const known = useDocuments(waveDocument);
  return useMemo(() => sortShipOrders(orders.values(), (id) => known.has(id)), [orders, known]);
}

/** What somebody should see whatever they are at. */
function ToSee({ toPutBack }: Pick<ShipOrders, 'toPutBack'>) {
  return (
    <>
      <PausedNotice />
      <PutBackList orders={toPutBack} />
      <LeftInTotes />
      <LeftBehind />
    </>
  );
}

/** Orders to ship, from the shelf to the carrier: choose a wave, pick it in bin order, pack, ship. Pickups can be picked with them. */
export function PickingScreen() {
  const complete = useView((view) => view.complete);
  const sorted = useSortedOrders();
  const waves = useWaves(sorted);
  const steps = useSteps();
  const [chosen, setChosen] = useState<Step | null>(null);
  const wave = waves.inProgress;
  const left: Record<Step, number> = {
    waiting: sorted.waiting.length,
    wave: wave?.orders.length ?? 0,
    pack: sorted.toPack.length,
    ship: sorted.toShip.length,
  };
  const step = chosen ?? (wave === null ? 'waiting' : 'wave');

  async function work(open: OpenWave): Promise<void> {
    const [taken] = await steps.take([takeOpenWave(open)]);
    if (taken !== undefined) setChosen('wave');
  }

  // What is shown first stays: the last scan of a wave must not turn the page under the picker's hands.
  if (chosen === null) setChosen(step);
  return (
    <Screen title={words('task.picking')} actions={<ToteLabelsButton />}>
      {!complete && <Notice tone="info">{words('picking.loading')}</Notice>}
      <ToSee toPutBack={sorted.toPutBack} />
      <Saying steps={steps} />
      <TakenOverWaves waves={waves.takenOver} nameOf={waves.nameOf} />
      <Tabs
        className={styles.tabs}
        value={step}
        onChange={(value) => setChosen(STEPS.find((one) => one === value) ?? null)}
        keepMounted={false}
      >
        <Tabs.List grow>
          {STEPS.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles.tab}>
              {words(`picking.step.${one}`)} <span className={styles.count}>{left[one]}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="waiting" className={styles.panel}>
          <WaitingOrders
            waiting={sorted.waiting}
            pickups={sorted.pickups}
            waves={sorted.waves}
            ownerOf={waves.ownerOf}
            onWork={(open) => void work(open)}
            onStarted={() => setChosen('wave')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="wave" className={styles.panel}>
          {wave !== null || isPicked(waves.own, sorted) ? (
            <WaveView
              {...{ wave, own: waves.own, nameOf: waves.nameOf, toPack: left.pack, toStage: sorted.toStage.length }}
              onPack={() => setChosen('pack')}
            />
          ) : (
            <Empty title={words('picking.noWave')}>{words('picking.noWaveText')}</Empty>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="pack" className={styles.panel}>
          <PackList orders={sorted.toPack} toShip={left.ship} onShip={() => setChosen('ship')} />
        </Tabs.Panel>
        <Tabs.Panel value="ship" className={styles.panel}>
          <ShipList orders={sorted.toShip} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
