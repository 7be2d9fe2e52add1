import type { TillReport } from '../../../domain/reports/till-report.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { formatShare } from '../../../texts/say/format-share.ts';
import { words } from '../../../texts/words/words.ts';
import { type Compared, compareReports } from './compare-reports.ts';
import styles from './Reports.module.css';

interface ComparisonTableProps {
  readonly now: TillReport;
  readonly before: TillReport;
  /** Which days each is about, in words. */
  readonly nowIs: string;
  readonly beforeIs: string;
}

/** The change in words, with its sign: more is not better for all of them, so it has no colour. */
export function changeText({ changePpm }: Pick<Compared, 'changePpm'>): string {
  if (changePpm === null) return '–';
  return `${changePpm > 0 ? '+' : ''}${formatShare(changePpm, 1)}`;
}

/** A report beside that of earlier days. */
export function ComparisonTable({ now, before, nowIs, beforeIs }: ComparisonTableProps) {
  const title = words('tillReport.compared');
  const value = (figure: Compared['figure'], amount: number) =>
    figure === 'sales' ? formatNumber(amount) : formatMoney(amount, now.currency);
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words('tillReport.what')}</th>
              <th scope="col">{nowIs}</th>
              <th scope="col">{beforeIs}</th>
              <th scope="col">{words('tillReport.change')}</th>
            </tr>
          </thead>
          <tbody>
            {compareReports(now, before).map((one) => (
              <tr key={one.figure}>
                <th scope="row">{words(`tillReport.figure.${one.figure}`)}</th>
                <td>{value(one.figure, one.now)}</td>
                <td>{value(one.figure, one.before)}</td>
                <td>
                  <strong>{changeText(one)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
