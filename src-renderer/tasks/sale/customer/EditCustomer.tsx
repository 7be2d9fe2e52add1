import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type TillFields, typedFields } from '../../../../domain/customers/change-customer.ts';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { useScanner } from '../../../kit/scanner/use-scanner.ts';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import { changedFields, type CustomerTexts, fieldsOf, textsOf } from '../../../kit/customer-texts.ts';
import { SideProblem } from '../side/SideProblem.tsx';

export interface EditCustomerProps {
  readonly customer: Customer;
  readonly problem: string | null;
  readonly busy: boolean;
  /** Told what was changed alone: somebody else may be changing the rest. */
  readonly onSave: (fields: TillFields) => void;
}

const FIELDS = [
  { field: 'name', says: 'customer.name', rows: 1, most: 200 },
  { field: 'phones', says: 'customer.phones', rows: 1, most: 250 },
  { field: 'emails', says: 'customer.emails', rows: 1, most: 1700 },
  { field: 'cardNumber', says: 'customer.card', rows: 1, most: 60 },
  { field: 'address', says: 'customer.address', rows: 2, most: 500 },
  { field: 'notes', says: 'customer.notes', rows: 3, most: 2000 },
] as const;

/** What is known of a customer, to be changed. */
export function EditCustomer({ customer, problem, busy, onSave }: EditCustomerProps) {
  // What others say of the customer meanwhile stays as they said it.
  const [before] = useState(customer);
  const [texts, setTexts] = useState<CustomerTexts>(() => textsOf(before));
  const [wrong, setWrong] = useState<string | null>(null);
  useScanner((code) => (setTexts((now) => ({ ...now, cardNumber: code })), null), { layer: 'detail' });
  function save(): void {
    const read = typedFields.safeParse(fieldsOf(texts));
    setWrong(read.success ? null : words('customer.fieldsWrong'));
    if (read.success) onSave(changedFields(before, read.data));
  }
  const said = wrong ?? problem;
  return (
    <form
      className={side.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {FIELDS.map(({ field, says, rows, most }, index) => (
        <Textarea
          key={field}
          data-first={index === 0 || undefined}
          label={words(says)}
          description={field === 'notes' ? words('customer.notesHint') : undefined}
          autosize
          dir="auto"
          autoComplete="off"
          minRows={rows}
          maxLength={most}
          value={texts[field]}
          onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
        />
      ))}
      <div className={side.end}>
        {said !== null && <SideProblem>{said}</SideProblem>}
        <Button type="submit" size="lg" loading={busy}>
          {words('customer.save')}
        </Button>
      </div>
    </form>
  );
}
