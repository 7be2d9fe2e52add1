import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OperationRequest } from '../../domain/operation/operation.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import { parseAmount } from '../app/format-money.ts';
import { Notice } from '../app/Notice.tsx';
import { useRegister } from '../app/register-context.tsx';
import type { RecordContext } from '../app/register-services.ts';
import { refusalSentence } from '../app/sentences.ts';
import styles from './Shift.module.css';

export interface AmountFormProps {
  readonly label: string;
  readonly description: string;
  readonly button: string;
  readonly currency: string;
  readonly autoFocus?: boolean;
  readonly onText?: (text: string) => void;
  /** Decides with the amount in minor units; NaN when the text was no amount. */
  readonly decide: (context: RecordContext, amountMinor: number) => Result<OperationRequest, Refusal>;
  readonly onDone?: () => void;
}

/** One amount of cash, and the operation that it is recorded with. */
export function AmountForm({ label, description, button, currency, autoFocus = false, onText, decide, onDone }: AmountFormProps) {
  const register = useRegister();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const amount = parseAmount(text, currency) ?? Number.NaN;
    const result = await register.record((context) => decide(context, amount));
    setBusy(false);
    if (!result.ok) return setProblem(refusalSentence(result.refusal));
    onDone?.();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={label}
        description={description}
        inputMode="decimal"
        autoComplete="off"
        size="lg"
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
          onText?.(event.currentTarget.value);
        }}
      />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button type="submit" size="lg" loading={busy}>
        {button}
      </Button>
    </form>
  );
}
