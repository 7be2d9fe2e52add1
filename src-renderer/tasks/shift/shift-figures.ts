import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { words } from '../../words/words.ts';

/** The figures of a drawer that was counted, each with what it is. Amounts in minor units. */
export function shiftFigures(
  shift: Shift,
  { countedMinor, expectedMinor }: { readonly countedMinor: number; readonly expectedMinor: number },
): (readonly [label: string, value: string])[] {
  const { currency } = shift;
  return [
    [words('shift.float'), formatMoney(shift.floatMinor, currency)],
    [words('shift.taken'), formatMoney(expectedMinor - shift.floatMinor, currency)],
    [words('shift.expected'), formatMoney(expectedMinor, currency)],
    [words('shift.counted'), formatMoney(countedMinor, currency)],
    [words('shift.difference'), formatMoney(countedMinor - expectedMinor, currency)],
    ...Object.entries(shift.otherCash ?? {}).map(
      ([other, minor]) => [words('shift.beside', { currency: other }), formatMoney(minor, other)] as const,
    ),
  ];
}
