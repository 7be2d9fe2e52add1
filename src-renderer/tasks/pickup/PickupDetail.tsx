import { useRef, useState } from 'react';
import { type FulfillmentLine, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useView } from '../../kit/register-context.tsx';
import { useKeepFocus } from '../../kit/use-keep-focus.ts';
import { RejectDialog } from '../picking/RejectDialog.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { AddNote, OrderNotes } from './OrderNotes.tsx';
import { stepOf } from './pickup-list.ts';
import styles from './Pickup.module.css';
import { PickupHead } from './PickupHead.tsx';
import { PickupMissing } from './PickupMissing.tsx';
import { PickupLines } from './PickupLines.tsx';
import { PickupStepPanel } from './PickupStepPanel.tsx';
import { usePickupScans } from './use-pickup-scans.ts';
import { type PickupStepsOptions, usePickupSteps } from './use-pickup-steps.ts';
import { useWho } from './use-who.ts';
import { words } from '../../../texts/words/words.ts';

export interface PickupDetailProps extends Omit<PickupStepsOptions, 'steps'> {
  /** The pickup code that was checked for it and is right; null before. */
  readonly code: string | null;
  readonly onClose: () => void;
}

/** One pickup with what is to be done with it now. */
export function PickupDetail({ order, code, guesses, onCode, onFind, onClose }: PickupDetailProps) {
  const places = useView((view) => view.store?.stagingLocations) ?? [];
  const steps = useSteps();
  const { pick, pickLine, giveUp, stage, check, handOver, swap } = usePickupSteps({ order, steps, guesses, onCode, onFind });
  const [missing, setMissing] = useState<FulfillmentLine | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const [moving, setMoving] = useState(false);
  const { who, accepted, proof, stays, signed, sign, setStays, identify, codeFits } = useWho(code);
  const step = stepOf(order.state.status);
  const work = useRef<HTMLDivElement>(null);
  useKeepFocus(work, steps.busy);

  function stageAt(place: string): void {
    stage(place);
    setMoving(false);
  }

  function sayRefused(refusal: string | null): void {
    if (refusal !== null) steps.say('bad', refusal);
  }

  usePickupScans({ step, places: step === 'stage' || moving ? places : [], pick, check, onFind, onPlace: stageAt, onFits: codeFits });

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
          stays={step === 'ready' && proof !== null ? stays : null}
          onStays={setStays}
        />
        <PickupStepPanel
          order={order}
          step={step}
          places={places}
          handOver={{
            code,
            who,
            accepted,
            stays,
            signed,
            onSigned: sign,
            isKnown: proof !== null,
            wait: () => guesses.waitOf(order.id),
            onWho: (next) => (identify(next), steps.clearMessage()),
            onCheck: (entered) => sayRefused(check(entered)),
            onForget: () => (identify(who), onCode(null)),
            onHandOver: () => (proof === null ? undefined : handOver(proof, stays, signed)),
            onSwap: () => (proof === null ? undefined : swap(proof, stays, signed)),
          }}
          busy={steps.busy}
          steps={steps}
          onCode={(entered) => void pick(entered).then(sayRefused)}
          onStage={stageAt}
          moving={moving && step === 'ready'}
          onMove={setMoving}
          onReject={hasEnded(order) ? null : () => setRejecting(true)}
        />
      </div>
      <AddNote fulfillmentOrderId={order.id} steps={steps} />
      <PickupMissing order={order} line={missing} steps={steps} onGiveUp={giveUp} onClose={() => setMissing(null)} />
      <RejectDialog order={rejecting ? order : null} steps={steps} onClose={() => setRejecting(false)} />
    </article>
  );
}
