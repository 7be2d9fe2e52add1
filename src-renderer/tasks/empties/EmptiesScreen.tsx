import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useCounterRules } from '../sale/use-counter.ts';
import { newCreditNumber, returnWithCredit } from '../returns/credit-number.ts';
import { EMPTIES_DRAFT, type EmptiesDraft, readEmpties, writeEmpties } from './empties.ts';
import { EmptiesForm } from './EmptiesForm.tsx';
import { ReturnDone } from '../returns/ReturnDone.tsx';

type Phase =
  | { readonly at: 'loading' }
  | { readonly at: 'count'; readonly draft: EmptiesDraft }
  | { readonly at: 'done'; readonly recorded: ReturnRecorded; readonly creditNumber: string | null };

/** Customers bring empties: their deposit is given without a receipt, in cash or as store credit. What was counted is found again. */
export function EmptiesScreen() {
  const register = useRegister();
  const [, navigate] = useLocation();
  const counter = useCounterRules();
  const [phase, setPhase] = useState<Phase>({ at: 'loading' });
  const save = (draft: EmptiesDraft | null) => register.saveDraft(EMPTIES_DRAFT, draft && writeEmpties(draft));

  useEffect(() => {
    let isShown = true;
    const begin = (): Phase => ({ at: 'count', draft: { counted: new Map(), ...newCreditNumber(register) } });
    async function findAgain(): Promise<Phase> {
      const draft = readEmpties(await register.loadDraft(EMPTIES_DRAFT));
      if (draft === null) return begin();
      // The app may have died after it was given and before its number was told.
      const recorded = await returnWithCredit(register, draft);
      if (recorded !== undefined) return { at: 'done', recorded, creditNumber: draft.creditNumber };
      return { at: 'count', draft: draft.creditNumber === '' ? { ...draft, ...newCreditNumber(register) } : draft };
    }
    findAgain().then(
      (next) => isShown && setPhase(next),
      () => isShown && setPhase(begin()),
    );
    return () => {
      isShown = false;
    };
  }, [register]);

  return (
    <Screen title={words('empties.title')}>
      {phase.at === 'done' && (
        <ReturnDone recorded={phase.recorded} creditNumber={phase.creditNumber} onAgain={() => (save(null), navigate('/sale'))} />
      )}
      {phase.at === 'count' && counter === null && <Notice tone="warn">{words('sale.pricesMissing')}</Notice>}
      {phase.at === 'count' && counter !== null && (
        <EmptiesForm
          counter={counter}
          empties={phase.draft.counted}
          creditNumber={phase.draft.creditNumber}
          onEmpties={(counted) => {
            const draft = { ...phase.draft, counted };
            setPhase({ at: 'count', draft });
            save(counted.size === 0 ? null : draft);
          }}
          onRecorded={(recorded, creditNumber) => {
            // A number that somebody has to be told is kept until they have been.
            if (creditNumber === null) save(null);
            setPhase({ at: 'done', recorded, creditNumber });
          }}
        />
      )}
    </Screen>
  );
}
