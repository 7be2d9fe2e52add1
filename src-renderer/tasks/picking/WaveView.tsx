import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Button, Progress } from '@mantine/core';
import { useMemo, useState } from 'react';
import { pickItem, pickLine } from '../../../domain/fulfillment/pick-item.ts';
import { shortPickLine } from '../../../domain/fulfillment/short-pick-line.ts';
import type { ShortPickReason } from '../../../domain/fulfillment/fulfillment-order.ts';
import { refuse } from '../../../domain/base/result.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useDocuments, useRegister } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { CodeField } from './CodeField.tsx';
import { NextStop } from './NextStop.tsx';
import { SHORT_PICK_WORDS, unitWords, whatHappensTo } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { nameScanned, resolveItem } from './resolve-item.ts';
import { Saying } from './Saying.tsx';
import { ordersOfWave, type Wave, type WaveDraft } from './ship-orders.ts';
import { StopRow } from './StopRow.tsx';
import { useSteps } from './use-steps.ts';
import { waveProgress, type WaveStop, waveStops } from './wave-list.ts';

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
  const progress = waveProgress(stops);
  const next = stops.find((stop) => stop.toPick > 0);
  const finished = stops.filter((stop) => stop.toPick === 0);

  async function pick(code: string): Promise<string | null> {
    if (next === undefined) return `${code} was scanned, but everything in this wave is picked. Put the item back.`;
    const item = resolveItem(orders, register.catalog, code);
    if (!item.ok) return item.refusal;
    const name = stops.find((stop) => stop.sku === item.value)?.name;
    const decide: Decide = ({ reader }) =>
      pickItem(
        orders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order),
        item.value,
      );
    return steps.takeScan(
      nameScanned(code, name ?? register.catalog.product(item.value)?.name),
      decide,
      ([recorded]) => `${name ?? item.value}: put it with ${numberOf(recorded)}.`,
    );
  }
  useScanner(pick);

  function numberOf(recorded: { type: string; payload: object } | undefined): string {
    const id = recorded !== undefined && 'fulfillmentOrderId' in recorded.payload ? String(recorded.payload.fulfillmentOrderId) : '';
    return `order ${byId.get(id)?.orderNumber ?? ''}`;
  }

  function pickRest(stop: WaveStop): void {
    const open = stop.orders.filter((order) => order.toPick > 0);
    const decisions = open.map(
      ({ fulfillmentOrderId, lineNo, toPick }): Decide =>
        ({ reader }) => {
          const order = reader.get(fulfillmentOrderDocument, fulfillmentOrderId);
          return order === undefined ? refuse('nothing_to_pick') : pickLine(order, lineNo, toPick);
        },
    );
    void steps.take(decisions, `${stop.name}: ${unitWords(stop.toPick)} more picked.`);
  }

  function giveUp(stop: WaveStop, reason: ShortPickReason): void {
    setMissing(null);
    const open = stop.orders.filter((order) => order.toPick > 0);
    const decisions = open.map(
      ({ fulfillmentOrderId, lineNo }): Decide =>
        ({ reader }) => {
          const order = reader.get(fulfillmentOrderDocument, fulfillmentOrderId);
          return order === undefined ? refuse('nothing_to_pick') : shortPickLine(order, lineNo, reason);
        },
    );
    void steps.take(decisions, `${stop.name}: ${whatHappensTo('ship', stop.toPick)}`);
  }

  if (next === undefined) {
    return (
      <div className={styles.sheet}>
        <Saying steps={steps} />
        <Empty title="Everything in this wave is picked">
          <Button size="lg" onClick={onPack} disabled={toPack === 0}>
            Pack {toPack} {toPack === 1 ? 'order' : 'orders'}
          </Button>
        </Empty>
      </div>
    );
  }
  const done = progress.quantity - progress.toPick;
  return (
    <div className={styles.wave}>
      <div className={styles.progress}>
        <strong>
          {done} of {unitWords(progress.quantity)}
          {progress.short > 0 && `, ${progress.short} missing`}
        </strong>
        <Progress value={(done / progress.quantity) * 100} size="xl" aria-label={`${done} of ${unitWords(progress.quantity)} done`} />
      </div>
      <Saying steps={steps} />
      <NextStop stop={next} busy={steps.busy} onPickRest={() => pickRest(next)} onMissing={() => setMissing(next)} />
      <div className={styles.walk}>
        <ol className={styles.stops} aria-label="Wave in bin order">
          {stops
            .filter((stop) => stop.toPick > 0)
            .map((stop) => (
              <StopRow key={stop.sku} stop={stop} next={stop === next} onMissing={setMissing} />
            ))}
        </ol>
        {finished.length > 0 && (
          <ul className={styles.stops} aria-label="Done">
            {finished.map((stop) => (
              <StopRow key={stop.sku} stop={stop} next={false} onMissing={setMissing} />
            ))}
          </ul>
        )}
      </div>
      <div className={styles.foot}>
        <CodeField
          label="Scan or type an item"
          action="Pick"
          onCode={(code) => void pick(code).then((refusal) => refusal !== null && steps.say('bad', refusal))}
        />
      </div>
      <ReasonDialog
        question={
          missing && {
            title: `What happened to ${missing.name}?`,
            explanation: `${unitWords(missing.toPick)} cannot be picked here. ${whatHappensTo('ship', missing.toPick)}`,
          }
        }
        reasons={SHORT_PICK_WORDS}
        onChoose={(reason) => missing !== null && giveUp(missing, reason)}
        onClose={() => setMissing(null)}
      />
    </div>
  );
}
