import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { useScanner } from '../../../kit/scanner/use-scanner.ts';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import { type TypedCustomer, typedFrom } from './contact-fields.ts';
import { customerName, customerReach } from '../../../../texts/say/customer-words.ts';
import styles from './Customer.module.css';
import { useFindCustomer } from './use-find-customer.ts';

export interface FindCustomerProps {
  /** What is looked for at first. */
  readonly begun: string;
  readonly onChoose: (customer: Customer) => void;
  readonly onNew: (typed: TypedCustomer) => void;
}

/** One field for name, phone, mail and card; a scan while it is open is a loyalty card. */
export function FindCustomer({ begun, onChoose, onNew }: FindCustomerProps) {
  const [typed, setTyped] = useState(begun);
  const { isSearch, found, isAnswered, from } = useFindCustomer(typed);
  useScanner((code) => (setTyped(code), null), { layer: 'detail' });
  const [first] = found;
  return (
    <form
      className={side.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (first !== undefined && found.length === 1) onChoose(first);
      }}
    >
      <TextInput
        data-first
        label={words('customer.find')}
        description={words('customer.findHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length > 0 && (
        <ul className={styles.found} aria-label={words('customer.found')}>
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" className={styles.row} onClick={() => onChoose(one)}>
                <strong>
                  <bdi>{customerName(one)}</bdi>
                </strong>
                <small>
                  <bdi>{customerReach(one)}</bdi>
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={side.text} role="status">
        {isSearch && isAnswered && found.length === 0 && words('customer.nobody')}{' '}
        {isSearch && isAnswered && from === 'device' && words('customer.onlyHere')}
      </p>
      <div className={side.end}>
        <Button variant="default" size="lg" onClick={() => onNew(typedFrom(typed))}>
          {words('customer.new')}
        </Button>
      </div>
    </form>
  );
}
