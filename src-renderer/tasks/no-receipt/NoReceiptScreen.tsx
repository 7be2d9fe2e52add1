import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { newCreditNumber, returnWithCredit } from '../returns/credit-number.ts';
import { ReturnDone } from '../returns/ReturnDone.tsx';
import { useCounterRules } from '../sale/use-counter.ts';
import { NO_RECEIPT_DRAFT, type NoReceiptDraft, readNoReceipt, writeNoReceipt } from './brought-goods.ts';
import { LookFirst } from './LookFirst.tsx';
import { NoReceiptForm } from './NoReceiptForm.tsx';

type Phase =
  | { readonly at: 'loading' }
  | { readonly at: 'look' }
  | { readonly at: 'goods'; readonly draft: NoReceiptDraft }
  | { readonly at: 'done'; readonly recorded: ReturnRecorded; readonly creditNumber: string };

/** Nobody has a receipt: it is looked for first, then goods come back for store credit. What was begun is found again. */
export function NoReceiptScreen() {
  const register = useRegister();
  const [, navigate] = useLocation();
  const counter = useCounterRules();
  const [phase, setPhase] = useState<Phase>({ at: 'loading' });
  const save = (draft: NoReceiptDraft | null) => register.saveDraft(NO_RECEIPT_DRAFT, draft && writeNoReceipt(draft));

  useEffect(() => {
    let isShown = true;
    async function findAgain(): Promise<Phase> {
      const draft = readNoReceipt(await register.loadDraft(NO_RECEIPT_DRAFT));
      if (draft === null) return { at: 'look' };
      // The app may have died after it was given and before its number was told.
      const recorded = await returnWithCredit(register, draft);
      return recorded === undefined ? { at: 'goods', draft } : { at: 'done', recorded, creditNumber: draft.creditNumber };
    }
    findAgain().then(
      (next) => isShown && setPhase(next),
      () => isShown && setPhase({ at: 'look' }),
    );
    return () => {
      isShown = false;
    };
  }, [register]);

  function change(draft: NoReceiptDraft): void {
    setPhase({ at: 'goods', draft });
    save(draft.brought.size === 0 ? null : draft);
  }

  return (
    <Screen title={words('noReceipt.title')}>
      {phase.at === 'look' && (
        <LookFirst onGoOn={(customerId) => change({ brought: new Map(), document: null, customerId, ...newCreditNumber(register) })} />
      )}
      {phase.at === 'goods' && counter === null && <Notice tone="warn">{words('sale.pricesMissing')}</Notice>}
      {phase.at === 'goods' && counter !== null && (
        <NoReceiptForm
          counter={counter}
          draft={phase.draft}
          onDraft={change}
          onRecorded={(recorded) => setPhase({ at: 'done', recorded, creditNumber: phase.draft.creditNumber })}
        />
      )}
      {phase.at === 'done' && (
        <ReturnDone recorded={phase.recorded} creditNumber={phase.creditNumber} onAgain={() => (save(null), navigate('/returns'))} />
      )}
    </Screen>
  );
}
