import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NewAssociate } from '../../domain/associates/associate-protocol.ts';
import { role, type Role } from '../../domain/associates/associate.ts';
import { words } from '../../texts/words/words.ts';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';
import { useOffice } from '../base/office-context.tsx';

export interface PersonFormProps {
  /** What the form is called. */
  readonly label: string;
  readonly submit: string;
  readonly value: NewAssociate;
  readonly onSubmit: (person: NewAssociate) => Promise<void>;
  readonly onClose: () => void;
}

/** The name, the role and the store of somebody. */
export function PersonForm({ label, submit: submitText, value, onSubmit, onClose }: PersonFormProps) {
  const { explain, overview } = useOffice();
  const [person, setPerson] = useState(value);
  const form = useForm(explain, () => onSubmit(person));
  const put = (part: Partial<NewAssociate>) => setPerson({ ...person, ...part });
  return (
    <OfficeForm label={label} send={submitText} form={form} isReady={person.name.trim() !== '' && person.storeId !== ''} onClose={onClose}>
      <TextInput
        label={words('access.name')}
        maxLength={120}
        value={person.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={words('people.role')}
        value={person.role}
        onChange={(event) => put({ role: event.currentTarget.value as Role })}
        data={role.options.map((one) => ({ value: one, label: words(`role.${one}`) }))}
      />
      <NativeSelect
        label={words('office.store')}
        value={person.storeId}
        onChange={(event) => put({ storeId: event.currentTarget.value })}
        data={overview.stores.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </OfficeForm>
  );
}
