import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { Doorway } from '../src-renderer/kit/Doorway.tsx';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import styles from './base/Office.module.css';
import { words } from '../src-renderer/words/words.ts';

export interface OfficeSignInProps {
  /** Why the last key did not do; null before the first. */
  readonly trouble: string | null;
  readonly onSignIn: (key: string) => void;
}

/** Asks for an API key. It stays in this tab and is forgotten with it. */
export function OfficeSignIn({ trouble, onSignIn }: OfficeSignInProps) {
  const [key, setKey] = useState('');
  return (
    <Doorway title={words('office.title')} subtitle={words('office.subtitle')}>
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
          label={words('office.apiKey')}
          description={words('office.apiKeyHint')}
          autoComplete="off"
          autoFocus
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': words('office.showKey') }}
        />
        <Button type="submit" disabled={key.trim() === ''}>
          {words('signIn.submit')}
        </Button>
      </form>
    </Doorway>
  );
}
