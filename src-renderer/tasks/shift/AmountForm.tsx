import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { OperationRequest } from '../../../domain/registry/operations.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import type { Result } from '../../../domain/base/result.ts';
import { DoubtDialog, type DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { formatAmount, parseAmount } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import type { RecordContext } from '../../kit/register-services.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import styles from './Shift.module.css';

export interface AmountFormProps {
  readonly label: string;
  readonly description: string;
  readonly button: string;
  readonly currency: string;
  readonly autoFocus?: boolean;
  /** What was counted, in minor units: it stands in the field, and nothing is typed there. NaN where the count is no number. */
  readonly counted?: number | null;
  /** Another way to the amount, below the field. */
  readonly children?: ReactNode;
  readonly onText?: (text: string) => void;
  /** Decides with the amount in minor units; NaN when the text was no amount. */
  readonly decide: (context: RecordContext, amountMinor: number) => Result<OperationRequest, Refusal>;
  readonly onDone?: () => void;
  /**
   * What a person has to confirm before it is recorded; null when there is nothing to ask.
   * @param amountMinor NaN when the text was no amount.
   */
  readonly doubt?: (amountMinor: number) => DoubtQuestion | null;
}

/** One amount of cash, and the operation that it is recorded with. */
export function AmountForm(props: AmountFormProps) {
  const { label, description, button, currency, autoFocus = false, counted = null, children, onText, decide, onDone, doubt } = props;
  const register = useRegister();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [doubted, setDoubted] = useState<DoubtQuestion | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const amount = counted ?? parseAmount(text, currency) ?? Number.NaN;
  const sum = Number.isNaN(amount) ? '' : formatAmount(amount, currency);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = doubt?.(amount) ?? null;
    if (found === null) return void record();
    // Whoever pressed the button has the cursor back in the field, too.
    field.current?.focus();
    setDoubted(found);
  }

  async function record(): Promise<void> {
    setDoubted(null);
    setBusy(true);
    const result = await register.record((context) => decide(context, amount));
    setBusy(false);
    if (!result.ok) return setProblem(refusalSentence(result.refusal));
    onDone?.();
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={label}
        description={description}
        inputMode="decimal"
        autoComplete="off"
        size="lg"
        autoFocus={autoFocus}
        ref={field}
        readOnly={counted !== null}
        value={counted === null ? text : sum}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
          onText?.(event.currentTarget.value);
        }}
      />
      {children}
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button type="submit" size="lg" loading={busy}>
        {button}
      </Button>
      <DoubtDialog
        question={doubted}
        onConfirm={() => void record()}
        onBack={() => {
          setDoubted(null);
          field.current?.select();
        }}
      />
    </form>
  );
}
