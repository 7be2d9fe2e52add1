import { NOBODY } from '../../../domain/reports/report-protocol.ts';
import type { AssociateFigures } from '../../../domain/reports/shift-summary.ts';
import type { TillReport } from '../../../domain/reports/till-report.ts';
import { watchedKind, type WatchedKind } from '../../../domain/reports/watched.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Reports.module.css';
import type { ReportNames, WatchedChoice } from './report-source.ts';
import { hasAmount, rateWords } from './watched-words.ts';

interface WatchedTableProps {
  readonly report: TillReport;
  readonly names: ReportNames;
  readonly chosen: WatchedChoice | null;
  readonly onChoose: (choice: WatchedChoice) => void;
}

interface Row extends AssociateFigures {
  readonly associate: string | null;
  readonly name: string;
}

/** Everybody first, to compare with; then each who sold or did something, whoever sold most first. */
function rowsOf({ figures }: TillReport, names: ReportNames): Row[] {
  const each = Object.entries(figures.associates);
  const all: AssociateFigures = { sales: figures.sales, watched: {} };
  for (const kind of watchedKind.options) {
    const amounts = each.flatMap(([, { watched }]) => watched[kind] ?? []);
    const sumOf = (key: 'count' | 'minor') => amounts.reduce((sum, one) => sum + one[key], 0);
    if (amounts.length > 0) all.watched[kind] = { count: sumOf('count'), minor: sumOf('minor') };
  }
  const people = each
    .map(([id, one]): Row => ({ ...one, associate: id === '' ? NOBODY : id, name: names.person(id) }))
    .sort((one, other) => other.sales.minor - one.sales.minor || one.name.localeCompare(other.name));
  return [{ ...all, associate: null, name: words('tillReport.everybody') }, ...people];
}

interface CellProps {
  readonly row: Row;
  readonly kind: WatchedKind;
  readonly currency: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Cell({ row, kind, currency, isChosen, onChoose }: CellProps) {
  const amount = row.watched[kind];
  if (amount === undefined) return <td>–</td>;
  const count = formatNumber(amount.count);
  const rate = rateWords(amount.count, row.sales.count);
  return (
    <td>
      <button
        type="button"
        className={styles.cell}
        aria-pressed={isChosen}
        aria-label={words('tillReport.cell', { kind: words(`tillReport.kind.${kind}`), name: row.name, count })}
        onClick={onChoose}
      >
        <strong>{count}</strong>
        {hasAmount(kind) && <span>{formatMoney(amount.minor, currency)}</span>}
        {rate !== null && <span>{rate}</span>}
      </button>
    </td>
  );
}

/** What a manager looks at, by who did it: how often, for how much, and how often in 100 sales. */
export function WatchedTable({ report, names, chosen, onChoose }: WatchedTableProps) {
  const rows = rowsOf(report, names);
  const kinds = watchedKind.options.filter((kind) => rows[0]?.watched[kind] !== undefined);
  if (kinds.length === 0) return null;
  const title = words('tillReport.watched');
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <p className={styles.quiet}>{words('tillReport.watchedText')}</p>
      <div className={styles.scroll}>
        <table className={`${styles.table} ${styles.watched}`} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words('report.associate')}</th>
              <th scope="col">{words('report.sales')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {words(`tillReport.kind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.associate ?? ''}>
                <th scope="row">{row.associate === null ? <strong>{row.name}</strong> : row.name}</th>
                <td>{formatNumber(row.sales.count)}</td>
                {kinds.map((kind) => (
                  <Cell
                    key={kind}
                    row={row}
                    kind={kind}
                    currency={report.currency}
                    isChosen={chosen?.kind === kind && chosen.associate === row.associate}
                    onChoose={() => onChoose({ kind, associate: row.associate })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
