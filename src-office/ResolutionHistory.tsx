import type { ExceptionKind } from '../domain/exceptions/exception.ts';
import { choiceOf } from '../domain/exceptions/guide.ts';
import type { KeptResolution } from '../domain/office/office-protocol.ts';
import { formatMoment } from '../src-renderer/kit/format-time.ts';
import styles from './base/Office.module.css';

const OUTCOMES: Record<KeptResolution['outcome'], string> = {
  counted: 'Counted',
  already_resolved: 'Came later and changed nothing',
  unknown_exception: 'Came for an exception that was not known, and changed nothing',
  choice_not_valid: 'Did not fit, and changed nothing',
};

function whoDecided({ by }: KeptResolution): string {
  return by.kind === 'head_office' ? `Head office (${by.name})` : `Store${by.associateId === null ? '' : ` (${by.associateId})`}`;
}

export interface ResolutionHistoryProps {
  readonly kind: ExceptionKind;
  readonly resolutions: readonly KeptResolution[];
  readonly timezone: string;
}

/** Everything that was ever decided about an exception, by whom, and whether it counted (rule J5). */
export function ResolutionHistory({ kind, resolutions, timezone }: ResolutionHistoryProps) {
  return (
    <section className={styles.history} aria-label="What was decided">
      <h3>What was decided</h3>
      <ol>
        {resolutions.map((one) => (
          <li key={one.operationId} data-outcome={one.outcome}>
            <strong>{choiceOf(kind, one.choice)?.sentence ?? one.choice.replaceAll('_', ' ')}</strong>
            {one.sku !== null && (
              <span>
                {one.quantity} of {one.sku}
              </span>
            )}
            {one.note !== '' && <span>“{one.note}”</span>}
            <span className={styles.quiet}>
              {whoDecided(one)}, {formatMoment(one.at, timezone)} · {OUTCOMES[one.outcome]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
