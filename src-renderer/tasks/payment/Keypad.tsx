import { useRef } from 'react';
import { formatAmount } from '../../../texts/say/format-money.ts';
import { IconBackspace } from '../../kit/icons.ts';
import { words } from '../../../texts/words/words.ts';
import { typeKey } from './type-key.ts';
import styles from './Keypad.module.css';

export interface KeypadProps {
  readonly text: string;
  readonly currency: string;
  readonly onText: (text: string) => void;
}

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0'] as const;

/** The number keys for a finger. What was chosen with one touch is replaced by the first digit. */
export function Keypad({ text, currency, onText }: KeypadProps) {
  const own = useRef<string | null>(null);
  const point = /\D/.exec(formatAmount(0, currency))?.[0] ?? null;

  function press(key: string): void {
    const next = typeKey(own.current === text ? text : '', key, point);
    own.current = next;
    onText(next);
  }

  return (
    // A press leaves the cursor in the field.
    <div className={styles.keypad} role="group" aria-label={words('payment.keypad')} onMouseDown={(event) => event.preventDefault()}>
      {DIGITS.map((digit) => (
        <button key={digit} type="button" className={styles.key} onClick={() => press(digit)}>
          {digit}
        </button>
      ))}
      {point !== null && (
        <button type="button" className={styles.key} aria-label={words('payment.point')} onClick={() => press(point)}>
          {point}
        </button>
      )}
      <button
        type="button"
        className={styles.back}
        aria-label={words('payment.backspace')}
        onClick={() => {
          own.current = text.slice(0, -1);
          onText(own.current);
        }}
      >
        <IconBackspace aria-hidden size={24} />
      </button>
    </div>
  );
}
