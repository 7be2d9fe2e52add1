import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { IconLogout } from '../src-renderer/kit/icons.ts';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import { LanguageChoice } from '../src-renderer/words/LanguageChoice.tsx';
import { RefusedScans } from '../src-renderer/kit/scanner/RefusedScans.tsx';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { words } from '../src-renderer/words/words.ts';

export interface OfficeFrameProps {
  /** What is wrong with the connection; null when nothing is. */
  readonly trouble: string | null;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** The furniture around the head office's tasks. */
export function OfficeFrame({ trouble, onSignOut, children }: OfficeFrameProps) {
  const { overview } = useOffice();
  const [location] = useLocation();
  const tasks = [
    { path: '/exceptions', label: words('exceptions.title'), count: overview.openExceptions },
    { path: '/hand-offs', label: words('office.handOffs'), count: overview.waitingForHandOff },
    { path: '/quarantine', label: words('office.quarantine'), count: overview.waitingInQuarantine },
    { path: '/jobs', label: words('jobs.title'), count: overview.failedJobs },
    { path: '/settings', label: words('office.settings'), count: null },
  ];
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <strong>{overview.company === '' ? 'Outpost' : overview.company}</strong>
        <span>{words('office.title')}</span>
        <nav className={styles.tasks} aria-label={words('app.tasks')}>
          {tasks.map(({ path, label, count }) => (
            <Link
              key={path}
              href={path}
              className={styles.task}
              aria-current={location === path ? 'page' : undefined}
              {...(count !== null && { 'aria-label': words('office.taskCount', { task: label, count }) })}
            >
              {label} {count !== null && <span className={styles.count}>{count}</span>}
            </Link>
          ))}
        </nav>
        <span className={styles.who}>{words('office.key', { name: overview.name })}</span>
        <LanguageChoice person={null} />
        <button type="button" className={styles.signOut} onClick={onSignOut}>
          <IconLogout aria-hidden size={20} />
          {words('app.signOut')}
        </button>
      </header>
      <main className={styles.main}>
        <RefusedScans />
        {trouble !== null && <Notice tone="warn">{trouble}</Notice>}
        {children}
      </main>
    </div>
  );
}
