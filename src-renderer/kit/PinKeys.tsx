import styles from './PinPad.module.css';
import { words } from '../../texts/words/words.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface PinKeysProps {
  readonly onDigit: (digit: string) => void;
  readonly onClear: () => void;
  /** Takes the last digit away. */
  readonly onDelete: () => void;
}

/** The keys of a PIN pad, as on a telephone. */
export function PinKeys({ onDigit, onClear, onDelete }: PinKeysProps) {
  return (
    <div className={styles.keys} role="group" aria-label={words('signIn.pad')}>
      {DIGITS.map((digit) => (
        <button key={digit} type="button" onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" onClick={onClear}>
        {words('signIn.clear')}
      </button>
      <button type="button" onClick={() => onDigit('0')}>
        0
      </button>
      <button type="button" aria-label={words('signIn.delete')} onClick={onDelete}>
        ⌫
      </button>
    </div>
  );
}
