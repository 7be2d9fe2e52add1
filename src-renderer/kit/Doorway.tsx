import { type ReactNode, useEffect } from 'react';
import { RefusedScans } from './scanner/RefusedScans.tsx';
import styles from './Doorway.module.css';
import { LanguageChoice } from '../words/LanguageChoice.tsx';

/** The sheet in the middle of an otherwise empty window, for all that comes before work can begin. */
export function Doorway({
  title,
  subtitle,
  children,
}: {
  readonly title: string;
  readonly subtitle?: string;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Outpost`;
  }, [title]);
  return (
    <main className={styles.doorway}>
      <div className={styles.sheet}>
        <div className={styles.top}>
          <span className={styles.brand}>Outpost</span>
          <LanguageChoice person={null} />
        </div>
        <h1 className={styles.title}>{title}</h1>
        <RefusedScans />
        {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
        {children}
      </div>
    </main>
  );
}
