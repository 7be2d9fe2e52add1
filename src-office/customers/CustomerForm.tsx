import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OfficeFields } from '../../domain/customers/change-customer.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { words } from '../../texts/words/words.ts';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';
import { useOffice } from '../base/office-context.tsx';
import { changedOfficeFields, officeTextsOf } from './office-texts.ts';

export interface CustomerFormProps {
  readonly label: string;
  readonly customer: Customer;
  /** Told what was changed alone. */
  readonly onSubmit: (fields: OfficeFields) => Promise<void>;
  readonly onClose: () => void;
}

/** One entry a line. */
const LINES = [
  { field: 'phones', says: 'customer.phones', hint: null },
  { field: 'emails', says: 'customer.emails', hint: null },
  { field: 'address', says: 'customer.address', hint: null },
  { field: 'notes', says: 'customer.notes', hint: 'customer.notesHint' },
] as const;

const TEXTS = [
  { field: 'cardNumber', says: 'customer.card', hint: null },
  { field: 'groups', says: 'customers.groupsField', hint: 'customers.groupsHint' },
  { field: 'certificate', says: 'customers.certificate', hint: 'customers.certificateHint' },
  { field: 'validUntil', says: 'customers.validUntil', hint: 'customers.validUntilHint' },
  { field: 'taxes', says: 'customers.taxes', hint: 'customers.taxesHint' },
] as const;

/** Everything that the head office says of a customer. */
export function CustomerForm({ label, customer, onSubmit, onClose }: CustomerFormProps) {
  const { explain } = useOffice();
  // What others say of the customer meanwhile stays as they said it.
  const [before] = useState(customer);
  const [texts, setTexts] = useState(() => officeTextsOf(before));
  const [wrong, setWrong] = useState(false);
  const form = useForm(explain, async () => {
    const fields = changedOfficeFields(before, texts);
    setWrong(fields === null);
    if (fields !== null) await onSubmit(fields);
  });
  const put = (field: keyof typeof texts, value: string) => setTexts({ ...texts, [field]: value });
  const trouble = wrong ? words('customers.wrong') : form.trouble;
  return (
    <OfficeForm label={label} send={words('access.save')} form={{ ...form, trouble }} isReady onClose={onClose}>
      <TextInput
        label={words('customer.name')}
        maxLength={200}
        value={texts.name}
        onChange={(event) => put('name', event.currentTarget.value)}
      />
      {LINES.map(({ field, says, hint }) => (
        <Textarea
          key={field}
          label={words(says)}
          description={hint === null ? undefined : words(hint)}
          autosize
          dir="auto"
          minRows={1}
          value={texts[field]}
          onChange={(event) => put(field, event.currentTarget.value)}
        />
      ))}
      {TEXTS.map(({ field, says, hint }) => (
        <TextInput
          key={field}
          label={words(says)}
          description={hint === null ? undefined : words(hint)}
          autoComplete="off"
          value={texts[field]}
          onChange={(event) => put(field, event.currentTarget.value)}
        />
      ))}
    </OfficeForm>
  );
}
