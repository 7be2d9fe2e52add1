import { useEffect, type ReactNode } from 'react';
import styles from './Screen.module.css';

export interface ScreenProps {
  readonly title: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** The whole sheet is for the content: the title is heard, and not shown. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** The sheet on which a task is done: its title, named in the window too, and its content. */
export function Screen({ title, actions, bare = false, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} · Outpost`;
  }, [title]);
  return (
    <div className={styles.screen} data-bare={bare || undefined}>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.actions}>{actions}</div>
      </div>
      {children}
    </div>
  );
}
