import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { Wave } from '../../../domain/fulfillment/wave.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useDocuments, useRegister } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { CodeField } from './CodeField.tsx';
import { NextStop } from './NextStop.tsx';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { lostOrders, type OpenWave, ordersOfWave } from './ship-orders.ts';
import { ShortPickDialog } from './ShortPickDialog.tsx';
import { useSteps } from './use-steps.ts';
import { useWaveSteps } from './use-wave-steps.ts';
import { type WaveStop, waveStops } from './wave-list.ts';
import { LostOrders } from './WaveNews.tsx';
import { WaveProgress, WaveWalk } from './WaveWalk.tsx';
import { words } from '../../../texts/words/words.ts';

export interface WaveViewProps {
  /** Null when every order of it is picked. */
  readonly wave: OpenWave | null;
  /** What is known of it: all of its orders. */
  readonly own: Wave | null;
  /** What a colleague is called. */
  readonly nameOf: (associateId: string | null) => string;
  readonly toPack: number;
  readonly onPack: () => void;
}

/** A function that stays the same one, so that rows are painted anew for what changes in them alone. */
function useSteady(act: (stop: WaveStop) => void): (stop: WaveStop) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((stop) => latest.current(stop), []);
}

/** A wave as one list in bin order: walk, scan, next. */
export function WaveView({ wave, own, toPack, nameOf, onPack }: WaveViewProps) {
  const register = useRegister();
  const byId = useDocuments(fulfillmentOrderDocument);
  const steps = useSteps();
  const [missing, setMissing] = useState<WaveStop | null>(null);
  const orders = useMemo(() => (wave === null ? [] : ordersOfWave(wave, own, (id) => byId.get(id))), [wave, own, byId]);
  const stops = useMemo(() => waveStops(orders, (sku) => register.stockOf(sku)?.bin ?? null), [orders, register]);
  const { pick, pickRest, giveUp, last, undo, takeBack, release } = useWaveSteps(steps, wave?.waveId ?? null, orders, stops);
  const lost = useMemo(() => lostOrders(own, (id) => byId.get(id)), [own, byId]);
  const next = stops.find((stop) => stop.toPick > 0);
  const onTakeBack = useSteady(takeBack);
  useScanner(pick);

  if (next === undefined) {
    return (
      <div className={styles.sheet}>
        <Saying steps={steps} />
        <Empty title={words('picking.waveDone')}>
          <Button size="lg" onClick={onPack} disabled={toPack === 0}>
            {words('picking.packOrders', { count: toPack })}
          </Button>
        </Empty>
      </div>
    );
  }
  return (
    <div className={styles.wave}>
      <WaveProgress stops={stops} onRelease={release} />
      <LostOrders lost={lost} nameOf={nameOf} />
      <Saying
        steps={steps}
        action={
          last !== null && (
            <Button variant="default" onClick={undo} disabled={steps.busy}>
              {words('picking.undo')}
            </Button>
          )
        }
      />
      <NextStop stop={next} busy={steps.busy} onPickRest={() => pickRest(next)} onMissing={() => setMissing(next)} />
      <WaveWalk stops={stops} next={next} onMissing={setMissing} onTakeBack={onTakeBack} />
      <div className={styles.foot}>
        <CodeField
          label={words('picking.scanItem')}
          action={words('picking.pick')}
          onCode={(code) => void pick(code).then((refusal) => refusal !== null && steps.say('bad', refusal))}
        />
      </div>
      {missing !== null && (
        <ShortPickDialog
          stop={missing}
          onChoose={(reason, units) => {
            setMissing(null);
            giveUp(missing, reason, units);
          }}
          onClose={() => setMissing(null)}
        />
      )}
    </div>
  );
}
