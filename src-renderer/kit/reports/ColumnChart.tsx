import { useStore } from 'zustand';
import { chosenLanguage, locale } from '../../../texts/words/chosen-language.ts';
import { directionOf } from '../../../texts/words/languages.ts';
import { words } from '../../../texts/words/words.ts';
import { formatMoney, currencyDigits } from '../../../texts/say/format-money.ts';
import { linesFor, namedEvery } from './chart-scale.ts';
import styles from './Reports.module.css';

/** A column of a chart. */
export interface Column {
  readonly key: string;
  /** As it stands under the column. */
  readonly short: string;
  readonly name: string;
  readonly minor: number;
}

/** Heights in pixels: widths are shares of the room, so that letters keep their size. */
const PLOT = 160;
const TOP = 8;
/** The share of the width that the names of the lines take, in percent. */
const NAMES = 12;
/** A column is no wider than if there were so many. */
const FEWEST = 7;

function shortAmount(minor: number, currency: string): string {
  const amount = minor / 10 ** currencyDigits(currency);
  return new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(amount);
}

interface DrawnProps {
  readonly columns: readonly Column[];
  readonly currency: string;
  readonly label: string;
}

function Drawn({ columns, currency, label }: DrawnProps) {
  const isMirrored = useStore(chosenLanguage, ({ language }) => directionOf(language) === 'rtl');
  const lines = linesFor(columns.map(({ minor }) => minor));
  const [least = 0, largest = 1] = [lines[0], lines.at(-1)];
  const heightOf = (minor: number) => TOP + PLOT * (1 - (minor - least) / (largest - least));
  const placed = (share: number) => `${isMirrored ? 100 - share : share}%`;
  const width = (100 - NAMES) / Math.max(FEWEST, columns.length);
  const every = namedEvery(columns.length);
  return (
    <svg className={styles.chart} role="img" aria-label={label}>
      {lines.map((line) => (
        <g key={line}>
          <line x1={placed(NAMES)} x2={placed(100)} y1={heightOf(line)} y2={heightOf(line)} />
          <text x={placed(NAMES / 2)} y={heightOf(line) + 4} textAnchor="middle">
            {shortAmount(line, currency)}
          </text>
        </g>
      ))}
      {columns.map(({ key, short, name, minor }, index) => {
        const start = NAMES + index * width + width * 0.15;
        const [high, low] = [Math.max(0, minor), Math.min(0, minor)];
        return (
          <g key={key}>
            <rect
              x={isMirrored ? placed(start + width * 0.7) : placed(start)}
              width={`${width * 0.7}%`}
              y={heightOf(high)}
              height={heightOf(low) - heightOf(high)}
            >
              <title>{`${name}: ${formatMoney(minor, currency)}`}</title>
            </rect>
            {index % every === 0 && (
              <text x={placed(start + width * 0.35)} y={TOP + PLOT + 18} textAnchor="middle">
                {short}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface ColumnChartProps {
  readonly title: string;
  /** What a column is: a day, an hour. */
  readonly what: string;
  readonly columns: readonly Column[];
  readonly currency: string;
}

/** Amounts over time as columns, what is highest in a sentence, and all of them in a table. */
export function ColumnChart({ title, what, columns, currency }: ColumnChartProps) {
  const [highest] = [...columns].sort((one, other) => other.minor - one.minor);
  if (highest === undefined || columns.every(({ minor }) => minor === 0)) return null;
  const said = words('tillReport.highest', { name: highest.name, amount: formatMoney(highest.minor, currency) });
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <p className={styles.quiet}>{said}</p>
      <Drawn columns={columns} currency={currency} label={`${title}. ${said}`} />
      <details className={styles.more}>
        <summary>{words('tillReport.figuresOf', { title })}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <th scope="col">{words('tillReport.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ key, name, minor }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{formatMoney(minor, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
