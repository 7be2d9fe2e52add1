import { EXCEPTION_GUIDE } from '../../domain/exception/guide.ts';
import { formatMoment } from '../app/format-time.ts';
import { Empty } from '../app/Notice.tsx';
import { useView } from '../app/register-context.tsx';
import { Screen } from '../app/Screen.tsx';
import styles from './Home.module.css';

/** Where a fact and the books disagree, with what a person can do about it (rule J5). */
export function ExceptionsScreen() {
  const exceptions = useView((view) => view.exceptions);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  return (
    <Screen title="Exceptions">
      {exceptions.length === 0 && <Empty title="No exceptions">What happened here and what the head office knows agree.</Empty>}
      <ul className={styles.list} aria-label="Exceptions">
        {exceptions.map((exception) => (
          <li key={exception.id} className={styles.exception}>
            <strong>{exception.subject}</strong>
            <span className={styles.when}>{formatMoment(exception.openedAt, timezone)}</span>
            <p>{exception.explanation}</p>
            <ul>
              {EXCEPTION_GUIDE[exception.kind].choices.map((choice) => (
                <li key={choice.id}>{choice.sentence}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
