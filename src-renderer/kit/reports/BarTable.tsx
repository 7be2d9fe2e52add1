import { words } from '../../../texts/words/words.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import styles from './Reports.module.css';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly minor: number;
  /** How many there were; null where nobody counts them. */
  readonly count: number | null;
}

interface BarTableProps {
  readonly title: string;
  /** What a row is. */
  readonly what: string;
  readonly rows: readonly BarRow[];
  /** What is counted. */
  readonly counted: string;
  readonly currency: string;
}

/** Amounts as a table whose rows have a bar each: the bar repeats what the figure says. */
export function BarTable({ title, what, rows, counted, currency }: BarTableProps) {
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ minor }) => minor));
  const isCounted = rows.some(({ count }) => count !== null);
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <td aria-hidden />
            {isCounted && <th scope="col">{counted}</th>}
            <th scope="col">{words('tillReport.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, minor, count }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className={styles.track} aria-hidden>
                <svg className={styles.bar}>
                  <rect width={`${(Math.max(0, minor) / most) * 100}%`} height="100%" rx="4" />
                </svg>
              </td>
              {isCounted && <td>{count === null ? '–' : formatNumber(count)}</td>}
              <td>
                <strong>{formatMoney(minor, currency)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
