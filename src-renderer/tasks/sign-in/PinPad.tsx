import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import type { RegisterServices } from '../../kit/register-services.ts';
import { WAIT_MS } from '../../register/sign-in.ts';
import { PinKeys } from './PinKeys.tsx';
import styles from './SignIn.module.css';
import { words } from '../../words/words.ts';

const LONGEST_PIN = 12;

type Problem = Exclude<Awaited<ReturnType<RegisterServices['signInWithPin']>>, 'signed_in'>;

function problemSentence(problem: Problem): string {
  return problem === 'too_many_tries'
    ? words('signIn.too_many_tries', { seconds: Math.round(WAIT_MS / 1000) })
    : words(`signIn.${problem}`);
}

/** A PIN by touch or by keyboard, checked on this device. */
export function PinPad({ associateId, onBack }: { readonly associateId: string; readonly onBack: () => void }) {
  const register = useRegister();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
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
    const answer = await register.signInWithPin(associateId, pin);
    if (answer === 'signed_in') return;
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
          {words('signIn.submit')}
        </Button>
      </div>
    </form>
  );
}
