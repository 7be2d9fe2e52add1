import { Button } from '@mantine/core';
import { putBackOf } from '../../../domain/fulfillment/put-back.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useView } from '../../kit/register-context.tsx';
import type { Steps } from '../picking/use-steps.ts';
import { CodeField } from '../picking/CodeField.tsx';
import { formatWhen, statusWords } from '../../kit/order-words.ts';
import { Arrival } from './Arrival.tsx';
import { KeptUntil } from './KeptUntil.tsx';
import { HandOver, type HandOverProps } from './HandOver.tsx';
import { MailAgain } from './MailAgain.tsx';
import type { PickupStep } from './pickup-list.ts';
import styles from './Pickup.module.css';
import { Stage } from './Stage.tsx';
import { words } from '../../../texts/words/words.ts';

export interface PickupStepPanelProps {
  readonly order: FulfillmentOrder;
  readonly step: PickupStep;
  readonly places: readonly string[];
  /** What the second step needs of the first one. */
  readonly handOver: Omit<HandOverProps, 'order' | 'busy'>;
  readonly busy: boolean;
  readonly steps: Steps;
  readonly onCode: (code: string) => void;
  readonly onStage: (place: string) => void;
  /** Whether a ready order is put somewhere else now. */
  readonly moving: boolean;
  readonly onMove: (moving: boolean) => void;
  /** Null when there is nothing left to reject. */
  readonly onReject: (() => void) | null;
}

/** What is to be done with the order now, at the bottom where the thumb is. */
export function PickupStepPanel(props: PickupStepPanelProps) {
  const { order, step, places, handOver, busy, steps, onCode, onStage, moving, onMove, onReject } = props;
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { state } = order;
  return (
    <footer className={styles.foot}>
      {step === 'prepare' && <CodeField label={words('picking.scanItem')} action={words('picking.pick')} onCode={onCode} />}
      {(step === 'stage' || moving) && <Stage places={places} busy={busy} onStage={onStage} />}
      <Arrival order={order} steps={steps} />
      {step === 'ready' && <KeptUntil order={order} steps={steps} />}
      {step === 'ready' && <MailAgain order={order} steps={steps} />}
      {step === 'ready' && !moving && <HandOver order={order} busy={busy} {...handOver} />}
      {putBackOf(order) !== undefined && <Notice tone="warn">{words('pickup.toPutBack')}</Notice>}
      {state.status === 'handed_over' && state.putBack === undefined && (
        <Notice tone="good">{words('pickup.handedOverAt', { moment: formatWhen(state.at, timezone) })}</Notice>
      )}
      {step === 'done' && state.status !== 'handed_over' && putBackOf(order) === undefined && (
        <Notice tone="info">{words('pickup.nothingMore', { status: statusWords(state) })}</Notice>
      )}
      {step === 'ready' && (
        <Button className={styles.reject ?? ''} variant="subtle" disabled={busy} onClick={() => onMove(!moving)}>
          {words(moving ? 'pickup.leaveThere' : 'pickup.move')}
        </Button>
      )}
      {onReject !== null && (
        <Button className={styles.reject ?? ''} variant="subtle" color="red" disabled={busy} onClick={onReject}>
          {words('pickup.cannotFulfill')}
        </Button>
      )}
    </footer>
  );
}
