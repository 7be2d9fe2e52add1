import { type KeyboardEvent, useState } from 'react';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Count.module.css';
import { type Pieces, piecesIn } from './use-count.ts';

type Counted = Omit<Pieces, 'sumMinor' | 'denominations'>;

interface RowProps {
  readonly count: Counted;
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

interface QuantityProps {
  readonly text: string;
  readonly labels: { readonly less: string; readonly of: string; readonly more: string };
  readonly onChange: (text: string) => void;
}

/** How many of one kind: typed, or one more and one less by touch. */
function Quantity({ text, labels, onChange }: QuantityProps) {
  const pieces = piecesIn(text);
  const isValid = !Number.isNaN(pieces);
  const more = (by: number) => onChange(String(Math.max(0, (isValid ? pieces : 0) + by)));
  return (
    <span className={styles.pieces}>
      <button type="button" aria-label={labels.less} disabled={!isValid || pieces === 0} onClick={() => more(-1)}>
        −
      </button>
      <input
        aria-label={labels.of}
        aria-invalid={!isValid || undefined}
        inputMode="numeric"
        autoComplete="off"
        placeholder="0"
        value={text}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
        onKeyDown={step}
      />
      <button type="button" aria-label={labels.more} onClick={() => more(1)}>
        +
      </button>
    </span>
  );
}

function Sum({ pieces, eachMinor, currency }: { readonly pieces: number; readonly eachMinor: number; readonly currency: string }) {
  return (
    <span className={styles.sum} data-none={pieces === 0 || undefined}>
      {Number.isNaN(pieces) ? '–' : formatMoney(pieces * eachMinor, currency)}
    </span>
  );
}

function PieceRow({ count, valueMinor, currency, isNote }: RowProps) {
  const text = count.piecesOf(valueMinor);
  const value = formatMoney(valueMinor, currency);
  const labels = {
    less: words('shift.onePieceLess', { value }),
    of: words('shift.piecesOf', { value }),
    more: words('shift.onePieceMore', { value }),
  };
  return (
    <div className={styles.row}>
      <span className={isNote ? styles.bill : styles.coin}>{value}</span>
      <Quantity text={text} labels={labels} onChange={(next) => count.setPieces(valueMinor, next)} />
      <Sum pieces={piecesIn(text)} eachMinor={valueMinor} currency={currency} />
    </div>
  );
}

/** Rolls of coins, as they come from the bank: shown when somebody has some. */
function Rolls({ count, currency }: { readonly count: Counted; readonly currency: string }) {
  const [isOpen, setOpen] = useState(() => count.rolls.some(({ valueMinor }) => count.rollsOf(valueMinor) !== ''));
  if (count.rolls.length === 0) return null;
  return (
    <details className={styles.rolls} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words('shift.rolls')}</summary>
      {count.rolls.map(({ valueMinor, pieces }) => {
        const value = formatMoney(valueMinor, currency);
        const labels = {
          less: words('shift.oneRollLess', { value }),
          of: words('shift.rollsOf', { value }),
          more: words('shift.oneRollMore', { value }),
        };
        return (
          <div key={valueMinor} className={styles.row}>
            <span className={styles.coin}>{words('shift.roll', { pieces, value })}</span>
            <Quantity text={count.rollsOf(valueMinor)} labels={labels} onChange={(next) => count.setRolls(valueMinor, next)} />
            <Sum pieces={piecesIn(count.rollsOf(valueMinor))} eachMinor={valueMinor * pieces} currency={currency} />
          </div>
        );
      })}
    </details>
  );
}

/** The drawer counted note by note and coin by coin, the largest first. */
export function CountPieces({ count, currency }: { readonly count: Counted; readonly currency: string }) {
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
          {!isNote && <Rolls count={count} currency={currency} />}
        </div>
      ))}
    </div>
  );
}
