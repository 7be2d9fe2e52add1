import { useRef, useState } from 'react';
import { type FulfillmentLine, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useView } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { useKeepFocus } from '../../kit/use-keep-focus.ts';
import { RejectDialog } from '../picking/RejectDialog.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { MissingDialog } from './MissingDialog.tsx';
import { NOTHING_STAYS, type Stays } from './not-taken.ts';
import { AddNote, OrderNotes } from './OrderNotes.tsx';
import { stepOf } from './pickup-list.ts';
import styles from './Pickup.module.css';
import { PickupHead } from './PickupHead.tsx';
import { PickupLines } from './PickupLines.tsx';
import { PickupStepPanel } from './PickupStepPanel.tsx';
import { type PickupStepsOptions, usePickupSteps } from './use-pickup-steps.ts';
import { words } from '../../../texts/words/words.ts';

export interface PickupDetailProps extends Omit<PickupStepsOptions, 'steps'> {
  readonly onClose: () => void;
}

/** One pickup with what is to be done with it now. */
export function PickupDetail({ order, code, guesses, onCode, onFind, onClose }: PickupDetailProps) {
  const places = useView((view) => view.store?.stagingLocations) ?? [];
  const steps = useSteps();
  const { pick, pickLine, giveUp, stage, check, handOver } = usePickupSteps({ order, steps, code, guesses, onCode, onFind });
  const [missing, setMissing] = useState<FulfillmentLine | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const [stays, setStays] = useState<Stays>(NOTHING_STAYS);
  const step = stepOf(order.state.status);
  const work = useRef<HTMLDivElement>(null);
  useKeepFocus(work, steps.busy);

  function sayRefused(refusal: string | null): void {
    if (refusal !== null) steps.say('bad', refusal);
  }

  useScanner(
    async (scanned) => {
      if (step === 'prepare') return pick(scanned);
      const place = places.find((one) => one.toUpperCase() === scanned.trim().toUpperCase());
      if (step === 'stage' && place !== undefined) return stage(place), null;
      if (step !== 'ready') return (await onFind(scanned)) === null ? null : words('pickup.nothingHas', { code: scanned });
      // Another order's code opens that one; whether it is this one's too is for the customer to tell.
      if ((await onFind(scanned)) === null) return null;
      const refusal = check(scanned);
      return refusal === null ? null : words('pickup.codeThen', { code: scanned, sentence: refusal });
    },
    { layer: 'detail' },
  );

  return (
    <article className={styles.sheet} aria-label={words('kit.order', { number: order.orderNumber })}>
      <PickupHead order={order} onClose={onClose} />
      <Saying steps={steps} />
      <OrderNotes fulfillmentOrderId={order.id} />
      <div className={styles.work} ref={work}>
        <PickupLines
          order={order}
          busy={steps.busy}
          onPick={pickLine}
          onMissing={setMissing}
          stays={step === 'ready' && code !== null ? stays : null}
          onStays={setStays}
        />
        <PickupStepPanel
          order={order}
          step={step}
          places={places}
          code={code}
          wait={() => guesses.waitOf(order.id)}
          busy={steps.busy}
          stays={stays}
          onCode={(entered) => void pick(entered).then(sayRefused)}
          onStage={stage}
          onCheckCode={(entered) => sayRefused(check(entered))}
          onForgetCode={() => (setStays(NOTHING_STAYS), onCode(null))}
          onHandOver={() => handOver(stays)}
          onReject={hasEnded(order) ? null : () => setRejecting(true)}
        />
      </div>
      <AddNote fulfillmentOrderId={order.id} steps={steps} />
      <MissingDialog line={missing} onChoose={giveUp} onClose={() => setMissing(null)} />
      <RejectDialog order={rejecting ? order : null} steps={steps} onClose={() => setRejecting(false)} />
    </article>
  );
}
