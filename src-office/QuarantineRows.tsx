import { Checkbox } from '@mantine/core';
import type { QuarantineItem } from '../domain/office/office-protocol.ts';
import { operationWords } from '../domain/registry/operation-words.ts';
import looks from '../src-renderer/kit/exceptions/Exceptions.module.css';
import { formatMoment } from '../src-renderer/kit/format-time.ts';
import rows from '../src-renderer/kit/ListAndDetail.module.css';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';

export interface QuarantineRowsProps {
  readonly items: readonly QuarantineItem[];
  /** The numbers that are ticked. */
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
  readonly openId: number | null;
  readonly onOpen: (id: number) => void;
}

/** What is in quarantine, each to open and to tick. */
export function QuarantineRows({ items, chosen, onChoose, openId, onOpen }: QuarantineRowsProps) {
  const selected = items.filter((item) => chosen.has(item.id)).length;

  function choose(id: number, on: boolean): void {
    onChoose(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  }

  return (
    <>
      <Checkbox
        label="Choose all that are shown"
        checked={selected === items.length}
        indeterminate={selected > 0 && selected < items.length}
        onChange={(event) => onChoose(new Set(event.currentTarget.checked ? items.map((item) => item.id) : []))}
      />
      <ul className={rows.rows} aria-label="In quarantine">
        {items.map((item) => (
          <li key={item.id} className={styles.held}>
            <Checkbox
              aria-label={`Choose number ${item.id}`}
              checked={chosen.has(item.id)}
              onChange={(event) => choose(item.id, event.currentTarget.checked)}
            />
            <QuarantineRow item={item} current={item.id === openId} onOpen={() => onOpen(item.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface QuarantineRowProps {
  readonly item: QuarantineItem;
  readonly current: boolean;
  readonly onOpen: () => void;
}

function QuarantineRow({ item, current, onOpen }: QuarantineRowProps) {
  const { overview } = useOffice();
  const timezone = overview.stores.find((one) => one.id === item.storeId)?.timezone ?? 'UTC';
  return (
    <button type="button" className={looks.row} aria-current={current} onClick={onOpen}>
      <strong>{item.message}</strong>
      <span className={looks.rowFacts}>
        <span>
          {item.type === null ? 'Not readable' : operationWords(item.type)}
          {` · ${item.storeName ?? 'unknown store'}, register ${item.registerPrefix ?? item.registerId}`}
          {item.seq !== null && `, operation ${item.seq}`}
        </span>
        <span className={looks.quiet}>{formatMoment(item.at, timezone)}</span>
      </span>
    </button>
  );
}
