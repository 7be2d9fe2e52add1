import { Button } from '@mantine/core';
import { useState } from 'react';
import { parcelLabelDocument } from '../../../domain/labels/documents.ts';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { askLabelAgain, giveLabelBack } from '../../../domain/labels/want-label.ts';
import type { Decide } from '../../kit/register-services.ts';
import { words } from '../../../texts/words/words.ts';
import { labelStanding } from './label-standing.ts';
import { LabelSheet } from './LabelSheet.tsx';
import styles from './Labels.module.css';
import { Saying } from './Saying.tsx';
import { useSteps } from './use-steps.ts';

/** The label of one parcel: where it stands, and what can be done about it. Packing never waits for it. */
export function LabelRow({ label }: { readonly label: ParcelLabel }) {
  const steps = useSteps();
  const [isShown, show] = useState(false);
  const [isAsked, ask] = useState(false);
  const decide =
    (how: (one: ParcelLabel) => ReturnType<Decide>): Decide =>
    ({ reader }) =>
      how(reader.get(parcelLabelDocument, label.parcelId) ?? label);
  const { state, no, of, orderNumber } = label;
  const mayAsk = state === 'unknown' || state === 'refused' || (state === 'wanted' && label.reason !== null);
  const named = { number: orderNumber, no, of };

  function giveBack(): void {
    ask(false);
    void steps.take([decide(giveLabelBack)]);
  }

  return (
    <div className={styles.row} data-state={state}>
      <span className={styles.what}>
        <strong>{words('label.parcelOf', { no, of })}</strong>
        <span>{labelStanding(label)}</span>
      </span>
      {mayAsk && (
        <Button
          variant="default"
          aria-label={words('label.askNowOf', named)}
          disabled={steps.busy}
          onClick={() => void steps.take([decide(askLabelAgain)])}
        >
          {words('label.askNow')}
        </Button>
      )}
      {state === 'have' && !isAsked && (
        <>
          <Button aria-label={words('label.showOf', named)} onClick={() => show(true)}>
            {words('label.show')}
          </Button>
          <Button variant="subtle" color="red" aria-label={words('label.giveBackOf', named)} onClick={() => ask(true)}>
            {words('label.giveBack')}
          </Button>
        </>
      )}
      {state === 'have' && isAsked && (
        <>
          <Button variant="default" onClick={() => ask(false)}>
            {words('kit.goBack')}
          </Button>
          <Button color="red" disabled={steps.busy} onClick={giveBack}>
            {words('label.reallyGiveBack')}
          </Button>
        </>
      )}
      <Saying steps={steps} />
      {isShown && <LabelSheet title={words('label.parcelOf', { no, of })} label={label} onClose={() => show(false)} />}
    </div>
  );
}
