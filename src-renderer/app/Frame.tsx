import { type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { TopBar } from './TopBar.tsx';
import styles from './Frame.module.css';
import { routeForKey, ROUTES } from './routes.ts';

/** `/` puts the cursor into the screen's search field, unless a person is typing somewhere. */
function focusSearch(event: KeyboardEvent): void {
  if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  if (field === null) return;
  event.preventDefault();
  field.focus();
}

/** The furniture around every task: the bar on top and the rail of tasks, with the keys that lead to them. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [location, navigate] = useLocation();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const path = routeForKey(event);
      if (path === null) return focusSearch(event);
      event.preventDefault();
      if (document.querySelector('[aria-modal="true"]') === null) navigate(path);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate]);
  return (
    <div className={styles.frame}>
      <TopBar />
      <nav className={styles.rail} aria-label="Tasks">
        {ROUTES.map(({ path, label, shortcut, icon: Icon }) => (
          <Link
            key={path}
            href={path}
            className={styles.task}
            aria-label={label}
            aria-current={location === path ? 'page' : undefined}
            aria-keyshortcuts={shortcut}
          >
            <Icon aria-hidden size={26} stroke={1.7} />
            <span>{label}</span>
            <kbd className={styles.key}>{shortcut}</kbd>
          </Link>
        ))}
      </nav>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
