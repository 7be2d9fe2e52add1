import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import styles from '../base/Office.module.css';
import type { OfficeClient } from '../base/office-client.ts';
import { useForm } from '../base/use-form.ts';

export interface PasswordFormProps {
  readonly client: OfficeClient;
  readonly explain: (error: unknown) => string;
  readonly onChanged: () => void;
}

/** A user chooses a new password. */
export function PasswordForm({ client, explain, onChanged }: PasswordFormProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { busy, trouble, submit } = useForm(explain, async () => {
    await client.changePassword(current, next);
    setCurrent('');
    setNext('');
    onChanged();
  });
  const toggle = { 'aria-label': words('access.showPassword') };
  return (
    <form className={styles.signIn} onSubmit={submit} aria-label={words('access.changePassword')}>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      <PasswordInput
        size="md"
        label={words('access.currentPassword')}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        size="md"
        label={words('access.newPassword')}
        description={words('access.newPasswordHint')}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <Button type="submit" loading={busy} disabled={current === '' || next.length < 12}>
        {words('access.save')}
      </Button>
    </form>
  );
}
