import { Button } from '@mantine/core';
import { useState } from 'react';
import { returnLabelDocument } from '../../../domain/return-labels/documents.ts';
import type { ReturnLabel, ReturnLabelLine } from '../../../domain/return-labels/return-label.ts';
import { askReturnLabelAgain, giveReturnLabelBack, isInUse } from '../../../domain/return-labels/want-return-label.ts';
import { returnSlipPaper } from '../../../texts/paper/return-slip-paper.ts';
import { paperIn } from '../../../texts/paper/paper-in.ts';
import { words } from '../../../texts/words/words.ts';
import { PaperSheet } from '../../kit/paper/PaperSheet.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { useReceiptFacts } from '../../kit/paper/use-receipt-facts.ts';
import { useReceiptLanguages } from '../../kit/paper/use-receipt-languages.ts';
import type { Decide } from '../../kit/register-services.ts';
import { labelReason, labelStanding } from '../picking/label-standing.ts';
import labels from '../picking/Labels.module.css';
import { LabelSheet } from '../picking/LabelSheet.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';

/** Goods of a label, in a sentence. */
export function labelGoods({ name, quantity, reason }: Pick<ReturnLabelLine, 'name' | 'quantity' | 'reason'>): string {
  if (reason === null) return words('returnLabel.item', { name, count: quantity });
  return words('returnLabel.itemWhy', { name, count: quantity, reason: words(`returnReason.${reason}`) });
}

/** What becomes of its mail; null where none goes out. */
function mailWords({ state, mail, mailed }: ReturnLabel): string | null {
  if (mail === null || state === 'void' || state === 'void_wanted') return null;
  if (mailed === null) return words('returnLabel.mail.later');
  if (mailed.state === 'failed') return words('returnLabel.mail.failed', { reason: labelReason(mailed.reason ?? 'failed') });
  return words(`returnLabel.mail.${mailed.state}`);
}

/** The label and the slip for the parcel, to be printed. */
function ReturnLabelSheet({ label, onClose }: { readonly label: ReturnLabel; readonly onClose: () => void }) {
  const facts = useReceiptFacts(true);
  const languages = useReceiptLanguages();
  const printing = usePrintout(null);
  const paper = paperIn(languages, () => returnSlipPaper(label, facts));
  return (
    <LabelSheet
      title={words('returnLabel.title', { number: label.origin.number })}
      label={label}
      printWords={words('returnLabel.printLabel')}
      onClose={onClose}
    >
      <Button size="lg" fullWidth variant="default" loading={printing.said === 'printing'} onClick={() => printing.print(() => paper)}>
        {words('returnLabel.printSlip')}
      </Button>
      <PrintoutNotice said={printing.said} />
      <PaperSheet paper={paper} />
    </LabelSheet>
  );
}

export interface ReturnLabelRowProps {
  readonly label: ReturnLabel;
  /** What of it is still to come; none once all of it is back. */
  readonly toCome: readonly ReturnLabelLine[];
  /** Chooses those goods for a return; null where that is not offered. */
  readonly onChoose: (() => void) | null;
}

/** A label with which a customer sends goods back: where it stands, and what can be done about it. */
export function ReturnLabelRow({ label, toCome, onChoose }: ReturnLabelRowProps) {
  const steps = useSteps();
  const [isShown, show] = useState(false);
  const [isAsked, ask] = useState(false);
  const decide =
    (how: (one: ReturnLabel) => ReturnType<Decide>): Decide =>
    ({ reader }) =>
      how(reader.get(returnLabelDocument, label.parcelId) ?? label);
  const { state, trackingNumber } = label;
  const number = trackingNumber ?? label.origin.number;
  const mayAsk = state === 'unknown' || state === 'refused' || (state === 'wanted' && label.reason !== null);
  const isBack = isInUse(label) && toCome.length === 0;
  const mailSaid = mailWords(label);
  return (
    <li className={labels.row} data-state={state}>
      <span className={labels.what}>
        <strong>{labelStanding(label)}</strong>
        <span>{label.lines.map(labelGoods).join(' · ')}</span>
        {isBack && <span>{words('returnLabel.allBack')}</span>}
        {mailSaid !== null && <span>{mailSaid}</span>}
      </span>
      {mayAsk && (
        <Button
          variant="default"
          aria-label={words('returnLabel.askNowOf', { number })}
          disabled={steps.busy}
          onClick={() => void steps.take([decide(askReturnLabelAgain)])}
        >
          {words('label.askNow')}
        </Button>
      )}
      {onChoose !== null && toCome.length > 0 && (
        <Button variant="default" aria-label={words('returnLabel.chooseOf', { number })} onClick={onChoose}>
          {words('returnLabel.choose')}
        </Button>
      )}
      {!isAsked && isInUse(label) && <Button onClick={() => show(true)}>{words('returnLabel.show')}</Button>}
      {state === 'have' && !isAsked && !isBack && (
        <Button variant="subtle" color="red" aria-label={words('returnLabel.voidOf', { number })} onClick={() => ask(true)}>
          {words('label.giveBack')}
        </Button>
      )}
      {state === 'have' && isAsked && (
        <>
          <Button variant="default" onClick={() => ask(false)}>
            {words('kit.goBack')}
          </Button>
          <Button color="red" disabled={steps.busy} onClick={() => (ask(false), void steps.take([decide(giveReturnLabelBack)]))}>
            {words('returnLabel.reallyVoid')}
          </Button>
        </>
      )}
      <Saying steps={steps} />
      {isShown && <ReturnLabelSheet label={label} onClose={() => show(false)} />}
    </li>
  );
}
