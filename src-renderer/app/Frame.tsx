import { type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { GoneScanners } from '../kit/scanner/GoneScanners.tsx';
import { RefusedScans } from '../kit/scanner/RefusedScans.tsx';
import { useRegister } from '../kit/register-context.tsx';
import { DeviceNotice } from '../kit/DeviceNotice.tsx';
import { showKeys } from '../kit/keys-overlay.ts';
import { asksForKeys } from './key-list.ts';
import { watchLoneKey } from './lone-key.ts';
import { KeysOverlay } from './KeysOverlay.tsx';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import { TopBar } from './TopBar.tsx';
import styles from './Frame.module.css';
import { isDialogOpen } from '../kit/is-dialog-open.ts';
import { routeForKey, ROUTES } from './routes.ts';
import { leadKeyToSearch } from '../kit/search-field.ts';
import { words } from '../../texts/words/words.ts';

/** The furniture around every task: the bar on top and the rail of tasks, with the keys that lead to them. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [location, navigate] = useLocation();
  const { training } = useRegister();
  useEffect(() => {
    const keys = watchLoneKey((event: KeyboardEvent) => asksForKeys(event) && !isDialogOpen(), showKeys);
    const onKeyDown = (event: KeyboardEvent) => {
      keys.press(event);
      const path = routeForKey(event);
      if (path === null && asksForKeys(event)) return;
      if (path === null) return isDialogOpen() ? undefined : leadKeyToSearch(event);
      event.preventDefault();
      if (!isDialogOpen()) navigate(path);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      keys.stop();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [navigate]);
  return (
    <div className={styles.frame} data-training={training.isOn}>
      <TopBar />
      <nav className={styles.rail} aria-label={words('app.tasks')}>
        {ROUTES.map(({ path, key, shortcut, icon: Icon }) => (
          <Link
            key={path}
            href={path}
            className={styles.task}
            aria-label={words(key)}
            aria-current={location === path ? 'page' : undefined}
            aria-keyshortcuts={shortcut}
          >
            <Icon aria-hidden size={26} stroke={1.7} />
            <span>{words(key)}</span>
            <kbd className={styles.key}>{shortcut}</kbd>
          </Link>
        ))}
      </nav>
      <main className={styles.main}>
        <DeviceNotice />
        <GoneScanners />
        <RefusedScans />
        <div className={styles.room}>{children}</div>
        <ApprovalDialog />
        <KeysOverlay />
      </main>
    </div>
  );
}
