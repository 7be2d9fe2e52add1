import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShiftReport } from '../../../domain/reports/report.ts';
import { netOf } from '../../../domain/reports/till-report.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { IconPrinter } from '../../kit/icons.ts';
import { PaperMark } from '../../kit/paper/PaperMark.tsx';
import { PdfButton } from '../../kit/paper/PdfButton.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { formatShare } from '../../../texts/say/format-share.ts';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
import { useView } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { type BigFigure, Headline } from '../../kit/reports/Headline.tsx';
import { type Figure, tenderName, totalFigures } from '../../kit/reports/total-figures.ts';
import { proofFigures, worthALook } from './report-figures.ts';
import { reportPaper } from './report-paper.ts';
import styles from './Report.module.css';
import { expectedParts, shiftFigures } from './shift-figures.ts';
import { ShiftFigures } from './ShiftFigures.tsx';
import { useNameOf } from './use-name-of.ts';

/** What the report is called: an X report while the shift is open, a numbered Z report once it is closed. */
function titleOf({ closed, drawerId }: ShiftReport): string {
  const number = closed?.totals?.zNumber;
  const title = closed === null ? words('report.x') : number === undefined ? words('report.zOld') : words('report.z', { number });
  return drawerId === null ? title : `${title} · ${drawerId}`;
}

interface Bar {
  readonly key: string;
  readonly name: string;
  readonly minor: number;
}

/** Amounts as bars, each with its name and its sum in words. */
function Bars({ title, bars, currency }: { readonly title: string; readonly bars: readonly Bar[]; readonly currency: string }) {
  const most = Math.max(1, ...bars.map(({ minor }) => minor));
  if (bars.length === 0) return null;
  return (
    <Part title={title}>
      <ul className={styles.bars} aria-label={title}>
        {bars.map(({ key, name, minor }) => (
          <li key={key}>
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
function hourBars({ hours }: ShiftReport): Bar[] {
  return Object.entries(hours).map(([hour, { minor }]) => ({ key: hour, name: words('report.hour', { hour: Number(hour) }), minor }));
}

function departmentBars({ departments }: ShiftReport): Bar[] {
  return Object.entries(departments)
    .map(([key, minor]) => ({ key, name: key || words('report.noDepartment'), minor }))
    .sort((one, other) => other.minor - one.minor);
}

function drawerFigures(report: ShiftReport, nameOf: (id: string) => string): Figure[] {
  const { closed, currency, floatMinor, otherCash, cashMinor, shiftId } = report;
  if (closed === null) return expectedParts(report, nameOf);
  const drawer = { id: shiftId, currency, floatMinor, cashMinor, otherCash } as Parameters<typeof shiftFigures>[0];
  const { leftMinor } = closed;
  return [
    ...shiftFigures(drawer, closed),
    ...(leftMinor === null ? [] : [[words('report.left'), formatMoney(leftMinor, currency)] as const]),
  ];
}

function Associates({ report, nameOf }: { readonly report: ShiftReport; readonly nameOf: (id: string) => string }) {
  const rows = Object.entries(report.associates);
  if (rows.length === 0) return null;
  const columns = ['report.sales', 'report.returns', 'report.voids', 'report.reduced', 'report.cleared', 'report.noSales'] as const;
  return (
    <Part title={words('report.associates')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words('report.associate')}</th>
            <th scope="col">{words('report.soldFor')}</th>
            {columns.map((key) => (
              <th key={key} scope="col">
                {words(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, { sales, salesMinor, returns, voids, reduced, cleared, noSales }]) => (
            <tr key={id}>
              <th scope="row">{nameOf(id)}</th>
              <td>{formatMoney(salesMinor, report.currency)}</td>
              {[sales, returns, voids, reduced, cleared, noSales].map((count, index) => (
                <td key={columns[index]}>{count === 0 ? '–' : formatNumber(count)}</td>
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
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const nameOf = useNameOf();
  const { currency, tenders, openedAt, closed } = report;
  const from = openedAt === null ? '' : formatMoment(openedAt, timezone);
  // The sum of the cash tender would tell what is in the drawer.
  const shown = blind ? tenders.filter(({ kind }) => kind !== 'cash') : tenders;
  const look = worthALook(report, nameOf);
  const times =
    closed === null ? words('history.untilNow', { from }) : words('history.until', { from, to: formatMoment(closed.at, timezone) });
  const printing = usePrintout(null, 'report');
  const topAt = useSlipHead();
  const drawer = blind ? [] : drawerFigures(report, nameOf);
  const facts = { title: titleOf(report), times, nameOf, drawer, blind };
  const print = () => printing.print(() => reportPaper(report, { ...facts, top: topAt(closed?.at ?? new Date().toISOString()) }));
  return (
    <article className={styles.report} data-printed="report" aria-label={titleOf(report)}>
      <PaperMark />
      <header className={styles.head}>
        <div>
          <h2>{titleOf(report)}</h2>
          <p>{times}</p>
        </div>
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={20} />}
          loading={printing.said === 'printing'}
          onClick={print}
        >
          {words('report.print')}
        </Button>
        <PdfButton name={`${titleOf(report)} ${times}`} part="report" byBrowser={false} />
      </header>
      <PrintoutNotice said={printing.said} part="report" />
      <Headline figures={headline(report)} />
      <div className={styles.columns}>
        <Part title={words('report.totals')}>
          <ShiftFigures figures={totalFigures(report, nameOf)} />
        </Part>
        {!blind && (
          <Part title={words('report.drawer')}>
            <ShiftFigures figures={drawer} />
          </Part>
        )}
        <Bars
          title={words('report.tenders')}
          currency={currency}
          bars={shown.map((one) => ({
            key: `${one.kind} ${one.scheme ?? ''}`,
            name: tenderName(one),
            minor: one.paid.minor - one.refunded.minor,
          }))}
        />
        <Bars title={words('report.departments')} currency={currency} bars={departmentBars(report)} />
        <Bars title={words('report.hours')} currency={currency} bars={hourBars(report)} />
        {look.length > 0 && (
          <Part title={words('report.worthALook')}>
            <ShiftFigures figures={look} />
          </Part>
        )}
        <Part title={words('report.proof')}>
          <ShiftFigures figures={proofFigures(report)} />
        </Part>
      </div>
      <Associates report={report} nameOf={nameOf} />
    </article>
  );
}
