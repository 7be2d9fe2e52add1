import { IconAlertTriangle, IconEdit, IconHandStop, IconSearch } from '../../kit/icons.ts';
import { formatClock } from '../../../texts/say/format-time.ts';
import { useView } from '../../kit/register-context.tsx';
import { MISREAD } from '../../kit/scanner/scan-router.ts';
import { scanner } from '../../kit/scanner/scanner.ts';
import { useOwnRefusedScans } from '../../kit/scanner/use-scanner.ts';
import styles from './OpenScans.module.css';
import { SALE_SCANS } from './use-sale.ts';
import { words } from '../../../texts/words/words.ts';

export interface OpenScansProps {
  /** What somebody looks for in the catalog now; null for none. */
  readonly finding: string | null;
  readonly onFind: (code: string) => void;
  readonly onOpenItem: (code: string) => void;
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** Scans that are not in the sale, on top of its goods until a person has dealt with each. Nothing is paid before, and scanning goes on. */
export function OpenScans({ finding, onFind, onOpenItem, onDone }: OpenScansProps) {
  const refused = useOwnRefusedScans(SALE_SCANS);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  if (refused.length === 0) return null;
  return (
    <ul className={styles.scans} aria-label={words('scanner.refused')}>
      {refused.map(({ code, sentence, times, at, takenSince }) => (
        <li key={`${code} ${times}`} className={styles.scan}>
          <IconAlertTriangle aria-hidden size={26} stroke={1.9} className={styles.icon} />
          <div role="alert" className={styles.what}>
            <strong>{sentence}</strong>
            <span>
              {words('counter.scannedAt', { time: formatClock(new Date(at).toISOString(), timezone), count: takenSince })}
              {times > 1 && ` ${words('scanner.times', { count: times })}`}
            </span>
            {finding === code && <span>{words('counter.finding', { code })}</span>}
          </div>
          <div className={styles.ways}>
            {code !== MISREAD && (
              <button type="button" aria-label={words('counter.findCode', { code })} onClick={() => onFind(code)}>
                <IconSearch aria-hidden size={18} stroke={1.9} />
                {words('counter.findIt')}
              </button>
            )}
            {code !== MISREAD && (
              <button type="button" aria-label={words('counter.sellOpenCode', { code })} onClick={() => onOpenItem(code)}>
                <IconEdit aria-hidden size={18} stroke={1.9} />
                {words('counter.sellOpen')}
              </button>
            )}
            <button
              type="button"
              aria-label={words(code === MISREAD ? 'scanner.dismissCode' : 'counter.notSoldCode', { code })}
              onClick={() => (scanner.dismiss(code), onDone())}
            >
              <IconHandStop aria-hidden size={18} stroke={1.9} />
              {words(code === MISREAD ? 'scanner.dismiss' : 'counter.notSold')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
