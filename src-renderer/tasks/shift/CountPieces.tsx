import type { KeyboardEvent } from 'react';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Count.module.css';
import { type Count, piecesIn } from './use-count.ts';

interface RowProps {
  readonly count: Count;
  readonly valueMinor: number;
  readonly currency: string;
  readonly isNote: boolean;
}

/** Enter and the arrows go to the next row; nothing is closed by them. */
function step(event: KeyboardEvent<HTMLInputElement>): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.closest('[data-count]')?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  const next = fields[fields.indexOf(event.currentTarget) + by];
  next?.focus();
  next?.select();
}

function PieceRow({ count, valueMinor, currency, isNote }: RowProps) {
  const text = count.piecesOf(valueMinor);
  const pieces = piecesIn(text);
  const value = formatMoney(valueMinor, currency);
  const isValid = !Number.isNaN(pieces);
  const more = (by: number) => count.setPieces(valueMinor, String(Math.max(0, (isValid ? pieces : 0) + by)));
  return (
    <div className={styles.row}>
      <span className={isNote ? styles.bill : styles.coin}>{value}</span>
      <span className={styles.pieces}>
        <button
          type="button"
          aria-label={words('shift.onePieceLess', { value })}
          disabled={!isValid || pieces === 0}
          onClick={() => more(-1)}
        >
          −
        </button>
        <input
          aria-label={words('shift.piecesOf', { value })}
          aria-invalid={!isValid || undefined}
          inputMode="numeric"
          autoComplete="off"
          placeholder="0"
          value={text}
          onChange={(event) => count.setPieces(valueMinor, event.currentTarget.value.trim())}
          onKeyDown={step}
        />
        <button type="button" aria-label={words('shift.onePieceMore', { value })} onClick={() => more(1)}>
          +
        </button>
      </span>
      <span className={styles.sum} data-none={pieces === 0 || undefined}>
        {isValid ? formatMoney(pieces * valueMinor, currency) : '–'}
      </span>
    </div>
  );
}

/** The drawer counted note by note and coin by coin, the largest first. */
export function CountPieces({ count, currency }: { readonly count: Count; readonly currency: string }) {
  const columns = [
    { name: 'shift.note', values: count.notes, isNote: true },
    { name: 'shift.coin', values: count.coins, isNote: false },
  ] as const;
  return (
    <div className={styles.columns} data-count>
      {columns.map(({ name, values, isNote }) => (
        <div key={name} className={styles.column}>
          <div className={styles.columnHead} aria-hidden>
            <span>{words(name)}</span>
            <span>{words('shift.pieces')}</span>
            <span>{words('shift.sum')}</span>
          </div>
          {values.map((valueMinor) => (
            <PieceRow key={valueMinor} count={count} valueMinor={valueMinor} currency={currency} isNote={isNote} />
          ))}
        </div>
      ))}
    </div>
  );
}
