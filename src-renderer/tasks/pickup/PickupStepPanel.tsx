import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { putBackOf } from '../../../domain/fulfillment/put-back.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useView } from '../../kit/register-context.tsx';
import { CodeField } from '../picking/CodeField.tsx';
import { formatWhen, statusWords } from '../../kit/order-words.ts';
import { HandOver, type HandOverProps } from './HandOver.tsx';
import type { PickupStep } from './pickup-list.ts';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface PickupStepPanelProps {
  readonly order: FulfillmentOrder;
  readonly step: PickupStep;
  readonly places: readonly string[];
  /** What the second step needs of the first one. */
  readonly handOver: Omit<HandOverProps, 'order' | 'busy'>;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
  readonly onStage: (place: string) => void;
  /** Null when there is nothing left to reject. */
  readonly onReject: (() => void) | null;
}

function Stage({ places, busy, onStage }: Pick<PickupStepPanelProps, 'places' | 'busy' | 'onStage'>) {
  const [other, setOther] = useState('');
  return (
    <>
      <h3 className={styles.ask}>{words('pickup.where')}</h3>
      <div className={styles.places}>
        {places.map((place) => (
          <Button key={place} size="xl" disabled={busy} onClick={() => onStage(place)}>
            {place}
          </Button>
        ))}
      </div>
      {places.length === 0 && (
        <form
          className={styles.code}
          onSubmit={(event) => {
            event.preventDefault();
            onStage(other);
          }}
        >
          <TextInput
            className={styles.grow}
            label={words('pickup.location')}
            maxLength={40}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button type="submit" disabled={busy}>
            {words('pickup.stage')}
          </Button>
        </form>
      )}
    </>
  );
}

/** What is to be done with the order now, at the bottom where the thumb is. */
export function PickupStepPanel({ order, step, places, handOver, busy, onCode, onStage, onReject }: PickupStepPanelProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { state } = order;
  return (
    <footer className={styles.foot}>
      {step === 'prepare' && <CodeField label={words('picking.scanItem')} action={words('picking.pick')} onCode={onCode} />}
      {step === 'stage' && <Stage places={places} busy={busy} onStage={onStage} />}
      {step === 'ready' && <HandOver order={order} busy={busy} {...handOver} />}
      {putBackOf(order) !== undefined && <Notice tone="warn">{words('pickup.toPutBack')}</Notice>}
      {state.status === 'handed_over' && state.putBack === undefined && (
        <Notice tone="good">{words('pickup.handedOverAt', { moment: formatWhen(state.at, timezone) })}</Notice>
      )}
      {step === 'done' && state.status !== 'handed_over' && putBackOf(order) === undefined && (
        <Notice tone="info">{words('pickup.nothingMore', { status: statusWords(state) })}</Notice>
      )}
      {onReject !== null && (
        <Button className={styles.reject ?? ''} variant="subtle" color="red" disabled={busy} onClick={onReject}>
          {words('pickup.cannotFulfill')}
        </Button>
      )}
    </footer>
  );
}
