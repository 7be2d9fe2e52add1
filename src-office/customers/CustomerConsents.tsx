import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { CONSENT_PURPOSES, type ConsentPurpose, type Customer } from '../../domain/customers/customer.ts';
import { consentWords } from '../../texts/say/customer-words.ts';
import { ownZone } from '../../texts/say/format-time.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { useTask } from '../base/use-task.ts';

/** What a customer agreed to, and what they wrote to the head office since. */
export function CustomerConsents({ customer }: { readonly customer: Customer }) {
  const { client } = useOffice();
  const { busy, said, run } = useTask();
  const [shown, setShown] = useState(customer);

  function note(purpose: ConsentPurpose, given: boolean): void {
    void run(async () => {
      setShown(await client.recordConsent(customer.id, { operationId: uuidv7(), purpose, given }));
      return null;
    });
  }

  return (
    <section aria-label={words('customer.consents')}>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {CONSENT_PURPOSES.map((purpose) => {
        const consent = shown.consents[purpose] ?? null;
        const isGiven = consent?.given === true;
        const name = words(`customer.purpose.${purpose}`);
        return (
          <div key={purpose} className={office.handOffSteps}>
            <span>{words('customers.consent', { purpose: name, state: consentWords(consent, ownZone()) })}</span>
            <Button
              variant="default"
              disabled={busy}
              aria-label={words(isGiven ? 'customer.withdrawOne' : 'customer.agreeOne', { purpose: name })}
              onClick={() => note(purpose, !isGiven)}
            >
              {words(isGiven ? 'customer.withdraw' : 'customer.agree')}
            </Button>
          </div>
        );
      })}
    </section>
  );
}
