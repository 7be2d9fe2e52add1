import { Button } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../src-renderer/words/words.ts';

export interface TwoStepsProps {
  /** What the first step says, and the second. */
  readonly label: string;
  readonly confirm: string;
  /** The same with the name of what it is done to, for those who hear and do not see the page. */
  readonly labelOne: string;
  readonly confirmOne: string;
  readonly busy: boolean;
  readonly onDone: () => void;
}

/** A button for what cannot be undone: it asks once more. */
export function TwoSteps({ label, confirm, labelOne, confirmOne, busy, onDone }: TwoStepsProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="subtle" color="red" disabled={busy} aria-label={labelOne} onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  }
  return (
    <>
      <Button color="red" disabled={busy} aria-label={confirmOne} onClick={onDone}>
        {confirm}
      </Button>
      <Button variant="default" autoFocus onClick={() => setAsked(false)}>
        {words('access.cancel')}
      </Button>
    </>
  );
}
