import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useCounterRules } from '../sale/use-counter.ts';
import { EMPTIES_DRAFT, type Empties, readEmpties } from './empties.ts';
import { EmptiesForm } from './EmptiesForm.tsx';
import { ReturnDone } from './ReturnDone.tsx';

/** Customers bring empties: their deposit is paid out, without a receipt. What was counted is found again. */
export function EmptiesScreen() {
  const register = useRegister();
  const [, navigate] = useLocation();
  const counter = useCounterRules();
  const [empties, setEmpties] = useState<Empties | null>(null);
  const [recorded, setRecorded] = useState<ReturnRecorded | null>(null);
  useEffect(() => {
    let isShown = true;
    const show = (draft: unknown) => isShown && setEmpties(readEmpties(draft));
    register.loadDraft(EMPTIES_DRAFT).then(show, () => show(null));
    return () => {
      isShown = false;
    };
  }, [register]);

  function count(counted: Empties): void {
    setEmpties(counted);
    register.saveDraft(EMPTIES_DRAFT, counted.size === 0 ? null : [...counted]);
  }

  return (
    <Screen title={words('empties.title')}>
      {recorded !== null && <ReturnDone recorded={recorded} creditNumber={null} onAgain={() => navigate('/sale')} />}
      {recorded === null && counter === null && <Notice tone="warn">{words('sale.pricesMissing')}</Notice>}
      {recorded === null && counter !== null && empties !== null && (
        <EmptiesForm
          counter={counter}
          empties={empties}
          onEmpties={count}
          onRecorded={(operation) => (count(new Map()), setRecorded(operation))}
        />
      )}
    </Screen>
  );
}
