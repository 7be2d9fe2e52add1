import { Checkbox } from '@mantine/core';
import type { QuarantineItem } from '../domain/office/office-protocol.ts';
import { operationName, reasonSentence } from '../src-renderer/kit/reason-words.ts';
import looks from '../src-renderer/kit/exceptions/Exceptions.module.css';
import { formatMoment } from '../texts/say/format-time.ts';
import rows from '../src-renderer/kit/ListAndDetail.module.css';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { words } from '../texts/words/words.ts';

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
        label={words('office.chooseShown')}
        checked={selected === items.length}
        indeterminate={selected > 0 && selected < items.length}
        onChange={(event) => onChoose(new Set(event.currentTarget.checked ? items.map((item) => item.id) : []))}
      />
      <ul className={rows.rows} aria-label={words('office.inQuarantine')}>
        {items.map((item) => (
          <li key={item.id} className={styles.held}>
            <Checkbox
              aria-label={words('office.chooseNumber', { id: item.id })}
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

/** What kind of operation it is, and where it comes from. */
function originWords({ type, storeName, registerPrefix, registerId, seq }: QuarantineItem): string {
  const origin = {
    what: type === null ? words('office.notReadable') : operationName(type),
    store: storeName ?? words('office.unknownStore'),
    register: registerPrefix ?? registerId,
  };
  return seq === null ? words('office.heldFrom', origin) : words('office.heldFromSeq', { ...origin, seq: String(seq) });
}

function QuarantineRow({ item, current, onOpen }: QuarantineRowProps) {
  const { overview } = useOffice();
  const timezone = overview.stores.find((one) => one.id === item.storeId)?.timezone ?? 'UTC';
  return (
    <button type="button" className={looks.row} aria-current={current} onClick={onOpen}>
      <strong>{reasonSentence(item)}</strong>
      <span className={looks.rowFacts}>
        <span>{originWords(item)}</span>
        <span className={looks.quiet}>{formatMoment(item.at, timezone)}</span>
      </span>
    </button>
  );
}
