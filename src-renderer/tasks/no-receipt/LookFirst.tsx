import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { noReceiptPolicy } from '../../../domain/returns/settings.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { ChooseCustomer } from '../sale/customer/ChooseCustomer.tsx';
import { CustomerHistory } from '../sale/customer/CustomerHistory.tsx';
import { newCreditNumber } from '../returns/credit-number.ts';
import { RETURN_DRAFT, writeReturnDraft } from '../returns/return-draft.ts';
import styles from './NoReceipt.module.css';

export interface LookFirstProps {
  /** @param customerId who was chosen meanwhile; null for nobody. */
  readonly onGoOn: (customerId: string | null) => void;
}

/** Leads to the receipt by every way that there is, before anything comes back without one. A receipt that is scanned is taken at once. */
export function LookFirst({ onGoOn }: LookFirstProps) {
  const register = useRegister();
  const [, navigate] = useLocation();
  const { allowed } = useSetting(noReceiptPolicy);
  const [customerId, setCustomerId] = useState<string | null>(null);
  const [isFinding, setFinding] = useState(false);

  function returnFrom(number: string): void {
    const draft = { number, returnId: '', ...newCreditNumber(register), choices: new Map(), voiding: null };
    register.saveDraft(RETURN_DRAFT, writeReturnDraft(draft));
    navigate('/returns');
  }

  useScanner(async (code) => {
    const found = await register.findReturnable(code).catch(() => 'not_here' as const);
    if (typeof found === 'string') return words('noReceipt.unknown', { code });
    returnFrom(code);
    return null;
  });

  return (
    <div className={styles.look}>
      <h2>{words('noReceipt.lookFirst')}</h2>
      <p>{words('noReceipt.lookFirstText')}</p>
      <div className={styles.ways}>
        <Button component={Link} href="/returns" size="lg" variant="default">
          {words('noReceipt.byNumber')}
        </Button>
        <Button component={Link} href="/history" size="lg" variant="default">
          {words('noReceipt.byReceipts')}
        </Button>
        <Button size="lg" variant="default" onClick={() => setFinding(true)}>
          {words('noReceipt.byCustomer')}
        </Button>
      </div>
      {isFinding && (
        <ChooseCustomer card={null} stays={null} onChoose={(id) => (setCustomerId(id), true)} onClose={() => setFinding(false)} />
      )}
      {customerId !== null && <CustomerHistory key={customerId} customerId={customerId} onReturn={returnFrom} />}
      {!allowed && <Notice tone="warn">{words('refusal.no_receipt_not_offered')}</Notice>}
      <div className={styles.end}>
        <Button size="lg" variant="default" disabled={!allowed} onClick={() => onGoOn(customerId)}>
          {words('noReceipt.goOn')}
        </Button>
      </div>
    </div>
  );
}
