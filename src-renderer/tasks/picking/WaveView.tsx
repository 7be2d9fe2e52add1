import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Empty } from '../../kit/Notice.tsx';
import { shortPickWords, unitWords, whatHappensTo } from '../../kit/order-words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { useDocuments, useRegister } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { CodeField } from './CodeField.tsx';
import { NextStop } from './NextStop.tsx';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { ordersOfWave, type Wave, type WaveDraft } from './ship-orders.ts';
import { useSteps } from './use-steps.ts';
import { useWaveSteps } from './use-wave-steps.ts';
import { type WaveStop, waveStops } from './wave-list.ts';
import { WaveProgress, WaveWalk } from './WaveWalk.tsx';
import { words } from '../../../texts/words/words.ts';

export interface WaveViewProps {
  /** Null when every order of it is picked. */
  readonly wave: Wave | null;
  readonly draft: WaveDraft | null;
  readonly toPack: number;
  readonly onPack: () => void;
}

/** A wave as one list in bin order: walk, scan, next. */
export function WaveView({ wave, draft, toPack, onPack }: WaveViewProps) {
  const register = useRegister();
  const byId = useDocuments(fulfillmentOrderDocument);
  const steps = useSteps();
  const [missing, setMissing] = useState<WaveStop | null>(null);
  const orders = useMemo(() => (wave === null ? [] : ordersOfWave(wave, draft, (id) => byId.get(id))), [wave, draft, byId]);
  const stops = useMemo(() => waveStops(orders, (sku) => register.stockOf(sku)?.bin ?? null), [orders, register]);
  const { pick, pickRest, giveUp } = useWaveSteps(steps, orders, stops);
  const next = stops.find((stop) => stop.toPick > 0);
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
      <WaveProgress stops={stops} />
      <Saying steps={steps} />
      <NextStop stop={next} busy={steps.busy} onPickRest={() => pickRest(next)} onMissing={() => setMissing(next)} />
      <WaveWalk stops={stops} next={next} onMissing={setMissing} />
      <div className={styles.foot}>
        <CodeField
          label={words('picking.scanItem')}
          action={words('picking.pick')}
          onCode={(code) => void pick(code).then((refusal) => refusal !== null && steps.say('bad', refusal))}
        />
      </div>
      <ReasonDialog
        question={
          missing && {
            title: words('picking.whatHappened', { name: missing.name }),
            explanation: words('picking.cannotBePicked', {
              units: unitWords(missing.toPick),
              sentence: whatHappensTo('ship', missing.toPick),
            }),
          }
        }
        reasons={shortPickWords()}
        onChoose={(reason) => {
          setMissing(null);
          if (missing !== null) giveUp(missing, reason);
        }}
        onClose={() => setMissing(null)}
      />
    </div>
  );
}
