import type { ReactNode } from 'react';
import { Notice } from '../../kit/Notice.tsx';
import styles from './Picking.module.css';
import type { Steps } from './use-steps.ts';

/** What the last step came to, where the eye is. */
export function Saying({ steps, action }: { readonly steps: Pick<Steps, 'said'>; readonly action?: ReactNode }) {
  const { said } = steps;
  if (said === null) return null;
  return (
    <div className={styles.saying} data-tone={said.tone}>
      <Notice key={said.turn} tone={said.tone} action={action}>
        {said.text}
      </Notice>
    </div>
  );
}
