import { type ReactNode, useEffect, useRef } from 'react';
import { IconX } from '../../../kit/icons.ts';
import { words } from '../../../../texts/words/words.ts';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  readonly title: string;
  readonly tone?: 'plain' | 'warn';
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** What takes the place of the quick keys for a moment: the goods stay in sight, and scans are still taken. Escape closes it. */
export function SidePanel({ title, tone = 'plain', children, onClose }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  return (
    <section
      ref={panel}
      className={styles.panel}
      data-open
      data-tone={tone}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2>{title}</h2>
        <button type="button" aria-label={words('kit.close')} onClick={onClose}>
          <IconX aria-hidden size={20} stroke={1.9} />
        </button>
      </header>
      {children}
    </section>
  );
}
