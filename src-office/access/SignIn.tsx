import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SignedIn } from '../../domain/access/access-protocol.ts';
import { Doorway } from '../../src-renderer/kit/Doorway.tsx';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import { signIn } from '../base/access-client.ts';
import styles from '../base/Office.module.css';
import { OfficeFailure } from '../base/office-failure.ts';

export interface SignInProps {
  /** Why the last sign-in ended; null before the first. */
  readonly trouble: string | null;
  readonly onSignedIn: (signedIn: SignedIn) => void;
}

/** Asks for name and password, and for a code where the user has a second factor. */
export function SignIn({ trouble, onSignedIn }: SignInProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setRefused(null);
    try {
      onSignedIn(await signIn({ name, password, ...(code === null ? {} : { code }) }));
    } catch (error) {
      const needsCode = error instanceof OfficeFailure && error.code === 'code_needed';
      setCode((present) => (needsCode ? '' : present));
      setRefused(needsCode ? null : error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }

  const told = refused ?? trouble;
  return (
    <Doorway title={words('office.title')} subtitle={words('office.subtitle')}>
      <form className={styles.signIn} onSubmit={(event) => void submit(event)}>
        {told !== null && <Notice tone="bad">{told}</Notice>}
        <TextInput
          size="md"
          label={words('access.name')}
          autoComplete="username"
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          label={words('access.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': words('access.showPassword') }}
        />
        {code !== null && (
          <TextInput
            size="md"
            label={words('access.code')}
            description={words('access.codeHint')}
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={busy} disabled={name.trim() === '' || password === '' || code?.trim() === ''}>
          {words('signIn.submit')}
        </Button>
        <p className={styles.quiet}>{words('access.firstUser')}</p>
      </form>
    </Doorway>
  );
}
