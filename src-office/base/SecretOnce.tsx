import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import styles from './Office.module.css';

export interface SecretOnceProps {
  /** What it is, and of whom. */
  readonly text: string;
  readonly secret: string;
  readonly onHide: () => void;
  /** The same, to be scanned. */
  readonly children?: ReactNode;
}

/** A key or a password that is shown once. */
export function SecretOnce({ text, secret, onHide, children }: SecretOnceProps) {
  return (
    <Notice tone="warn">
      <p>{text}</p>
      <p>
        <code className={styles.secret}>{secret}</code>
      </p>
      {children}
      <Button variant="default" onClick={onHide}>
        {words('access.hide')}
      </Button>
    </Notice>
  );
}
