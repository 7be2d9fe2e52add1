import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { isPeriod, type TillReportAnswer, type TillReportQuery, type WatchedItem } from '../../../domain/reports/report-protocol.ts';
import { words } from '../../../texts/words/words.ts';
import { IconArrowLeft, IconPrinter } from '../icons.ts';
import { Empty, Notice } from '../Notice.tsx';
import { EntryView } from './EntryView.tsx';
import { COMPARISONS, type Comparison, periodBefore, periodOf } from './period.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import styles from './Reports.module.css';
import type { TillReport } from '../../../domain/reports/till-report.ts';
import type { ReportNames, ReportSource, WatchedChoice } from './report-source.ts';
import { daysText, type PrintedReport } from './till-report-paper.ts';
import { PdfButton } from '../paper/PdfButton.tsx';
import { printPart } from '../print-part.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { TillReportView } from './TillReportView.tsx';
import { entryDetails, entryName, namesIn } from './watched-words.ts';
import { WatchedList } from './WatchedList.tsx';
import { WatchedTable } from './WatchedTable.tsx';

export interface TillReportsProps {
  /** Must stay the same while it means the same store. */
  readonly source: ReportSource;
  /** It stands on what is printed. */
  readonly storeName: string;
  /** The calendar day in the store. */
  readonly today: string;
  /** Of the store, an IANA name. */
  readonly timezone: string;
  readonly explain: (error: unknown) => string;
  /** Prints a slip of a report; left out where there is no receipt printer. */
  readonly slip?: (printed: PrintedReport) => ReactNode;
}

interface Answer {
  readonly period: TillReportQuery;
  readonly found: TillReportAnswer;
  /** The days with which it is compared, and their report; null without a comparison. */
  readonly earlier: TillReportQuery | null;
  readonly before: TillReportAnswer | null;
}

/** What was read of a period, and why the last reading failed. */
function useAnswer({ source, explain }: TillReportsProps, { from, to }: TillReportQuery, comparison: Comparison | null) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const period = { from, to };
    if (!isPeriod(period)) return undefined;
    const earlier = comparison === null ? null : periodBefore(period, comparison);
    Promise.all([source.read(period), earlier && source.read(earlier)]).then(
      ([found, before]) => wanted && (setAnswer({ period, found, earlier, before }), setTrouble(null)),
      (error: unknown) => wanted && setTrouble(explain(error)),
    );
    return () => {
      wanted = false;
    };
  }, [source, explain, from, to, comparison]);
  return { answer, trouble };
}

interface OpenEntry {
  readonly item: WatchedItem;
  readonly operation: unknown;
}

function ComparisonChoice({
  value,
  onChange,
}: {
  readonly value: Comparison | null;
  readonly onChange: (next: Comparison | null) => void;
}) {
  return (
    <div className={styles.presets}>
      <NativeSelect
        label={words('tillReport.compare')}
        size="md"
        value={value ?? 'none'}
        data={(['none', ...COMPARISONS] as const).map((one) => ({ value: one, label: words(`tillReport.compare.${one}`) }))}
        onChange={(event) => onChange(COMPARISONS.find((one) => one === event.currentTarget.value) ?? null)}
      />
    </div>
  );
}

interface OneReportProps extends Pick<TillReportsProps, 'slip' | 'storeName'> {
  readonly answer: Answer;
  readonly report: TillReport;
  readonly names: ReportNames;
  readonly children: ReactNode;
}

/** The report of one currency: its days, how it prints, and what it was before. */
function OneReport({ answer, report, storeName, slip, names, children }: OneReportProps) {
  const { period, earlier } = answer;
  const before = answer.before?.reports.find(({ currency }) => currency === report.currency) ?? null;
  const title = `${words('tillReport.title')} ${report.currency}`;
  return (
    <article className={styles.report} data-printed="report" aria-label={title}>
      <p className={styles.quiet}>
        <bdi>{storeName}</bdi> · {daysText(period)} · {report.currency}
      </p>
      <div className={styles.actions}>
        <Button variant="default" leftSection={<IconPrinter aria-hidden size={20} />} onClick={() => printPart('report', title)}>
          {words('tillReport.printPage')}
        </Button>
        <PdfButton name={`${title} ${storeName} ${daysText(period)}`} part="report" byBrowser={false} />
        {slip?.({ report, period, before, names })}
      </div>
      {earlier !== null && before === null && <Notice tone="info">{words('tillReport.nothingBefore', { days: daysText(earlier) })}</Notice>}
      {earlier !== null && before !== null && (
        <ComparisonTable now={report} before={before} nowIs={daysText(period)} beforeIs={daysText(earlier)} />
      )}
      {children}
    </article>
  );
}

/** The reports of a store over days of one's choice, and the way from a number to the receipts behind it. */
export function TillReports(props: TillReportsProps) {
  const { source, storeName, today, timezone, explain, slip } = props;
  const [period, setPeriod] = useState(() => periodOf('today', today));
  const [choice, setChoice] = useState<WatchedChoice | null>(null);
  const [open, setOpen] = useState<OpenEntry | null>(null);
  const [notOpened, setNotOpened] = useState<string | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const { answer, trouble } = useAnswer(props, period, comparison);
  const [report] = answer?.found.reports ?? [];
  const names = namesIn(answer?.found ?? { people: {}, registers: {} });

  function look(item: WatchedItem): void {
    setNotOpened(null);
    source.entry(item.registerId, item.seq).then(
      (operation) => setOpen({ item, operation }),
      (error: unknown) => setNotOpened(explain(error)),
    );
  }

  if (open !== null) {
    return (
      <section className={styles.part}>
        <div className={styles.head}>
          <h2>{entryName(open.item, names)}</h2>
          <Button variant="default" autoFocus leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={() => setOpen(null)}>
            {words('tillReport.backToReport')}
          </Button>
        </div>
        <p className={styles.quiet}>{entryDetails(open.item, names, timezone)}</p>
        <EntryView operation={open.operation} />
      </section>
    );
  }
  return (
    <div className={styles.report}>
      <PeriodChoice today={today} period={period} onChange={(next) => (setPeriod(next), setChoice(null))} />
      <ComparisonChoice value={comparison} onChange={setComparison} />
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {notOpened !== null && <Notice tone="bad">{notOpened}</Notice>}
      {answer === null && trouble === null && <Empty title={words('tillReport.reading')} />}
      {answer !== null && report === undefined && <Empty title={words('tillReport.none')}>{words('tillReport.noneText')}</Empty>}
      {answer?.found.reports.map((one) => (
        <OneReport
          key={one.currency}
          answer={answer}
          report={one}
          storeName={storeName}
          {...(slip !== undefined && { slip })}
          names={names}
        >
          <TillReportView report={one} period={answer.period} names={names} timezone={timezone} />
          <WatchedTable report={one} names={names} chosen={choice} onChoose={setChoice} />
        </OneReport>
      ))}
      {choice !== null && answer !== null && (
        <WatchedList
          source={source}
          period={answer.period}
          choice={choice}
          names={names}
          timezone={timezone}
          explain={explain}
          onLook={look}
          onClose={() => setChoice(null)}
        />
      )}
    </div>
  );
}
