import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isPeriod, type TillReportAnswer, type TillReportQuery, type WatchedItem } from '../../../domain/reports/report-protocol.ts';
import { words } from '../../../texts/words/words.ts';
import { formatDay } from '../../../texts/say/format-time.ts';
import { IconArrowLeft } from '../icons.ts';
import { Empty, Notice } from '../Notice.tsx';
import { EntryView } from './EntryView.tsx';
import { periodOf } from './period.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import styles from './Reports.module.css';
import type { ReportSource, WatchedChoice } from './report-source.ts';
import { TillReportView } from './TillReportView.tsx';
import { entryDetails, entryName, namesIn } from './watched-words.ts';
import { WatchedList } from './WatchedList.tsx';
import { WatchedTable } from './WatchedTable.tsx';

export interface TillReportsProps {
  /** Must stay the same while it means the same store. */
  readonly source: ReportSource;
  /** The calendar day in the store. */
  readonly today: string;
  /** Of the store, an IANA name. */
  readonly timezone: string;
  readonly explain: (error: unknown) => string;
}

/** What was read of a period, and why the last reading failed. */
function useAnswer({ source, explain }: TillReportsProps, { from, to }: TillReportQuery) {
  const [answer, setAnswer] = useState<{ readonly period: TillReportQuery; readonly found: TillReportAnswer } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const period = { from, to };
    if (!isPeriod(period)) return undefined;
    source.read(period).then(
      (found) => wanted && (setAnswer({ period, found }), setTrouble(null)),
      (error: unknown) => wanted && setTrouble(explain(error)),
    );
    return () => {
      wanted = false;
    };
  }, [source, explain, from, to]);
  return { answer, trouble };
}

interface OpenEntry {
  readonly item: WatchedItem;
  readonly operation: unknown;
}

/** The reports of a store over days of one's choice, and the way from a number to the receipts behind it. */
export function TillReports(props: TillReportsProps) {
  const { source, today, timezone, explain } = props;
  const [period, setPeriod] = useState(() => periodOf('today', today));
  const [choice, setChoice] = useState<WatchedChoice | null>(null);
  const [open, setOpen] = useState<OpenEntry | null>(null);
  const [notOpened, setNotOpened] = useState<string | null>(null);
  const { answer, trouble } = useAnswer(props, period);
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
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {notOpened !== null && <Notice tone="bad">{notOpened}</Notice>}
      {answer === null && trouble === null && <Empty title={words('tillReport.reading')} />}
      {answer !== null && report === undefined && <Empty title={words('tillReport.none')}>{words('tillReport.noneText')}</Empty>}
      {answer?.found.reports.map((one) => (
        <article key={one.currency} className={styles.report} aria-label={`${words('tillReport.title')} ${one.currency}`}>
          <p className={styles.quiet}>
            {words('tillReport.of', { from: formatDay(answer.period.from), to: formatDay(answer.period.to) })} · {one.currency}
          </p>
          <TillReportView report={one} period={answer.period} names={names} timezone={timezone} />
          <WatchedTable report={one} names={names} chosen={choice} onChoose={setChoice} />
        </article>
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
