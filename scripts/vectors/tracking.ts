import { z } from 'zod';
import { readTrackingNumber } from '../../domain/carriers/read-tracking-number.ts';
import { TRACKING_FORMATS, type TrackingFormatName } from '../../domain/carriers/tracking-formats.ts';
import { type Difference, defineKind } from './kind.ts';

const row = z.looseObject({
  format: z.enum(Object.keys(TRACKING_FORMATS) as [TrackingFormatName, ...TrackingFormatName[]]),
  checked_part: z.string().min(1),
  check_digit: z.string().min(1),
  valid: z.string().min(1),
  invalid: z.string().min(1),
});

/** What the reader makes of a number, as one word. */
function verdict(number: string): string {
  const reading = readTrackingNumber(number);
  return reading.kind === 'right' ? reading.format : reading.kind;
}

/** The valid number of a row is of its format; the invalid one is of none. */
export const tracking = {
  columns: ['format', 'checked_part', 'check_digit', 'valid', 'invalid'],
  ...defineKind(row, ({ format, checked_part: checked, check_digit: check, valid, invalid }) => {
    const isTaken = readTrackingNumber(invalid).kind === 'right';
    const found: Difference[] = [
      { field: 'check_digit', expected: check, got: TRACKING_FORMATS[format].checkDigit(checked) },
      { field: 'valid', expected: format, got: verdict(valid) },
      { field: 'invalid', expected: 'refused', got: isTaken ? verdict(invalid) : 'refused' },
    ];
    return found.filter(({ expected, got }) => expected !== got);
  }),
};
