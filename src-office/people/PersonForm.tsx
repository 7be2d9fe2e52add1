import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NewAssociate } from '../../domain/associates/associate-protocol.ts';
import { role, type Role } from '../../domain/associates/associate.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../src-renderer/words/words.ts';
import styles from '../access/Access.module.css';
import { useForm } from '../access/use-form.ts';
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
  const { busy, trouble, submit } = useForm(explain, () => onSubmit(person));
  const put = (part: Partial<NewAssociate>) => setPerson({ ...person, ...part });
  return (
    <form className={styles.form} onSubmit={submit} aria-label={label}>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
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
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} disabled={person.name.trim() === '' || person.storeId === ''}>
          {submitText}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words('access.cancel')}
        </Button>
      </div>
    </form>
  );
}
