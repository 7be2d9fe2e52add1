import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { IconBarcode } from '../../kit/icons.ts';
import styles from './CodeField.module.css';

export interface CodeFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  /** What the button says. */
  readonly action: string;
  readonly onCode: (code: string) => void;
}

/** Where a code is typed that the scanner does not read. A scan itself is heard wherever the cursor is. */
export function CodeField({ label, placeholder, action, onCode }: CodeFieldProps) {
  const [text, setText] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    const code = text.trim();
    setText('');
    if (code !== '') onCode(code);
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        className={styles.field}
        aria-label={label}
        placeholder={placeholder ?? label}
        leftSection={<IconBarcode aria-hidden size={22} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
        data-search
      />
      <Button type="submit" variant="default" disabled={text.trim() === ''}>
        {action}
      </Button>
    </form>
  );
}
