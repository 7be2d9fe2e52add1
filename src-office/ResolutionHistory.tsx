import type { ExceptionKind } from '../domain/exceptions/exception.ts';
import type { KeptResolution } from '../domain/office/office-protocol.ts';
import { choiceSentence } from '../src-renderer/kit/exceptions/exception-words.ts';
import { formatMoment } from '../texts/say/format-time.ts';
import styles from './base/Office.module.css';
import { words } from '../texts/words/words.ts';

function whoDecided({ by }: KeptResolution): string {
  if (by.kind === 'head_office') return words('office.byHeadOffice', { name: by.name });
  return by.associateId === null ? words('office.byStore') : words('office.byStorePerson', { person: by.associateId });
}

export interface ResolutionHistoryProps {
  readonly kind: ExceptionKind;
  readonly resolutions: readonly KeptResolution[];
  readonly timezone: string;
}

/** Everything that was ever decided about an exception, by whom, and whether it counted (rule J5). */
export function ResolutionHistory({ kind, resolutions, timezone }: ResolutionHistoryProps) {
  return (
    <section className={styles.history} aria-label={words('office.decided')}>
      <h3>{words('office.decided')}</h3>
      <ol>
        {resolutions.map((one) => (
          <li key={one.operationId} data-outcome={one.outcome}>
            <strong>{choiceSentence(kind, one.choice) ?? one.choice.replaceAll('_', ' ')}</strong>
            {one.sku !== null && <span>{words('exceptions.quantityOf', { quantity: one.quantity ?? 0, name: one.sku })}</span>}
            {one.note !== '' && <span>{words('office.quoted', { text: one.note })}</span>}
            <span className={styles.quiet}>
              {words('office.whoWhen', { who: whoDecided(one), moment: formatMoment(one.at, timezone) })} ·{' '}
              {words(`office.outcome.${one.outcome}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
