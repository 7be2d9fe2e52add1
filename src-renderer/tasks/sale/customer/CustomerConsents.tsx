import { Button } from '@mantine/core';
import { useState } from 'react';
import { accept } from '../../../../domain/base/result.ts';
import { consentId, consentOf, CONSENT_WORDING, customerConsentRecorded } from '../../../../domain/customers/consent.ts';
import { CONSENT_PURPOSES, type ConsentPurpose, type Customer } from '../../../../domain/customers/customer.ts';
import { customerConsentDocument } from '../../../../domain/customers/documents.ts';
import { consentWords } from '../../../../texts/say/customer-words.ts';
import { useDocuments, useRegister, useView } from '../../../kit/register-context.tsx';
import { refusalSentence } from '../../../kit/sentences.ts';
import { chosenLanguage } from '../../../../texts/words/chosen-language.ts';
import { words } from '../../../../texts/words/words.ts';
import styles from './Customer.module.css';
import { SideProblem } from '../side/SideProblem.tsx';

/** What a customer agreed to, in the words that they are asked with. It is taken back by one touch, as it was given. */
export function CustomerConsents({ customer }: { readonly customer: Customer }) {
  const { record, identity } = useRegister();
  const heard = useDocuments(customerConsentDocument);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [problem, setProblem] = useState<string | null>(null);

  async function note(purpose: ConsentPurpose, given: boolean, replaces: string | null): Promise<void> {
    const { language } = chosenLanguage.getState();
    const payload = { customerId: customer.id, purpose, given, wording: CONSENT_WORDING, language, replaces };
    const result = await record(() => accept(customerConsentRecorded.request(payload)));
    setProblem(result.ok ? null : refusalSentence(result.refusal));
  }

  return (
    <section className={styles.section} aria-label={words('customer.consents')}>
      <h3>{words('customer.consents')}</h3>
      {CONSENT_PURPOSES.map((purpose) => {
        const consent = consentOf(customer, heard.get(consentId(identity.storeId, customer.id, purpose)), purpose);
        const isGiven = consent?.given === true;
        return (
          <div key={purpose} className={styles.consent}>
            <p>{words(`customer.ask.${purpose}`)}</p>
            <span>{consentWords(consent, timezone)}</span>
            <Button
              variant="default"
              aria-label={words(isGiven ? 'customer.withdrawOne' : 'customer.agreeOne', { purpose: words(`customer.purpose.${purpose}`) })}
              onClick={() => void note(purpose, !isGiven, consent?.at ?? null)}
            >
              {words(isGiven ? 'customer.withdraw' : 'customer.agree')}
            </Button>
          </div>
        );
      })}
      {problem !== null && <SideProblem>{problem}</SideProblem>}
    </section>
  );
}
