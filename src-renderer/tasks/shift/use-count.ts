import { useMemo, useState } from 'react';
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

/** Notes and coins that are counted. Amounts in minor units of their currency. */
export interface Pieces {
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
  /** What they come to; null while nothing is counted, NaN where what was typed is no number of pieces. */
  readonly sumMinor: number | null;
  readonly denominations: { valueMinor: number; count: number }[];
}

/** The count of a drawer while somebody is at it. Amounts in minor units of its currency. */
export interface Count extends Omit<Pieces, 'sumMinor' | 'denominations'> {
  readonly by: CountBy;
  readonly setBy: (by: CountBy) => void;
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

/** Reads what was typed for each value, and writes it. @param typed by `p` and the value of a piece, or `r` and that of a roll. */
function usePieces(typed: Readonly<Record<string, string>>, set: (key: string, text: string) => void, currency: string): Pieces {
  const pieces = useMemo(() => countedPieces(currency), [currency]);
  const rolls = useMemo(() => coinRolls(currency), [currency]);
  const piecesOf = (valueMinor: number) => typed[`p${valueMinor}`] ?? '';
  const rollsOf = (valueMinor: number) => typed[`r${valueMinor}`] ?? '';
  const values = [...pieces.notes, ...pieces.coins];
  const isCounted = values.some((value) => piecesOf(value) !== '' || rollsOf(value) !== '');
  /** Loose ones and those in rolls. */
  const countOf = (value: number) =>
    piecesIn(piecesOf(value)) + (rolls.find(({ valueMinor }) => valueMinor === value)?.pieces ?? 0) * piecesIn(rollsOf(value));
  return {
    ...pieces,
    piecesOf,
    setPieces: (valueMinor, text) => set(`p${valueMinor}`, text),
    rolls,
    rollsOf,
    setRolls: (valueMinor, text) => set(`r${valueMinor}`, text),
    sumMinor: isCounted ? values.reduce((sum, value) => sum + value * countOf(value), 0) : null,
    denominations: values.map((valueMinor) => ({ valueMinor, count: countOf(valueMinor) })).filter(({ count }) => count > 0),
  };
}

/** The float while it is counted piece by piece. It is not kept: what was in the drawer yesterday is no float of today. */
export function useFloatCount(currency: string): Pieces {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  return usePieces(typed, (key, text) => setTyped((before) => ({ ...before, [key]: text })), currency);
}

/** What was counted so far; found again after another screen or a restart, as long as the shift is open. */
export function useCount(shift: Shift): Count {
  const { countBy, leaveMinor } = useSetting(shiftClosing);
  const draft = useRecordDraft('shift-count', draftSchema);
  // Whoever takes the drawer over counts anew.
  const whose = holderOf(shift) === null ? shift.id : `${shift.id} ${holderOf(shift)}`;
  const mine = draft.shown['shift'] === whose ? draft.shown : {};
  const { currency } = shift;

  function set(key: string, text: string): void {
    const before = draft.now.current['shift'] === whose ? draft.now.current : {};
    draft.write({ ...before, shift: whose, [key]: text });
  }

  const { sumMinor, denominations, ...pieces } = usePieces(mine, set, currency);
  const by: CountBy = mine['by'] === 'pieces' || mine['by'] === 'sum' ? mine['by'] : countBy;
  const sumText = mine['sum'] ?? '';
  const leftText = mine['left'] ?? (leaveMinor === null ? '' : formatAmount(leaveMinor, currency));
  return {
    ...pieces,
    by,
    setBy: (next) => set('by', next),
    sumText,
    setSum: (text) => set('sum', text),
    leftText,
    setLeft: (text) => set('left', text),
    bagText: mine['bag'] ?? '',
    setBag: (text) => set('bag', text),
    countedMinor: by === 'pieces' ? (sumMinor ?? Number.NaN) : (parseAmount(sumText, currency) ?? Number.NaN),
    leftMinor: leftText.trim() === '' ? null : (parseAmount(leftText, currency) ?? Number.NaN),
    denominations: by === 'pieces' ? denominations : null,
    clear: () => draft.write({}),
  };
}
