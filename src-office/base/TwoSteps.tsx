import { Button } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../texts/words/words.ts';

export interface TwoStepsProps {
  /** What the first step says, and the second. */
  readonly label: string;
  readonly confirm: string;
  /** The same with the name of what it is done to, for those who hear and do not see the page. */
  readonly labelOne: string;
  readonly confirmOne: string;
  readonly busy: boolean;
  /** It replaces something, and ends nothing: it does not look like a warning. */
  readonly plain?: boolean;
  readonly onDone: () => void;
}

/** A button for what cannot be undone: it asks once more. */
export function TwoSteps({ label, confirm, labelOne, confirmOne, busy, plain = false, onDone }: TwoStepsProps) {
  const [asked, setAsked] = useState(false);
  const warning = plain ? {} : { color: 'red' };
  if (!asked) {
    return (
      <Button variant={plain ? 'default' : 'subtle'} {...warning} disabled={busy} aria-label={labelOne} onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  }
  return (
    <>
      <Button
        {...warning}
        disabled={busy}
        aria-label={confirmOne}
        onClick={() => {
          setAsked(false);
          onDone();
        }}
      >
        {confirm}
      </Button>
      <Button variant="default" autoFocus onClick={() => setAsked(false)}>
        {words('access.cancel')}
      </Button>
    </>
  );
}
