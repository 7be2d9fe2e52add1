import { type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import styles from './ListAndDetail.module.css';

export interface ListAndDetailProps {
  readonly list: ReactNode;
  /** What is open, or a word to open something. */
  readonly detail: ReactNode;
  /** Whether something is open: on a narrow screen it takes the place of the list. */
  readonly isOpen: boolean;
  /** The list is a table that takes all the room, until something is open beside it. */
  readonly isWide?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Whether the cursor is nowhere, or where nobody sees it. */
function isCursorLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || !activeElement.checkVisibility();
}

/** A list, and what is open of it beside it. */
export function ListAndDetail({ list, detail, isOpen, isWide = false, ref }: ListAndDetailProps) {
  const wasOpen = useRef(isOpen);
  const opener = useRef<HTMLElement | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  // On a narrow screen one takes the place of the other; a person at the keyboard goes on in what is there now.
  useLayoutEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    const { activeElement } = document;
    if (isOpen) opener.current = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
    // Not the first button of it: the rest of the Enter that opened it would press that.
    if (isCursorLost()) (isOpen ? sheet.current : opener.current)?.focus();
  }, [isOpen]);
  return (
    <div className={styles.columns} data-open={isOpen} data-wide={isWide} ref={ref}>
      <div className={styles.list}>{list}</div>
      <div className={styles.detail} ref={sheet} tabIndex={-1}>
        {detail}
      </div>
    </div>
  );
}
