import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Refusal } from '../../../domain/base/refusal.ts';
import type { Result } from '../../../domain/base/result.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';

export interface TwoStepsProps {
  /** The button that asks. */
  readonly first: string;
  /** The button that does it, with the money that moves. */
  readonly second: string;
  /** What it means, above the second button. */
  readonly text?: string;
  readonly onConfirm: () => Promise<Result<unknown, Refusal>>;
}

/** Something that cannot be undone: a first press asks in the same place, a second one does it. */
export function TwoSteps({ first, second, text, onConfirm }: TwoStepsProps) {
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function confirm(): Promise<void> {
    setBusy(true);
    const result = await onConfirm().catch(() => ({ ok: false, refusal: 'storage_failed' }) as const);
    setBusy(false);
    setAsking(false);
    setProblem(result.ok ? null : refusalSentence(result.refusal));
  }

  return (
    <div className={styles.steps}>
      {problem !== null && <p role="alert">{problem}</p>}
      {isAsking && text !== undefined && <p>{text}</p>}
      {isAsking ? (
        <div className={styles.buttons}>
          <Button variant="default" autoFocus onClick={() => setAsking(false)}>
            {words('payment.keepIt')}
          </Button>
          <Button loading={busy} onClick={() => void confirm()}>
            {second}
          </Button>
        </div>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {first}
        </Button>
      )}
    </div>
  );
}
