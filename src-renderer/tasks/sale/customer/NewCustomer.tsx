import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TillFields } from '../../../../domain/customers/change-customer.ts';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import { newCustomerFields, type TypedCustomer } from './contact-fields.ts';
import { SideProblem } from '../side/SideProblem.tsx';

export interface NewCustomerProps {
  readonly begun: TypedCustomer;
  readonly problem: string | null;
  readonly busy: boolean;
  readonly onCreate: (fields: TillFields) => void;
}

/** A new customer in two fields; everything else has time. */
export function NewCustomer({ begun, problem, busy, onCreate }: NewCustomerProps) {
  const [name, setName] = useState(begun.name);
  const [contact, setContact] = useState(begun.contact);
  const [wrong, setWrong] = useState<string | null>(null);
  function create(): void {
    const fields = newCustomerFields({ name, contact });
    if (fields === 'nothing_entered') return setWrong(words('customer.nothingEntered'));
    if (fields === 'contact_not_valid') return setWrong(words('customer.contactWrong'));
    setWrong(null);
    onCreate(fields);
  }
  const said = wrong ?? problem;
  return (
    <form
      className={side.form}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <TextInput
        data-first
        label={words('customer.name')}
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words('customer.contact')}
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
        value={contact}
        onChange={(event) => setContact(event.currentTarget.value)}
      />
      <div className={side.end}>
        {said !== null && <SideProblem>{said}</SideProblem>}
        <Button type="submit" size="lg" loading={busy}>
          {words('customer.create')}
        </Button>
      </div>
    </form>
  );
}
