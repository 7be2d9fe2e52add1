import { Checkbox, Input } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { readTrackingNumber } from '../../domain/carriers/read-tracking-number.ts';
import { words } from '../../texts/words/words.ts';
import styles from './TrackingField.module.css';

/** What was entered for a box. */
export interface EnteredTracking {
  readonly number: string;
  /** The number that a person called right although its check digit is not; null where nobody did. */
  readonly confirmed: string | null;
}

interface TrackingFieldProps {
  readonly label: string;
  readonly spokenLabel?: string;
  readonly hint?: string | undefined;
  readonly entered: EnteredTracking;
  readonly onChange: (entered: EnteredTracking) => void;
  /** What is done with the number: buttons that stay where they are, whatever is said below. */
  readonly action: ReactNode;
}

/** Whether a person said that the number, as it now reads, is right. */
export function isConfirmed({ number, confirmed }: EnteredTracking): boolean {
  return confirmed !== null && confirmed === number;
}

/**
 * A tracking number, typed or scanned. It names the carrier that the number is of, and says when a digit is wrong: not while it is
 * being typed. Plain digits may be another carrier's, which a person then says.
 */
export function TrackingField({ label, spokenLabel, hint, entered, onChange, action }: TrackingFieldProps) {
  const id = useId();
  const [isTyping, setTyping] = useState(false);
  const reading = readTrackingNumber(entered.number);
  const isWrong = !isTyping && reading.kind === 'wrong_check_digit';
  const mayBeAnother = isWrong && !reading.isUnmistakable;
  const isRefused = isWrong && !isConfirmed(entered);
  const carrier = reading.kind === 'right' && reading.carrier !== null ? words(`carrier.${reading.carrier}`) : null;
  return (
    <div className={styles.field}>
      <Input.Wrapper
        id={id}
        label={label}
        description={carrier === null ? hint : words('picking.trackingBy', { name: carrier })}
        error={isRefused ? words('refusal.tracking_number_wrong') : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      >
        <div className={styles.row}>
          <Input
            id={id}
            className={styles.input}
            aria-label={spokenLabel}
            error={isRefused}
            maxLength={80}
            autoComplete="off"
            value={entered.number}
            onChange={(event) => {
              setTyping(true);
              onChange({ number: event.currentTarget.value, confirmed: null });
            }}
            onBlur={() => setTyping(false)}
          />
          {action}
        </div>
      </Input.Wrapper>
      {mayBeAnother && (
        <Checkbox
          mt="xs"
          size="md"
          label={words('picking.otherCarrier')}
          checked={isConfirmed(entered)}
          onChange={(event) => onChange({ ...entered, confirmed: event.currentTarget.checked ? entered.number : null })}
        />
      )}
    </div>
  );
}
