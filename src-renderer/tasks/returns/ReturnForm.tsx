import { useGiveReturn } from './use-give-return.ts';
import { useRefund } from './use-refund.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { tipsOf } from '../../../domain/payments/tender.ts';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import { DoubtDialog } from '../../kit/DoubtDialog.tsx';
import { useReader } from '../../kit/register-context.tsx';
import { unitWords } from '../../kit/order-words.ts';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { LeaveReturnDialog } from './LeaveReturnDialog.tsx';
import {
  chooseAllCompared,
  chooseLine,
  type Choices,
  type LineChoice,
  lineKey,
  NO_CHOICE,
  refundSoFar,
  sourceOf,
  unitsChosen,
} from './return-form.ts';
import { RefundBar } from './RefundBar.tsx';
import { ReturnLabels } from './ReturnLabels.tsx';
import { ReturnLines } from './ReturnLines.tsx';
import styles from './Returns.module.css';
import type { Voiding } from './return-draft.ts';
import { useTerms } from './use-terms.ts';
import { useBeginExchange } from './use-begin-exchange.ts';
import { useReturnScans } from './use-return-scans.ts';
import { words } from '../../../texts/words/words.ts';

export interface ReturnFormProps {
  readonly found: Returnable;
  readonly choices: Choices;
  /** Names this return, also after a restart. */
  readonly returnId: string;
  /** Of the store credit that it may issue, also after a restart. */
  readonly creditNumber: string;
  /** Of a sale that is voided as a whole; null for a return. */
  readonly voiding: Voiding | null;
  readonly onChoices: (choices: Choices) => void;
  /** @param creditNumber of the store credit that was issued; null where none was. */
  readonly onRecorded: (operation: ReturnRecorded, creditNumber: string | null) => void;
  /** Goes on with another receipt; null asks for its number. */
  readonly onOther: (other: Returnable | null) => void;
}

interface FormHeadProps {
  readonly title: string;
  readonly onAnother: () => void;
  /** Null where it is not offered. */
  readonly onEverything: (() => void) | null;
}

/** What goods come back from, and the ways to another number and to everything. */
function FormHead({ title, onAnother, onEverything }: FormHeadProps) {
  return (
    <div className={styles.formHead}>
      <h2 className={styles.number}>{title}</h2>
      <Button variant="default" onClick={onAnother}>
        {words('returns.another')}
      </Button>
      {onEverything !== null && (
        <Button variant="default" onClick={onEverything}>
          {words('returns.everything')}
        </Button>
      )}
    </div>
  );
}

/** Lines, quantities and what becomes of the goods, with the refund as it grows. */
export function ReturnForm({ found, choices, returnId, creditNumber, voiding, onChoices, onRecorded, onOther }: ReturnFormProps) {
  const reader = useReader();
  const isVoid = voiding !== null;
  const source = useMemo(() => (isVoid ? { ...sourceOf(found, reader), feeFor: null } : sourceOf(found, reader)), [found, reader, isVoid]);
  /** What to go on with once this return is given up; null asks for a number. */
  const [leaving, setLeaving] = useState<{ readonly to: Returnable | null } | null>(null);
  const steps = useSteps();
  const terms = useTerms(isVoid, steps);
  const { stays, allow, waive } = terms;
  const chosenMinor = refundSoFar(source, choices);
  const units = unitsChosen(choices);
  const isSale = source.origin.kind === 'sale';
  const refund = useRefund(found, chosenMinor, returnId, creditNumber, voiding !== null);
  const giving = useGiveReturn({ found, source, choices, refund, steps, voiding, stays, onRecorded });
  const left = source.lines.some((line) => unitsReturnable(line) > 0);

  const isFixed = refund.isFixed || voiding !== null;
  const sayFixed = () => steps.say('warn', words(refund.isFixed ? 'returns.cardGivenBack' : 'returns.voidIsWhole'));
  const before = (line: ReturnableLine) => choices.get(lineKey(line)) ?? NO_CHOICE;
  const choose = (line: ReturnableLine, to: LineChoice) => (isFixed ? sayFixed() : onChoices(chooseLine(source, choices, line, to)));
  const leave = (to: Returnable | null) => {
    // A terminal that does not answer holds up no other customer: what it says is found again by the receipt.
    if (refund.isFixed && !refund.isWaiting) return sayFixed();
    return units === 0 ? onOther(to) : setLeaving({ to });
  };

  useReturnScans({
    found,
    choices,
    stays,
    onLine(line) {
      if (isFixed) return sayFixed();
      choose(line, { ...before(line), quantity: before(line).quantity + 1 });
      steps.say('good', words('returns.oneMoreBack', { name: line.name }));
    },
    onOther: leave,
  });

  const onExchange = useBeginExchange({ source, choices, returnId, steps, isFixed });

  return (
    <div className={styles.form}>
      <FormHead
        title={words(isVoid ? 'returns.voiding' : isSale ? 'returns.receipt' : 'returns.onlineOrder', { number: source.number })}
        onAnother={() => leave(null)}
        onEverything={left && !isFixed ? () => onChoices(chooseAllCompared(source, choices, stays)) : null}
      />
      <Saying steps={steps} />
      <ReturnLines
        source={source}
        choices={choices}
        stays={stays}
        isVoid={isVoid}
        onChoose={choose}
        onAllow={(line, staying) => allow(line, staying, (against) => choose(line, { ...before(line), against }))}
        onWaive={(line) => waive(line, (waived) => choose(line, { ...before(line), waived }))}
      />
      <ReturnLabels {...{ found, source, choices, terms, steps, onChoices }} isOffered={left && !isFixed} />
      {left && (
        <RefundBar
          {...{ refund, isSale, units, isVoid, onExchange, cash: giving.cash }}
          refundMinor={chosenMinor + giving.roundingMinor + tipsOf(refund.parts)}
          currency={source.currency}
          busy={steps.busy || giving.busy}
          onReturn={giving.submit}
        />
      )}
      <DoubtDialog question={giving.doubted} onConfirm={giving.confirm} onBack={giving.onCheck} />
      <LeaveReturnDialog
        question={leaving && words('returns.chosen', { units: unitWords(units), number: source.number })}
        onStay={() => setLeaving(null)}
        onLeave={() => leaving !== null && onOther(leaving.to)}
      />
    </div>
  );
}
