import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import styles from './Office.module.css';
import type { Form } from './use-form.ts';

export interface OfficeFormProps {
  readonly label: string;
  /** What sending it is called. */
  readonly send: string;
  readonly form: Form;
  /** Whether what is entered can be sent. */
  readonly isReady: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form inside a page: why it was refused, its fields, and the way to send it or to close it. */
export function OfficeForm({ label, send, form: { busy, trouble, submit }, isReady, onClose, children }: OfficeFormProps) {
  return (
    <form className={styles.form} onSubmit={submit} aria-label={label}>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {children}
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} disabled={!isReady}>
          {send}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words('access.cancel')}
        </Button>
      </div>
    </form>
  );
}
