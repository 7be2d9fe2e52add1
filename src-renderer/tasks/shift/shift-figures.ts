import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../kit/format-money.ts';

/** The figures of a drawer that was counted, each with what it is. Amounts in minor units. */
export function shiftFigures(
  shift: Shift,
  { countedMinor, expectedMinor }: { readonly countedMinor: number; readonly expectedMinor: number },
): (readonly [label: string, value: string])[] {
  const { currency } = shift;
  return [
    ['Float', formatMoney(shift.floatMinor, currency)],
    ['Cash taken, less cash given back', formatMoney(expectedMinor - shift.floatMinor, currency)],
    ['Expected in the drawer', formatMoney(expectedMinor, currency)],
    ['Counted', formatMoney(countedMinor, currency)],
    ['Difference', formatMoney(countedMinor - expectedMinor, currency)],
    ...Object.entries(shift.otherCash ?? {}).map(([other, minor]) => [`Beside it, in ${other}`, formatMoney(minor, other)] as const),
  ];
}
