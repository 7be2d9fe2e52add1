import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import type { TillReportQuery, WatchedItem } from '../../../domain/reports/report-protocol.ts';
import { words } from '../../../texts/words/words.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Empty, Notice } from '../Notice.tsx';
import { usePaged } from '../use-paged.ts';
import styles from './Reports.module.css';
import type { ReportNames, ReportSource, WatchedChoice } from './report-source.ts';
import { entryDetails, entryName, hasAmount } from './watched-words.ts';

const LOOK_AGAIN_MS = 60_000;

interface WatchedListProps {
  readonly source: ReportSource;
  readonly period: TillReportQuery;
  readonly choice: WatchedChoice;
  readonly names: ReportNames;
  readonly timezone: string;
  readonly explain: (error: unknown) => string;
  readonly onLook: (item: WatchedItem) => void;
  readonly onClose: () => void;
}

function Entry({
  item,
  names,
  timezone,
  onLook,
}: Pick<WatchedListProps, 'names' | 'timezone' | 'onLook'> & { readonly item: WatchedItem }) {
  const { amountMinor, currency, kind } = item;
  const name = entryName(item, names);
  return (
    <li className={styles.entry}>
      <div>
        <strong>
          <bdi>{name}</bdi>
          {hasAmount(kind) && <> · {formatMoney(amountMinor, currency)}</>}
        </strong>
        <span>{entryDetails(item, names, timezone)}</span>
      </div>
      <Button variant="default" aria-label={words('tillReport.lookAt', { name })} onClick={() => onLook(item)}>
        {words('tillReport.look')}
      </Button>
    </li>
  );
}

/** Each of what a number of the table counts, the newest first, with the way to its receipt. */
export function WatchedList({ source, period, choice, names, timezone, explain, onLook, onClose }: WatchedListProps) {
  const { from, to } = period;
  const { kind, associate } = choice;
  const heading = useRef<HTMLHeadingElement>(null);
  const load = useCallback(
    (after?: string) => source.watched({ from, to, kind, ...(associate !== null && { associate }), ...(after !== undefined && { after }) }),
    [source, from, to, kind, associate],
  );
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  useEffect(() => heading.current?.focus(), [kind, associate]);
  const name = associate === null ? words('tillReport.everybody') : names.person(associate);
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {words('tillReport.listOf', { kind: words(`tillReport.kind.${kind}`), name })}
        </h2>
        <Button variant="default" onClick={onClose}>
          {words('tillReport.closeList')}
        </Button>
      </div>
      {list.trouble !== null && <Notice tone="bad">{list.trouble}</Notice>}
      {list.items?.length === 0 && <Empty title={words('tillReport.noEntry')} />}
      <ul className={styles.entries}>
        {list.items?.map((item) => (
          <Entry key={`${item.registerId} ${item.seq} ${item.kind}`} item={item} names={names} timezone={timezone} onLook={onLook} />
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" onClick={list.more}>
          {words('office.showMore')}
        </Button>
      )}
    </section>
  );
}
