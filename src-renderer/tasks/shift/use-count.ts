import { useMemo } from 'react';
import { z } from 'zod';
import { type CoinRoll, coinRolls } from '../../../domain/payments/coin-rolls.ts';
import { countedPieces } from '../../../domain/payments/denominations.ts';
import { shiftClosing } from '../../../domain/shift/settings.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { holderOf } from '../../../domain/shift/shift-in-use.ts';
import { formatAmount, parseAmount, parseCount } from '../../../texts/say/format-money.ts';
import { useSetting } from '../../kit/register-context.tsx';
import { useRecordDraft } from '../../kit/use-record-draft.ts';

const draftSchema = z.record(z.string(), z.string());
const MOST_PIECES = 1_000_000;

export type CountBy = 'pieces' | 'sum';

/** The count of a drawer while somebody is at it. Amounts in minor units of its currency. */
export interface Count {
  readonly by: CountBy;
  readonly setBy: (by: CountBy) => void;
  readonly notes: readonly number[];
  readonly coins: readonly number[];
  /** How many of one value, as typed. */
  readonly piecesOf: (valueMinor: number) => string;
  readonly setPieces: (valueMinor: number, text: string) => void;
  /** The rolls of coins that banks have in this currency. */
  readonly rolls: readonly CoinRoll[];
  /** How many rolls of coins of one value, as typed. */
  readonly rollsOf: (valueMinor: number) => string;
  readonly setRolls: (valueMinor: number, text: string) => void;
  readonly sumText: string;
  readonly setSum: (text: string) => void;
  readonly leftText: string;
  readonly setLeft: (text: string) => void;
  /** What is written on the bag with the rest. */
  readonly bagText: string;
  readonly setBag: (text: string) => void;
  /** NaN where what was typed is no amount, or where nothing was typed. */
  readonly countedMinor: number;
  /** What stays in the drawer; null where nobody said, NaN where what was typed is no amount. */
  readonly leftMinor: number | null;
  readonly denominations: { valueMinor: number; count: number }[] | null;
  readonly clear: () => void;
}

/** How many pieces were typed; NaN where it is no number of pieces. */
export function piecesIn(text: string): number {
  if (text.trim() === '') return 0;
  const pieces = parseCount(text);
  return pieces !== null && pieces <= MOST_PIECES ? pieces : Number.NaN;
}

/** What was counted so far; found again after another screen or a restart, as long as the shift is open. */
export function useCount(shift: Shift): Count {
  const { countBy, leaveMinor } = useSetting(shiftClosing);
  const draft = useRecordDraft('shift-count', draftSchema);
  // Whoever takes the drawer over counts anew.
  const whose = holderOf(shift) === null ? shift.id : `${shift.id} ${holderOf(shift)}`;
  const mine = draft.shown['shift'] === whose ? draft.shown : {};
  const { currency } = shift;
  const pieces = useMemo(() => countedPieces(currency), [currency]);
  const rolls = useMemo(() => coinRolls(currency), [currency]);

  function set(key: string, text: string): void {
    const before = draft.now.current['shift'] === whose ? draft.now.current : {};
    draft.write({ ...before, shift: whose, [key]: text });
  }

  const by: CountBy = mine['by'] === 'pieces' || mine['by'] === 'sum' ? mine['by'] : countBy;
  const piecesOf = (valueMinor: number) => mine[`p${valueMinor}`] ?? '';
  const values = [...pieces.notes, ...pieces.coins];
  const rollsOf = (valueMinor: number) => mine[`r${valueMinor}`] ?? '';
  const isCounted = values.some((value) => piecesOf(value) !== '' || rollsOf(value) !== '');
  /** Loose ones and those in rolls. */
  const countOf = (value: number) =>
    piecesIn(piecesOf(value)) + (rolls.find(({ valueMinor }) => valueMinor === value)?.pieces ?? 0) * piecesIn(rollsOf(value));
  const sumText = mine['sum'] ?? '';
  const leftText = mine['left'] ?? (leaveMinor === null ? '' : formatAmount(leaveMinor, currency));
  const inPieces = values.reduce((sum, value) => sum + value * countOf(value), isCounted ? 0 : Number.NaN);
  return {
    by,
    setBy: (next) => set('by', next),
    ...pieces,
    piecesOf,
    setPieces: (valueMinor, text) => set(`p${valueMinor}`, text),
    rolls,
    rollsOf,
    setRolls: (valueMinor, text) => set(`r${valueMinor}`, text),
    sumText,
    setSum: (text) => set('sum', text),
    leftText,
    setLeft: (text) => set('left', text),
    bagText: mine['bag'] ?? '',
    setBag: (text) => set('bag', text),
    countedMinor: by === 'pieces' ? inPieces : (parseAmount(sumText, currency) ?? Number.NaN),
    leftMinor: leftText.trim() === '' ? null : (parseAmount(leftText, currency) ?? Number.NaN),
    denominations:
      by === 'pieces' ? values.map((valueMinor) => ({ valueMinor, count: countOf(valueMinor) })).filter(({ count }) => count > 0) : null,
    clear: () => draft.write({}),
  };
}
