import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { looksSigned } from '../../../domain/fulfillment/signed-code.ts';
import { useNow } from '../../kit/use-now.ts';
import { Notice } from '../../kit/Notice.tsx';
import { waitSentence } from './code-guesses.ts';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface CodeCheckProps {
  readonly name: string;
  /** The pickup code that was checked and is right; null before. */
  readonly code: string | null;
  /** Milliseconds for which no code is looked at now. */
  readonly wait: () => number;
  readonly onCheck: (code: string) => void;
  /** The checked code is not wanted any more. */
  readonly onForget: () => void;
}

/** The field for the pickup code. Enter and a scan only check it. */
export function CodeCheck({ name, code, wait, onCheck, onForget }: CodeCheckProps) {
  const [text, setText] = useState('');
  useNow(1000);
  const left = wait();
  const matches = code !== null;
  return (
    <>
      <form
        className={styles.code}
        onSubmit={(event) => {
          event.preventDefault();
          if (!matches && left === 0 && text.trim() !== '') onCheck(text);
        }}
      >
        <TextInput
          className={styles.grow}
          size="lg"
          label={words('pickup.code')}
          description={words('pickup.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          autoFocus={!matches}
          maxLength={20}
          value={code === null ? text : looksSigned(code) ? words('pickup.signedCode') : code}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (matches) onForget();
          }}
        />
        <Button type="submit" size="lg" variant="default" disabled={matches || left > 0 || text.trim() === ''}>
          {words('pickup.checkCode')}
        </Button>
      </form>
      {matches && <Notice tone="good">{words('pickup.codeMatches', { name })}</Notice>}
      {left > 0 && !matches && (
        <Notice tone="warn">
          {waitSentence(left)} {words('pickup.otherWays')}
        </Notice>
      )}
    </>
  );
}
