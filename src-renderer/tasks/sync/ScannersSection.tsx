import { useId } from 'react';
import { useStore } from 'zustand';
import { useRegister } from '../../kit/register-context.tsx';
import { scannerName } from '../../kit/scanner/scanner-name.ts';
import { words } from '../../../texts/words/words.ts';
import { PairForm } from './PairForm.tsx';
import styles from './Sync.module.css';

/** The scanners that the device host reads, each with its state; nothing where none is set. */
export function ScannersSection() {
  const register = useRegister();
  const scanners = useStore(register.scanners.state);
  const { status: terminal } = useStore(register.terminal);
  const heading = useId();
  if (scanners.length === 0) return null;
  const isUnheard = scanners.some(({ status }) => status === 'not_paired' || status === 'no_host');
  return (
    <section className={styles.quarantine} aria-labelledby={heading}>
      <h2 id={heading}>{words('scanner.onHost')}</h2>
      {scanners.map(({ scanner, status }) => (
        <p key={JSON.stringify(scanner)}>
          <bdi>{scannerName(scanner)}</bdi> ·{' '}
          {status === 'not_paired' || status === 'no_host' ? words(`terminal.${status}`) : words(`scanner.status.${status}`)}
        </p>
      ))}
      {/* A register that takes cards pairs beside its terminal. */}
      {isUnheard && terminal === 'absent' && <PairForm />}
    </section>
  );
}
