import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { Notice } from './Notice.tsx';
import { PinKeys } from './PinKeys.tsx';
import styles from './PinPad.module.css';
import { useSignIn } from './register-context.tsx';
import { PIN_WAIT_MS, type PinAnswer } from './register-services.ts';
import { words } from '../../texts/words/words.ts';

const LONGEST_PIN = 12;

type Problem = Exclude<PinAnswer, 'right'>;

function problemSentence(problem: Problem): string {
  return problem === 'too_many_tries'
    ? words('signIn.too_many_tries', { seconds: Math.round(PIN_WAIT_MS / 1000) })
    : words(`signIn.${problem}`);
}

export interface PinPadProps {
  /** What happens when the PIN is right. */
  readonly action: string;
  readonly check: (pin: string) => Promise<PinAnswer>;
  readonly onBack: () => void;
}

/** A PIN by touch or by keyboard, checked on this device. */
export function PinPad({ action, check, onBack }: PinPadProps) {
  const [pin, setPin] = useState('');
  const [answered, setProblem] = useState<Problem | null>(null);
  // Once the server has been heard, PINs count again.
  const haveEnded = useSignIn((state) => state.pins.status === 'ended');
  const problem = answered === 'pins_ended' && !haveEnded ? null : answered;
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  function press(digit: string): void {
    setProblem(null);
    setPin((before) => (before + digit).slice(0, LONGEST_PIN));
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (pin === '' || busy) return;
    setBusy(true);
    const answer = await check(pin);
    if (answer === 'right') return;
    setBusy(false);
    setPin('');
    setProblem(answer);
    field.current?.focus();
  }

  return (
    <form
      className={styles.pinPad}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <input
        ref={field}
        className={styles.pin}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        aria-label={words('signIn.pin')}
        autoFocus
        data-autofocus
        value={pin}
        maxLength={LONGEST_PIN}
        onChange={(event) => {
          setProblem(null);
          setPin(event.currentTarget.value.replace(/\D/g, ''));
        }}
      />
      <div className={styles.hint}>
        {problem === null ? words('signIn.enterPin') : <Notice tone="bad">{problemSentence(problem)}</Notice>}
      </div>
      <PinKeys onDigit={press} onClear={() => setPin('')} onDelete={() => setPin((before) => before.slice(0, -1))} />
      <div className={styles.actions}>
        <Button variant="default" size="lg" onClick={onBack}>
          {words('signIn.back')}
        </Button>
        <Button type="submit" size="lg" loading={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
