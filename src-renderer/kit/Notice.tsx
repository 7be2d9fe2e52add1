import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from './icons.ts';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const ICONS = { info: IconInfoCircle, good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX };

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** A button or two that lead out of it. */
  readonly action?: ReactNode;
}

/** One plain sentence about what happened, read aloud by screen readers; `bad` at once, the others when they are idle. */
export function Notice({ tone, children, action }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon aria-hidden size={24} className={styles.icon} />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}

/** What a list shows that has nothing in it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}
