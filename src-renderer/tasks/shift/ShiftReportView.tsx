import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShiftReport } from '../../../domain/reports/report.ts';
import { netOf } from '../../../domain/reports/till-report.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { formatExactMoment } from '../../../texts/say/format-time.ts';
import { IconPrinter } from '../../kit/icons.ts';
import { PaperMark } from '../../kit/paper/PaperMark.tsx';
import { PdfButton } from '../../kit/paper/PdfButton.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { formatShare } from '../../../texts/say/format-share.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { type BigFigure, Headline } from '../../kit/reports/Headline.tsx';
import { reportPaper } from './report-paper.ts';
import {
  COUNTED_BY_ASSOCIATE,
  departmentRows,
  type ReportFacts,
  reportParts,
  type ReportRow,
  tenderRows,
  titleOf,
} from './report-parts.ts';
import styles from './Report.module.css';
import { ShiftFigures } from './ShiftFigures.tsx';
import { useNameOf } from './use-name-of.ts';
import { useTerminalTotals } from './use-terminal-totals.ts';

/** Amounts as bars, each with its name and its sum in words. */
function Bars({ title, bars, currency }: { readonly title: string; readonly bars: readonly ReportRow[]; readonly currency: string }) {
  const most = Math.max(1, ...bars.map(({ minor }) => minor));
  if (bars.length === 0) return null;
  return (
    <Part title={title}>
      <ul className={styles.bars} aria-label={title}>
        {bars.map(({ name, minor }) => (
          <li key={name}>
            <span>{name}</span>
            <span className={styles.track} aria-hidden>
              <span style={{ inlineSize: `${(Math.max(0, minor) / most) * 100}%` }} />
            </span>
            <strong>{formatMoney(minor, currency)}</strong>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function headline(report: ShiftReport): BigFigure[] {
  const { currency, sales, returns, returnedNetMinor, units, gross } = report;
  const money = (minor: number) => formatMoney(minor, currency);
  const each = sales.count === 0 ? '' : words('report.perSale', { amount: money(Math.round(sales.minor / sales.count)) });
  const items = sales.count === 0 ? '–' : formatNumber(Math.round((units / sales.count) * 10) / 10);
  return [
    [words('report.netSales'), money(netOf(report)), ''],
    [words('report.sales'), formatNumber(sales.count), each],
    [words('report.itemsPerSale'), items, ''],
    [
      words('report.returned'),
      gross.minor === 0 ? '–' : formatShare((returnedNetMinor / gross.minor) * 1_000_000, 1),
      words('report.returnsCount', { count: returns.count, amount: money(returns.minor) }),
    ],
  ];
}

/** The hours in which something was sold, the early ones first. */
function hourRows({ hours }: ShiftReport): ReportRow[] {
  return Object.entries(hours).map(([hour, { minor }]) => ({ name: words('report.hour', { hour: Number(hour) }), minor }));
}

function Associates({ report, nameOf }: { readonly report: ShiftReport; readonly nameOf: ReportFacts['nameOf'] }) {
  const rows = Object.entries(report.associates);
  if (rows.length === 0) return null;
  return (
    <Part title={words('report.associates')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words('report.associate')}</th>
            <th scope="col">{words('report.soldFor')}</th>
            {COUNTED_BY_ASSOCIATE.map(([key, label]) => (
              <th key={key} scope="col">
                {words(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, sum]) => (
            <tr key={id}>
              <th scope="row">{nameOf(id || null)}</th>
              <td>{formatMoney(sum.salesMinor, report.currency)}</td>
              {COUNTED_BY_ASSOCIATE.map(([key]) => (
                <td key={key}>{sum[key] === 0 ? '–' : formatNumber(sum[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** What a shift came to: the same page for X and Z. Blind: while the drawer is to be counted, what is expected in it is left out. */
export function ShiftReportView({ report, blind = false }: { readonly report: ShiftReport; readonly blind?: boolean }) {
  const terminal = useTerminalTotals(report);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { identity } = useRegister();
  const nameOf = useNameOf();
  const { currency, openedAt, closed } = report;
  const from = openedAt === null ? '' : formatExactMoment(openedAt, timezone);
  const times =
    closed === null ? words('history.untilNow', { from }) : words('history.until', { from, to: formatExactMoment(closed.at, timezone) });
  const printing = usePrintout(null, 'report');
  const facts: ReportFacts = { nameOf, storeName: identity.storeName, register: identity.prefix, timezone, blind, terminal };
  return (
    <article className={styles.report} data-printed="report" aria-label={titleOf(report)}>
      <PaperMark />
      <header className={styles.head}>
        <div>
          <h2>{titleOf(report)}</h2>
          <p>{times}</p>
          {closed === null && <p>{words('report.nothingReset')}</p>}
        </div>
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={20} />}
          loading={printing.said === 'printing'}
          onClick={() => printing.print(() => reportPaper(report, facts, new Date().toISOString()))}
        >
          {words('report.print')}
        </Button>
        <PdfButton name={`${titleOf(report)} ${times}`} part="report" byBrowser={false} />
      </header>
      <PrintoutNotice said={printing.said} part="report" />
      <Headline figures={headline(report)} />
      <div className={styles.columns}>
        {reportParts(report, facts).map(({ title, figures }) => (
          <Part key={title} title={title}>
            <ShiftFigures figures={figures} />
          </Part>
        ))}
        <Bars title={words('report.tendersApart')} currency={currency} bars={tenderRows(report, facts)} />
        <Bars title={words('report.departments')} currency={currency} bars={departmentRows(report)} />
        <Bars title={words('report.hours')} currency={currency} bars={hourRows(report)} />
      </div>
      <Associates report={report} nameOf={nameOf} />
    </article>
  );
}
