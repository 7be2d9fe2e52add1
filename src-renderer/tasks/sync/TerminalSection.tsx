import { useId } from 'react';
import { useStore } from 'zustand';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { PairForm } from './PairForm.tsx';
import styles from './Sync.module.css';

/** The card terminal of this register, and what to do while it cannot be asked; nothing where it takes no cards. */
export function TerminalSection() {
  const terminal = useStore(useRegister().terminal);
  const heading = useId();
  if (terminal.status === 'absent') return null;
  const why = terminal.status === 'unreachable' ? terminal.why : null;
  return (
    <section className={styles.quarantine} aria-labelledby={heading}>
      <h2 id={heading}>{words('terminal.title')}</h2>
      <p>
        <bdi>{terminal.label}</bdi> · {words(`terminal.${why ?? 'ready'}`)}
      </p>
      {(why === 'not_paired' || why === 'no_host') && <PairForm />}
    </section>
  );
}
