import type { Exception } from '../../../domain/exceptions/exception.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { exceptionName } from './exception-words.ts';
import styles from './Exceptions.module.css';

export interface ExceptionRowProps {
  readonly exception: Exception;
  readonly timezone: string;
  readonly current: boolean;
  /** Where it happened, for a list of several stores. */
  readonly storeName?: string;
  readonly onOpen: () => void;
}

/** One exception in a list. */
export function ExceptionRow({ exception, timezone, current, storeName, onOpen }: ExceptionRowProps) {
  return (
    <button type="button" className={styles.row} aria-current={current} onClick={onOpen}>
      <strong>{exceptionName(exception.kind)}</strong>
      <span className={styles.rowFacts}>
        <bdi>{exception.subject}</bdi>
        <span className={styles.quiet}>
          {storeName !== undefined && (
            <>
              <bdi>{storeName}</bdi> ·{' '}
            </>
          )}
          <bdi>{formatMoment(exception.openedAt, timezone)}</bdi>
        </span>
      </span>
    </button>
  );
}
