import type { ReactNode, Ref } from 'react';
import styles from './ListAndDetail.module.css';

export interface ListAndDetailProps {
  readonly list: ReactNode;
  /** What is open, or a word to open something. */
  readonly detail: ReactNode;
  /** Whether something is open: on a narrow screen it takes the place of the list. */
  readonly isOpen: boolean;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A list, and what is open of it beside it. */
export function ListAndDetail({ list, detail, isOpen, ref }: ListAndDetailProps) {
  return (
    <div className={styles.columns} data-open={isOpen} ref={ref}>
      <div className={styles.list}>{list}</div>
      <div className={styles.detail}>{detail}</div>
    </div>
  );
}
