import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { IconLogout } from '../src-renderer/kit/icons.ts';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import { DarkButton } from '../src-renderer/kit/DarkButton.tsx';
import { LanguageChoice } from '../src-renderer/words/LanguageChoice.tsx';
import { RefusedScans } from '../src-renderer/kit/scanner/RefusedScans.tsx';
import type { OfficeOverview } from '../domain/office/office-protocol.ts';
import { grants } from '../domain/access/scopes.ts';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { words } from '../texts/words/words.ts';

export interface OfficeFrameProps {
  /** What is wrong with the connection; null when nothing is. */
  readonly trouble: string | null;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** The tasks that a user is offered. What they may not see is left out: the server would refuse it. */
function tasksOf(overview: OfficeOverview) {
  return (
    [
      { path: '/orders', label: words('orders.title'), count: null, scope: 'orders' },
      { path: '/exceptions', label: words('exceptions.title'), count: overview.openExceptions, scope: 'office.read' },
      { path: '/hand-offs', label: words('office.handOffs'), count: overview.waitingForHandOff, scope: 'office.read' },
      {
        path: '/online-orders',
        label: words('capacity.office.title'),
        count: overview.stores.filter((store) => store.paused !== null).length,
        scope: 'office.read',
      },
      { path: '/quarantine', label: words('office.quarantine'), count: overview.waitingInQuarantine, scope: 'office.read' },
      { path: '/jobs', label: words('jobs.title'), count: overview.failedJobs, scope: 'office.read' },
      { path: '/reports', label: words('tillReport.title'), count: null, scope: 'reports' },
      { path: '/people', label: words('people.title'), count: null, scope: 'people' },
      { path: '/registers', label: words('registers.title'), count: null, scope: 'registers' },
      { path: '/products', label: words('products.title'), count: null, scope: 'products' },
      { path: '/prices', label: words('prices.title'), count: null, scope: 'prices' },
      { path: '/promotions', label: words('promotions.title'), count: null, scope: 'promotions' },
      { path: '/customers', label: words('customers.title'), count: null, scope: 'customers' },
      { path: '/signatures', label: words('signatures.title'), count: null, scope: 'personal_data' },
      { path: '/gift-cards', label: words('giftCards.title'), count: null, scope: 'stored_values' },
      { path: '/settings', label: words('office.settings'), count: null, scope: 'settings' },
      { path: '/keys', label: words('access.keys'), count: null, scope: 'keys' },
      { path: '/users', label: words('access.users'), count: null, scope: 'users' },
      { path: '/actions', label: words('access.actions'), count: null, scope: 'actions' },
    ] as const
  ).filter(({ scope }) => grants(overview.scopes, scope));
}

/** The furniture around the head office's tasks. */
export function OfficeFrame({ trouble, onSignOut, children }: OfficeFrameProps) {
  const { overview } = useOffice();
  const [location] = useLocation();
  const tasks = tasksOf(overview);
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <strong>{overview.company === '' ? 'Outpost' : overview.company}</strong>
        <span className={styles.grow}>{words('office.title')}</span>
        <Link
          href="/account"
          className={styles.task}
          aria-current={location === '/account' ? 'page' : undefined}
          title={words('access.account')}
        >
          {overview.name}
        </Link>
        <DarkButton className={styles.signOut ?? ''} />
        <LanguageChoice person={null} />
        <button type="button" className={styles.signOut} onClick={onSignOut}>
          <IconLogout aria-hidden size={20} />
          {words('app.signOut')}
        </button>
      </header>
      <div className={styles.body}>
        <nav className={styles.tasks} aria-label={words('app.tasks')}>
          {tasks.map(({ path, label, count }) => (
            <Link
              key={path}
              href={path}
              className={styles.task}
              aria-current={location === path || location.startsWith(`${path}/`) ? 'page' : undefined}
              {...(count !== null && { 'aria-label': words('office.taskCount', { task: label, count }) })}
            >
              {label} {count !== null && <span className={styles.count}>{count}</span>}
            </Link>
          ))}
        </nav>
        <main className={styles.main}>
          <RefusedScans />
          {trouble !== null && <Notice tone="warn">{trouble}</Notice>}
          {children}
        </main>
      </div>
    </div>
  );
}
