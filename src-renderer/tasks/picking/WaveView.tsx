import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { Wave } from '../../../domain/fulfillment/wave.ts';
import { totePrefix } from '../../../domain/fulfillment/settings.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useDocuments, useRegister, useSetting } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { CodeField } from './CodeField.tsx';
import { HeldGoods } from './HeldGoods.tsx';
import { NextStop } from './NextStop.tsx';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { lostOrders, type OpenWave, ordersOfWave } from './ship-orders.ts';
import { offerSubstitutes } from './missing-units.ts';
import { ShortPickDialog } from './ShortPickDialog.tsx';
import { SubstituteOffers } from './SubstituteOffers.tsx';
import type { Replacing } from './use-substitutes.ts';
import { letterIn } from './tote-words.ts';
import { type Steps, useSteps } from './use-steps.ts';
import { useToteSteps } from './use-tote-steps.ts';
import { useWaveSteps } from './use-wave-steps.ts';
import { type WaveStop, waveStops } from './wave-list.ts';
import { LostOrders } from './WaveNews.tsx';
import { WaveTotes } from './WaveTotes.tsx';
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
  /** Pickups that are picked and wait to be put where their customers fetch them. */
  readonly toStage: number;
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

/** Everything of the wave is picked. */
function WaveDone({ steps, toPack, toStage, onPack }: Pick<WaveViewProps, 'toPack' | 'toStage' | 'onPack'> & { readonly steps: Steps }) {
  const [, navigate] = useLocation();
  return (
    <div className={styles.sheet}>
      <Saying steps={steps} />
      <Empty title={words('picking.waveDone')}>
        {(toPack > 0 || toStage === 0) && (
          <Button size="lg" onClick={onPack} disabled={toPack === 0}>
            {words('picking.packOrders', { count: toPack })}
          </Button>
        )}
        {toStage > 0 && (
          <Button size="lg" variant={toPack > 0 ? 'default' : 'filled'} onClick={() => navigate('/pickup')}>
            {words('picking.stagePickups', { count: toStage })}
          </Button>
        )}
      </Empty>
    </div>
  );
}

/** A wave as one list in bin order: walk, scan, next. */
export function WaveView({ wave, own, toPack, toStage, nameOf, onPack }: WaveViewProps) {
  const register = useRegister();
  const byId = useDocuments(fulfillmentOrderDocument);
  const steps = useSteps();
  const [missing, setMissing] = useState<WaveStop | null>(null);
  const [replacing, setReplacing] = useState<readonly Replacing[]>([]);
  const orders = useMemo(() => (wave === null ? [] : ordersOfWave(wave, own, (id) => byId.get(id))), [wave, own, byId]);
  const stops = useMemo(() => waveStops(orders, (sku) => register.stockOf(sku)?.bin ?? null), [orders, register]);
  const prefix = useSetting(totePrefix);
  const { pick, pickSome, giveUp, last, setLast, undo, takeBack, release } = useWaveSteps(steps, wave?.waveId ?? null, orders, stops);
  const lost = useMemo(() => lostOrders(own, (id) => byId.get(id)), [own, byId]);
  const next = stops.find((stop) => stop.toPick > 0);
  const onTakeBack = useSteady(takeBack);
  const toteSteps = useToteSteps(steps, wave?.waveId ?? null, orders, prefix, setLast);
  const withTotes = prefix !== '';
  const scan = withTotes ? toteSteps.scan : pick;
  const orderIds = own?.orderIds ?? orders.map((order) => order.id);
  const inHand = toteSteps.held?.fulfillmentOrderId ?? null;
  useScanner(scan);

  if (next === undefined) return <WaveDone {...{ steps, toPack, toStage, onPack }} />;
  return (
    <div className={styles.wave}>
      <WaveProgress stops={stops} toteOf={(id) => (withTotes ? (letterIn(orderIds, id) ?? '') : '')} onRelease={release} />
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
      <HeldGoods steps={toteSteps} letter={inHand === null ? null : letterIn(orderIds, inHand)} />
      <NextStop
        key={next.sku}
        stop={next}
        busy={steps.busy}
        onPick={withTotes ? null : (count) => pickSome(next, count)}
        onMissing={() => setMissing(next)}
      />
      {withTotes && <WaveTotes orders={orders} orderIds={orderIds} current={inHand} />}
      <WaveWalk stops={stops} next={next} onMissing={setMissing} onTakeBack={onTakeBack} />
      <div className={styles.foot}>
        <CodeField
          label={withTotes ? words('picking.scanItemOrTote') : words('picking.scanItem')}
          action={words('picking.pick')}
          onCode={(code) => void scan(code).then((refusal) => refusal !== null && steps.say('bad', refusal))}
        />
      </div>
      {missing !== null && (
        <ShortPickDialog
          stop={missing}
          onChoose={(reason, units) => {
            const { offered, rest, restUnits } = offerSubstitutes(missing, units);
            setMissing(null);
            setReplacing(
              offered.map(({ order: { fulfillmentOrderId, lineNo }, units }) => ({ fulfillmentOrderId, lineNo, units, reason })),
            );
            if (restUnits > 0) giveUp(rest, reason, restUnits);
          }}
          onClose={() => setMissing(null)}
        />
      )}
      <SubstituteOffers {...{ steps, replacing, prefix }} waveId={wave?.waveId ?? null} onReplacing={setReplacing} />
    </div>
  );
}
