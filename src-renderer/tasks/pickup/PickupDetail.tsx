import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { handOverOrder } from '../../../domain/fulfillment/hand-over-order.ts';
import { stageOrder } from '../../../domain/fulfillment/stage-order.ts';
import { type FulfillmentLine, type FulfillmentOrder, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { pickItem, pickLine } from '../../../domain/fulfillment/pick-item.ts';
import { shortPickLine } from '../../../domain/fulfillment/short-pick-line.ts';
import type { OperationRequest } from '../../../domain/registry/operations.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import type { Result } from '../../../domain/base/result.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { useKeepFocus } from '../../kit/use-keep-focus.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { formatWhen, SHORT_PICK_WORDS, statusWords, unitWords, whatHappensTo } from '../../kit/order-words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { RejectDialog } from '../picking/RejectDialog.tsx';
import { nameScanned, resolveItem } from '../picking/resolve-item.ts';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { waitSentence } from './code-guesses.ts';
import { hasPickupCode, stepOf } from './pickup-list.ts';
import { AddNote, OrderNotes } from './OrderNotes.tsx';
import { PickupLines } from './PickupLines.tsx';
import { PickupStepPanel } from './PickupStepPanel.tsx';
import styles from './Pickup.module.css';
import type { CodeGuessCounter } from './use-code-guesses.ts';

export interface PickupDetailProps {
  readonly order: FulfillmentOrder;
  /** The pickup code that was checked for it and is right; null before. */
  readonly code: string | null;
  readonly guesses: CodeGuessCounter;
  readonly onCode: (code: string | null) => void;
  /** Opens what a code belongs to; gives null, or why nothing was opened. */
  readonly onFind: (code: string) => string | null;
  readonly onClose: () => void;
}

/** One pickup with what is to be done with it now. */
export function PickupDetail({ order, code, guesses, onCode, onFind, onClose }: PickupDetailProps) {
  const { catalog } = useRegister();
  const store = useView((view) => view.store);
  const steps = useSteps();
  const [missing, setMissing] = useState<FulfillmentLine | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const step = stepOf(order.state.status);
  const places = store?.stagingLocations ?? [];
  const work = useRef<HTMLDivElement>(null);
  useKeepFocus(work, steps.busy);

  /** Decides on the order as it is when the step is recorded. */
  const now =
    (decide: (order: FulfillmentOrder) => Result<OperationRequest, Refusal>): Decide =>
    ({ reader }) =>
      decide(reader.get(fulfillmentOrderDocument, order.id) ?? order);

  function take(decide: (now: FulfillmentOrder) => Result<OperationRequest, Refusal>, done: string): void {
    void steps.take([now(decide)], done);
  }

  /** Picks what a code stands for, or opens the order that it belongs to; gives why neither was done. */
  async function pick(code: string): Promise<string | null> {
    const item = resolveItem([order], catalog, code);
    if (!item.ok) return onFind(code) === null ? null : item.refusal;
    const name = order.lines.find((line) => line.sku === item.value)?.name ?? catalog.product(item.value)?.name;
    return steps.takeScan(
      nameScanned(code, name),
      now((order) => pickItem([order], item.value)),
      `${name ?? item.value}: one more picked.`,
    );
  }

  const stage = (place: string) => take((now) => stageOrder(now, place), `Ready for pickup at ${place}.`);

  /** Compares a code with that of this order and keeps it for the handover; gives why it is not right. */
  function check(code: string): string | null {
    const wait = guesses.waitOf(order.id);
    if (wait > 0) return waitSentence(wait);
    if (!hasPickupCode(order, code)) {
      // An article is nobody's guess at a code.
      if (catalog.lookup(code) === undefined) guesses.wrong(order.id);
      onCode(null);
      return refusalSentence('wrong_pickup_code');
    }
    guesses.right(order.id);
    onCode(code);
    steps.clearMessage();
    return null;
  }

  function checkTyped(code: string): void {
    const refusal = check(code);
    if (refusal !== null) steps.say('bad', refusal);
  }

  function handOver(): void {
    if (code !== null) take((now) => handOverOrder(now, code), 'Handed over. Have a nice day!');
  }

  useScanner(
    (scanned) => {
      if (step === 'prepare') return pick(scanned);
      const place = places.find((one) => one.toUpperCase() === scanned.trim().toUpperCase());
      if (step === 'stage' && place !== undefined) return stage(place), null;
      if (step !== 'ready') return onFind(scanned) === null ? null : `Nothing here has the code ${scanned}.`;
      // Another order's code opens that one; whether it is this one's too is for the customer to tell.
      if (onFind(scanned) === null) return null;
      const refusal = check(scanned);
      return refusal === null ? null : `${scanned}: ${refusal}`;
    },
    { layer: 'detail' },
  );

  return (
    <article className={styles.sheet} aria-label={`Order ${order.orderNumber}`}>
      <header className={styles.head}>
        <Button className={styles.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
          All pickups
        </Button>
        <div className={styles.headMain}>
          <h2 className={styles.number}>{order.orderNumber}</h2>
          <span>{[order.customer.name, order.customer.phone, order.customer.email].filter((part) => part !== null).join(' · ')}</span>
          <span>Placed {formatWhen(order.placedAt, store?.timezone ?? 'UTC')}</span>
        </div>
        <strong className={styles.status} data-step={step}>
          {statusWords(order.state)}
        </strong>
      </header>
      <Saying steps={steps} />
      <OrderNotes fulfillmentOrderId={order.id} />
      <div className={styles.work} ref={work}>
        <PickupLines
          order={order}
          busy={steps.busy}
          onPick={(line, quantity) => take((now) => pickLine(now, line.lineNo, quantity), `${line.name}: ${unitWords(quantity)} picked.`)}
          onMissing={setMissing}
        />
        <PickupStepPanel
          order={order}
          step={step}
          places={places}
          code={code}
          wait={() => guesses.waitOf(order.id)}
          busy={steps.busy}
          onCode={(code) => void pick(code).then((refusal) => refusal !== null && steps.say('bad', refusal))}
          onStage={stage}
          onCheckCode={checkTyped}
          onForgetCode={() => onCode(null)}
          onHandOver={handOver}
          onReject={hasEnded(order) ? null : () => setRejecting(true)}
        />
      </div>
      <AddNote fulfillmentOrderId={order.id} steps={steps} />
      <ReasonDialog
        question={
          missing && {
            title: `What happened to ${missing.name}?`,
            explanation: `${unitWords(unitsToPick(missing))} cannot be picked here. ${whatHappensTo('pickup', unitsToPick(missing))}`,
          }
        }
        reasons={SHORT_PICK_WORDS}
        onChoose={(reason) => {
          if (missing !== null)
            take((now) => shortPickLine(now, missing.lineNo, reason), `${missing.name}: ${whatHappensTo('pickup', unitsToPick(missing))}`);
          setMissing(null);
        }}
        onClose={() => setMissing(null)}
      />
      <RejectDialog order={rejecting ? order : null} steps={steps} onClose={() => setRejecting(false)} />
    </article>
  );
}
