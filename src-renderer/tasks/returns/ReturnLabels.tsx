import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { parcelWeight } from '../../../domain/labels/suggest-carton.ts';
import { mailSender } from '../../../domain/mail/settings.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { returnLabelDocument } from '../../../domain/return-labels/documents.ts';
import type { ReturnLabel } from '../../../domain/return-labels/return-label.ts';
import { isSentBack, stillToCome } from '../../../domain/return-labels/want-return-label.ts';
import { returnRules } from '../../../domain/returns/settings.ts';
import { words } from '../../../texts/words/words.ts';
import { IconMail } from '../../kit/icons.ts';
import { useDocuments, useRegister, useSetting } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import type { Steps } from '../picking/use-steps.ts';
import { chooseAnnounced, decideReturnLabel, originOf } from './ask-return-label.ts';
import { type Choices, lineKey, NO_CHOICE, type ReturnSource } from './return-form.ts';
import { ReturnLabelDialog, type SaidOfParcel } from './ReturnLabelDialog.tsx';
import { labelGoods, ReturnLabelRow } from './ReturnLabelRow.tsx';
import styles from './Returns.module.css';
import type { Terms } from './use-terms.ts';

export interface ReturnLabelsProps {
  readonly found: Returnable;
  readonly source: ReturnSource;
  readonly choices: Choices;
  readonly terms: Pick<Terms, 'stays' | 'lastDayOf'>;
  readonly steps: Pick<Steps, 'say'>;
  /** Whether something can be chosen: nothing of a void, or once money has gone back. */
  readonly isOffered: boolean;
  readonly onChoices: (choices: Choices) => void;
}

/** The labels of a receipt or an order, the oldest first. */
function useLabelsOf(source: ReturnSource): readonly ReturnLabel[] {
  const all = useDocuments(returnLabelDocument);
  const origin = originOf(source);
  return [...all.values()]
    .filter((label) => label.origin.kind === origin?.kind && label.origin.number === origin.number)
    .sort((a, b) => (a.wantedAt < b.wantedAt ? -1 : 1));
}

/** Goods that come back by parcel: labels for what is chosen, and those that were given before. Nothing is refunded by them. */
export function ReturnLabels({ found, source, choices, terms, steps, isOffered, onChoices }: ReturnLabelsProps) {
  const register = useRegister();
  const rules = useSetting(returnRules);
  const mayMail = useSetting(mailSender) !== null && !register.training.isOn;
  const labels = useLabelsOf(source);
  /** Names the label that is being asked for: two presses of a button are one. */
  const [parcelId, setParcelId] = useState<string | null>(null);
  const chosen = source.lines.flatMap((line) => {
    const { quantity, reason = null } = choices.get(lineKey(line)) ?? NO_CHOICE;
    return quantity > 0 && isSentBack(line) ? [{ line, name: line.name, quantity, reason }] : [];
  });
  const lines = chosen.map(({ line }) => line);
  const goods = chosen.map(({ line, quantity }) => {
    const weightGrams = register.catalog.product(line.sku)?.weightGrams ?? null;
    return { quantity, article: { size: null, weightGrams } };
  });

  async function ask(id: string, { weightGrams, address }: SaidOfParcel): Promise<void> {
    setParcelId(null);
    const mail = address === null ? null : address === '' ? 'known' : 'given';
    const asked = { found, choices, stays: terms.stays, parcelId: id, weightGrams, lastDay: terms.lastDayOf(lines), mail } as const;
    const record = () => register.record(decideReturnLabel(asked, labels));
    const taken = mail === 'given' ? await register.mails.send({ mailId: id, address: address ?? '' }, record) : await record();
    if (!taken.ok) return steps.say('bad', refusalSentence(taken.refusal));
    onChoices(new Map());
    steps.say('good', words('returnLabel.asked'));
  }

  if (!isOffered && labels.length === 0) return null;
  return (
    <>
      {labels.length > 0 && (
        <ul className={styles.lines} aria-label={words('returnLabel.list', { number: source.number })}>
          {labels.map((label) => {
            const toCome = stillToCome(label, source.lines);
            const choose = () => onChoices(chooseAnnounced(source, choices, toCome, { rules, stays: terms.stays }));
            return <ReturnLabelRow key={label.parcelId} label={label} toCome={toCome} onChoose={isOffered ? choose : null} />;
          })}
        </ul>
      )}
      {isOffered && (
        <Button
          className={styles.byParcel}
          variant="default"
          leftSection={<IconMail aria-hidden size={20} />}
          disabled={chosen.length === 0}
          onClick={() => setParcelId(uuidv7())}
        >
          {words('returnLabel.open')}
        </Button>
      )}
      {parcelId !== null && (
        <ReturnLabelDialog
          number={source.number}
          goods={chosen.map(labelGoods)}
          expectedGrams={parcelWeight(goods, null)}
          mayMail={mayMail}
          isSomebody={found.kind === 'order' || found.sale.customerId !== null}
          onAsk={(said) => void ask(parcelId, said)}
          onClose={() => setParcelId(null)}
        />
      )}
    </>
  );
}
