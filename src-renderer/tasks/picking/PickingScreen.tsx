import { associateDocument } from '../../../domain/associates/documents.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Tabs } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useDocuments, useRegister, useSignIn, useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { PackList } from './PackList.tsx';
import styles from './Picking.module.css';
import { PutBackList } from './PutBackList.tsx';
import { readWaveDrafts, sortShipOrders, takeOver, type WaveDraft, type WaveDrafts, waveInProgress } from './ship-orders.ts';
import { ShipList } from './ShipList.tsx';
import { WaitingOrders } from './WaitingOrders.tsx';
import { WaveView } from './WaveView.tsx';

const DRAFT = 'picking-waves';
const STEPS = ['waiting', 'wave', 'pack', 'ship'] as const;
type Step = (typeof STEPS)[number];

/** Orders to ship, from the shelf to the carrier: choose a wave, pick it in bin order, pack, ship. */
export function PickingScreen() {
  const register = useRegister();
  const orders = useDocuments(fulfillmentOrderDocument);
  const complete = useView((view) => view.complete);
  const associates = useDocumentList(associateDocument);
  const me = useSignIn((state) => state.associate?.id ?? '');
  const [drafts, setDrafts] = useState<WaveDrafts | 'loading'>('loading');
  const [chosen, setChosen] = useState<Step | null>(null);
  const sorted = useMemo(() => sortShipOrders(orders.values()), [orders]);

  useEffect(() => {
    let shown = true;
    const take = (found: WaveDrafts) => {
      if (shown) setDrafts(found);
    };
    register.loadDraft(DRAFT).then(
      (found) => take(readWaveDrafts(found)),
      () => take({}),
    );
    return () => {
      shown = false;
    };
  }, [register]);

  const known = drafts === 'loading' ? {} : drafts;
  const remembered = known[me] ?? null;
  const wave = waveInProgress(sorted, remembered);

  function work(next: WaveDraft): void {
    const after = { ...known, [me]: takeOver(next, known) };
    setDrafts(after);
    register.saveDraft(DRAFT, after);
    setChosen('wave');
  }

  /** Whose wave it is, as far as this register can tell: what others started elsewhere does not name them. */
  function ownerOf(waveId: string): string {
    if (remembered?.waveId === waveId) return 'Your wave';
    const owner = Object.entries(known).find(([, draft]) => draft.waveId === waveId)?.[0];
    const name = associates.find((associate) => associate.id === owner)?.name;
    return name === undefined ? 'A wave of another picker' : `The wave of ${name}`;
  }

  const left: Record<Step, number> = {
    waiting: sorted.waiting.length,
    wave: wave?.orders.length ?? 0,
    pack: sorted.toPack.length,
    ship: sorted.toShip.length,
  };
  const titles: Record<Step, string> = { waiting: 'Waiting', wave: 'Wave', pack: 'Pack', ship: 'Ship' };
  const step = chosen ?? (wave === null ? 'waiting' : 'wave');

  if (drafts === 'loading') return <Screen title="Picking">{null}</Screen>;
  // What is shown first stays: the last scan of a wave must not turn the page under the picker's hands.
  if (chosen === null) setChosen(step);
  return (
    <Screen title="Picking">
      {!complete && <Notice tone="info">Orders are still being loaded. What is here already can be picked.</Notice>}
      <PutBackList orders={sorted.toPutBack} />
      <Tabs
        className={styles.tabs}
        value={step}
        onChange={(value) => setChosen(STEPS.find((one) => one === value) ?? null)}
        keepMounted={false}
      >
        <Tabs.List grow>
          {STEPS.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles.tab}>
              {titles[one]} <span className={styles.count}>{left[one]}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="waiting" className={styles.panel}>
          <WaitingOrders waiting={sorted.waiting} waves={sorted.waves} ownerOf={ownerOf} onWork={work} />
        </Tabs.Panel>
        <Tabs.Panel value="wave" className={styles.panel}>
          {wave === null && (left.pack === 0 || remembered === null) && (
            <Empty title="No wave is being picked">Choose orders under Waiting and start one.</Empty>
          )}
          {(wave !== null || (left.pack > 0 && remembered !== null)) && (
            <WaveView wave={wave} draft={remembered} toPack={left.pack} onPack={() => setChosen('pack')} />
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
