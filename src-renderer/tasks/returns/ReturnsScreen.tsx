import { useEffect, useState } from 'react';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { type CreditNumber, newCreditNumber, returnWithCredit } from './credit-number.ts';
import { FindBought } from './FindBought.tsx';
import { readReturnDraft, RETURN_DRAFT, type ReturnDraft, type Voiding, writeReturnDraft } from './return-draft.ts';
import { chooseAll, type Choices, sourceOf, unitsChosen } from './return-form.ts';
import { ReturnDone } from './ReturnDone.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import { begunRefundOf, returnIdOf } from './return-id.ts';
import { canStillVoid } from './void-sale.ts';
import { words } from '../../../texts/words/words.ts';

type Phase =
  | { readonly at: 'loading' }
  | { readonly at: 'find' }
  | (CreditNumber & {
      readonly at: 'choose';
      readonly found: Returnable;
      readonly choices: Choices;
      readonly returnId: string;
      readonly voiding: Voiding | null;
    })
  | { readonly at: 'done'; readonly recorded: ReturnRecorded; readonly creditNumber: string | null };

/** Goods come back: find what was bought, choose, refund. A return that was begun is found again. */
export function ReturnsScreen() {
  const register = useRegister();
  const [phase, setPhase] = useState<Phase>({ at: 'loading' });
  const save = (draft: ReturnDraft | null) => register.saveDraft(RETURN_DRAFT, writeReturnDraft(draft));

  useEffect(() => {
    let shown = true;
    async function findAgain(): Promise<Phase> {
      const draft = readReturnDraft(await register.loadDraft(RETURN_DRAFT));
      // The app may have died after it was recorded and before its number was told.
      const recorded = draft === null ? undefined : await returnWithCredit(register, draft);
      if (draft !== null && recorded !== undefined) return { at: 'done', recorded, creditNumber: draft.creditNumber };
      const found = draft === null ? 'not_found' : await register.findReturnable(draft.number);
      if (draft === null || typeof found === 'string') return { at: 'find' };
      const returnId = draft.returnId || returnIdOf(found, register.cards);
      const { creditNumber, creditSince } = draft.creditNumber === '' ? newCreditNumber(register) : draft;
      // They have to be the same after the next restart: by them, what a terminal gives back now is found again.
      if (draft.returnId === '' || draft.creditNumber === '')
        register.saveDraft(RETURN_DRAFT, writeReturnDraft({ ...draft, returnId, creditNumber, creditSince }));
      // Another screen asked for its number, once: nothing was chosen that could be lost.
      if (draft.choices.size === 0 && draft.voiding === null) register.saveDraft(RETURN_DRAFT, null);
      const isVoid = canStillVoid(found, draft.voiding, register.view.getState().openShift?.id, begunRefundOf(found, register.cards));
      const choices = isVoid ? chooseAll(sourceOf(found), new Map()) : draft.choices;
      return { at: 'choose', found, choices, returnId, creditNumber, creditSince, voiding: isVoid ? draft.voiding : null };
    }
    findAgain().then(
      (next) => shown && setPhase(next),
      () => shown && setPhase({ at: 'find' }),
    );
    return () => {
      shown = false;
    };
  }, [register]);

  function choose(
    found: Returnable,
    choices: Choices,
    { returnId, creditNumber, creditSince }: CreditNumber & Pick<ReturnDraft, 'returnId'>,
  ): void {
    const named = { returnId, creditNumber, creditSince };
    save(unitsChosen(choices) === 0 ? null : { number: sourceOf(found).number, ...named, choices, voiding: null });
    setPhase({ at: 'choose', found, choices, ...named, voiding: null });
  }

  function other(found: Returnable | null): void {
    if (found !== null) return choose(found, new Map(), { returnId: returnIdOf(found, register.cards), ...newCreditNumber(register) });
    save(null);
    setPhase({ at: 'find' });
  }

  return (
    <Screen title={words('task.returns')}>
      {phase.at === 'find' && <FindBought onFound={other} />}
      {phase.at === 'choose' && (
        <ReturnForm
          key={sourceOf(phase.found).number}
          found={phase.found}
          choices={phase.choices}
          returnId={phase.returnId}
          creditNumber={phase.creditNumber}
          voiding={phase.voiding}
          onChoices={(choices) => choose(phase.found, choices, phase)}
          onRecorded={(recorded, creditNumber) => {
            // A number that somebody has to be told is kept until they have been.
            if (creditNumber === null) save(null);
            setPhase({ at: 'done', recorded, creditNumber });
          }}
          onOther={other}
        />
      )}
      {phase.at === 'done' && <ReturnDone recorded={phase.recorded} creditNumber={phase.creditNumber} onAgain={other} />}
    </Screen>
  );
}
