import { formatMoment } from '../app/format-time.ts';
import { useView } from '../app/register-context.tsx';
import styles from './Sync.module.css';

/** Operations that the server could not apply. They are kept and block nothing (rule J6). */
export function QuarantinedList() {
  const quarantined = useView((view) => view.quarantined);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  return (
    <section className={styles.quarantine} aria-label="Quarantine">
      <h2>Quarantine</h2>
      {quarantined.length === 0 ? (
        <p>Nothing is in quarantine.</p>
      ) : (
        <>
          <p>
            The server could not apply what is listed here. It is kept and holds nothing else up. Send support the numbers below; do not repeat
            what was done.
          </p>
          <ul>
            {quarantined.map((operation) => (
              <li key={operation.operationId}>
                <strong>
                  {operation.seq === null ? 'Without a number' : `Operation ${operation.seq}`}, {formatMoment(operation.at, timezone)}
                </strong>
                <span>{operation.message}</span>
                <code>
                  {operation.code} · {operation.operationId}
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
