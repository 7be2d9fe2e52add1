import { useRef, useState } from 'react';
import { type FulfillmentLine, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { pickupIdentity } from '../../../domain/fulfillment/settings.ts';
import { useSetting, useView } from '../../kit/register-context.tsx';
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
import { NOBODY_YET, proofOf, type Who } from './who-is-it.ts';
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
  const { pick, pickLine, giveUp, stage, check, handOver } = usePickupSteps({ order, steps, guesses, onCode, onFind });
  const [missing, setMissing] = useState<FulfillmentLine | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const [stays, setStays] = useState<Stays>(NOTHING_STAYS);
  const [who, setWho] = useState<Who>(NOBODY_YET);
  const accepted = useSetting(pickupIdentity);
  const proof = proofOf(who, code, accepted);
  const step = stepOf(order.state.status);
  const work = useRef<HTMLDivElement>(null);
  useKeepFocus(work, steps.busy);

  /** Whoever is asked for another proof has not said what they take. */
  function identify(next: Who): void {
    setWho(next);
    setStays(NOTHING_STAYS);
    steps.clearMessage();
  }

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
      // A code that fits is what counts, whatever was asked for before.
      if (refusal === null && who.way !== 'proxy') setWho(NOBODY_YET);
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
            isKnown: proof !== null,
            wait: () => guesses.waitOf(order.id),
            onWho: identify,
            onCheck: (entered) => sayRefused(check(entered)),
            onForget: () => (setStays(NOTHING_STAYS), onCode(null)),
            onHandOver: () => (proof === null ? undefined : handOver(proof, stays)),
          }}
          busy={steps.busy}
          onCode={(entered) => void pick(entered).then(sayRefused)}
          onStage={stage}
          onReject={hasEnded(order) ? null : () => setRejecting(true)}
        />
      </div>
      <AddNote fulfillmentOrderId={order.id} steps={steps} />
      <MissingDialog line={missing} onChoose={giveUp} onClose={() => setMissing(null)} />
      <RejectDialog order={rejecting ? order : null} steps={steps} onClose={() => setRejecting(false)} />
    </article>
  );
}
