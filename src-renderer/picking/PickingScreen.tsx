import { Tabs } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Empty, Notice } from '../app/Notice.tsx';
import { useRegister, useView } from '../app/register-context.tsx';
import { Screen } from '../app/Screen.tsx';
import { PackList } from './PackList.tsx';
import styles from './Picking.module.css';
import { PutBackList } from './PutBackList.tsx';
import { readWaveDraft, sortShipOrders, type WaveDraft, waveInProgress } from './ship-orders.ts';
import { ShipList } from './ShipList.tsx';
import { WaitingOrders } from './WaitingOrders.tsx';
import { WaveView } from './WaveView.tsx';

const DRAFT = 'picking-wave';
const STEPS = ['waiting', 'wave', 'pack', 'ship'] as const;
type Step = (typeof STEPS)[number];

/** Orders to ship, from the shelf to the carrier: choose a wave, pick it in bin order, pack, ship. */
export function PickingScreen() {
  const register = useRegister();
  const orders = useView((view) => view.fulfillmentOrders);
  const complete = useView((view) => view.complete);
  const [draft, setDraft] = useState<WaveDraft | null | 'loading'>('loading');
  const [chosen, setChosen] = useState<Step | null>(null);
  const sorted = useMemo(() => sortShipOrders(orders.values()), [orders]);

  useEffect(() => {
    let shown = true;
    const take = (found: WaveDraft | null) => {
      if (shown) setDraft(found);
    };
    register.loadDraft(DRAFT).then((found) => take(readWaveDraft(found)), () => take(null));
    return () => {
      shown = false;
    };
  }, [register]);

  function work(next: WaveDraft): void {
    setDraft(next);
    register.saveDraft(DRAFT, next);
    setChosen('wave');
  }

  const remembered = draft === 'loading' ? null : draft;
  const wave = waveInProgress(sorted, remembered);
  const left: Record<Step, number> = {
    waiting: sorted.waiting.length, wave: wave?.orders.length ?? 0, pack: sorted.toPack.length, ship: sorted.toShip.length,
  };
  const titles: Record<Step, string> = { waiting: 'Waiting', wave: 'Wave', pack: 'Pack', ship: 'Ship' };
  const step = chosen ?? (wave === null ? 'waiting' : 'wave');

  if (draft === 'loading') return <Screen title="Picking">{null}</Screen>;
  // What is shown first stays: the last scan of a wave must not turn the page under the picker's hands.
  if (chosen === null) setChosen(step);
  return (
    <Screen title="Picking">
      {!complete && <Notice tone="info">Orders are still being loaded. What is here already can be picked.</Notice>}
      <PutBackList orders={sorted.toPutBack} />
      <Tabs className={styles.tabs} value={step} onChange={(value) => setChosen(STEPS.find((one) => one === value) ?? null)} keepMounted={false}>
        <Tabs.List grow>
          {STEPS.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles.tab}>
              {titles[one]} <span className={styles.count}>{left[one]}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="waiting" className={styles.panel}>
          <WaitingOrders waiting={sorted.waiting} waves={sorted.waves} onWork={work} />
        </Tabs.Panel>
        <Tabs.Panel value="wave" className={styles.panel}>
          {wave === null && left.pack === 0 && <Empty title="No wave is being picked">Choose orders under Waiting and start one.</Empty>}
          {(wave !== null || left.pack > 0) && <WaveView wave={wave} draft={remembered} toPack={left.pack} onPack={() => setChosen('pack')} />}
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
