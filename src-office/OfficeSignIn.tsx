import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { Doorway } from '../src-renderer/kit/Doorway.tsx';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import styles from './base/Office.module.css';

export interface OfficeSignInProps {
  /** Why the last key did not do; null before the first. */
  readonly trouble: string | null;
  readonly onSignIn: (key: string) => void;
}

/** Asks for an API key. It stays in this tab and is forgotten with it. */
export function OfficeSignIn({ trouble, onSignIn }: OfficeSignInProps) {
  const [key, setKey] = useState('');
  return (
    <Doorway title="Head office" subtitle="Exceptions and quarantine of all stores.">
      <form
        className={styles.signIn}
        onSubmit={(event) => {
          event.preventDefault();
          if (key.trim() !== '') onSignIn(key.trim());
        }}
      >
        {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
        <PasswordInput
          size="md"
          label="API key"
          description={
            'The server prints it at its start for the sample company, and keeps it in keys.json for any other. This tab ' +
            'forgets it when it is closed.'
          }
          autoComplete="off"
          autoFocus
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the key' }}
        />
        <Button type="submit" disabled={key.trim() === ''}>
          Sign in
        </Button>
      </form>
    </Doorway>
  );
}
