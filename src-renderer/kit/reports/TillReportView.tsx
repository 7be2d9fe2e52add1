import { Fragment } from 'react';
import type { TillReportQuery } from '../../../domain/reports/report-protocol.ts';
import { netOf, type TillReport } from '../../../domain/reports/till-report.ts';
import { words } from '../../../texts/words/words.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { formatShare } from '../../../texts/say/format-share.ts';
import { formatDay, formatExactMoment } from '../../../texts/say/format-time.ts';
import { Notice } from '../Notice.tsx';
import { BarTable, type BarRow } from './BarTable.tsx';
import { type Column, ColumnChart } from './ColumnChart.tsx';
import { type BigFigure, Headline } from './Headline.tsx';
import { daysOf } from './period.ts';
import styles from './Reports.module.css';
import type { ReportNames } from './report-source.ts';
import { tenderName, totalFigures } from './total-figures.ts';

interface TillReportViewProps {
  readonly report: TillReport;
  readonly period: TillReportQuery;
  readonly names: ReportNames;
  /** Of the store. */
  readonly timezone: string;
}

/** Every day of the period, also those on which nothing was sold. */
function dayColumns({ days }: TillReport, period: TillReportQuery): Column[] {
  const known = new Map(days.map(({ date, netMinor }) => [date, netMinor]));
  return daysOf(period).map((date) => ({
    key: date,
    short: String(Number(date.slice(8))),
    name: formatDay(date),
    minor: known.get(date) ?? 0,
  }));
}

/** The hours from the first to the last in which something was sold. */
function hourColumns({ figures }: TillReport): Column[] {
  const hours = Object.keys(figures.hours).map(Number);
  if (hours.length === 0) return [];
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((hour) => ({
    key: String(hour),
    short: String(hour),
    name: words('report.hour', { hour }),
    minor: figures.hours[String(hour)]?.minor ?? 0,
  }));
}

const mostFirst = (one: BarRow, other: BarRow) => other.minor - one.minor;

function tenderRows({ figures }: TillReport): BarRow[] {
  return figures.tenders.map(({ kind, scheme, paid, refunded }) => ({
    key: `${kind} ${scheme ?? ''}`,
    name: tenderName({ kind, scheme }),
    minor: paid.minor - refunded.minor,
    count: paid.count,
  }));
}

function departmentRows({ figures }: TillReport): BarRow[] {
  return Object.entries(figures.departments)
    .map(([key, minor]) => ({ key, name: key === '' ? words('report.noDepartment') : key, minor, count: null }))
    .sort(mostFirst);
}

function associateRows({ figures }: TillReport, names: ReportNames): BarRow[] {
  return Object.entries(figures.associates)
    .filter(([, { sales }]) => sales.count > 0)
    .map(([id, { sales }]) => ({ key: id, name: names.person(id), minor: sales.minor, count: sales.count }))
    .sort(mostFirst);
}

function registerRows({ registers }: TillReport, names: ReportNames): BarRow[] {
  return registers
    .map(({ registerId, netMinor, sales }) => ({ key: registerId, name: names.register(registerId), minor: netMinor, count: sales }))
    .sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
}

function headline(report: TillReport): BigFigure[] {
  const { figures, currency, shifts } = report;
  const { sales, gross, discounts, returns, taxes } = figures;
  const money = (minor: number) => formatMoney(minor, currency);
  const offMinor = Object.values(discounts).reduce((sum, { minor }) => sum + minor, 0);
  return [
    [words('report.netSales'), money(netOf(figures)), words('tillReport.shifts', { count: shifts })],
    [
      words('report.sales'),
      formatNumber(sales.count),
      sales.count === 0 ? '' : words('report.perSale', { amount: money(Math.round(sales.minor / sales.count)) }),
    ],
    [
      words('tillReport.discounts'),
      money(offMinor),
      offMinor === 0 ? '' : words('tillReport.ofGross', { share: formatShare((-offMinor / gross.minor) * 1_000_000, 1) }),
    ],
    [words('tillReport.tax'), money(taxes.reduce((sum, { taxMinor }) => sum + taxMinor, 0)), ''],
    [words('report.returned'), money(returns.minor), words('tillReport.returns', { count: returns.count })],
  ];
}

/** What is not closed yet, by name. */
function OpenShifts({ report, names, timezone }: Pick<TillReportViewProps, 'report' | 'names' | 'timezone'>) {
  const { open } = report;
  if (open.length === 0) return null;
  return (
    <Notice tone="info">
      {words('tillReport.open', { count: open.length })}
      {open.map(({ shiftId, registerId, openedAt, openedBy }) => (
        <div key={shiftId}>
          {words('tillReport.openOne', {
            register: names.register(registerId),
            moment: formatExactMoment(openedAt, timezone),
            name: names.person(openedBy),
          })}
        </div>
      ))}
    </Notice>
  );
}

/** What some days came to: sums, charts that tables repeat, and what is not closed yet. */
export function TillReportView({ report, period, names, timezone }: TillReportViewProps) {
  const { currency } = report;
  const counted = words('report.sales');
  return (
    <div className={styles.report}>
      <OpenShifts report={report} names={names} timezone={timezone} />
      <Headline figures={headline(report)} />
      <div className={styles.columns}>
        {period.from !== period.to && (
          <ColumnChart
            title={words('tillReport.days')}
            what={words('tillReport.day')}
            columns={dayColumns(report, period)}
            currency={currency}
          />
        )}
        <ColumnChart title={words('tillReport.hours')} what={words('tillReport.hour')} columns={hourColumns(report)} currency={currency} />
        <section className={styles.part}>
          <h2>{words('report.totals')}</h2>
          <dl className={styles.figures}>
            {totalFigures({ ...report.figures, currency }, names.person).map(([label, value]) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
        <BarTable
          title={words('report.tenders')}
          what={words('tillReport.what')}
          rows={tenderRows(report)}
          counted={words('tillReport.payments')}
          currency={currency}
        />
        <BarTable
          title={words('tillReport.departments')}
          what={words('tillReport.what')}
          rows={departmentRows(report)}
          counted={counted}
          currency={currency}
        />
        <BarTable
          title={words('tillReport.byAssociate')}
          what={words('report.associate')}
          rows={associateRows(report, names)}
          counted={counted}
          currency={currency}
        />
        <BarTable
          title={words('tillReport.byRegister')}
          what={words('tillReport.register')}
          rows={registerRows(report, names)}
          counted={counted}
          currency={currency}
        />
      </div>
    </div>
  );
}
