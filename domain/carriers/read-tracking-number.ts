import { type CarrierCode, TRACKING_FORMATS, type TrackingFormat, type TrackingFormatName } from './tracking-formats.ts';

/** What a tracking number is, as far as it can be told. */
export type TrackingReading =
  | {
      readonly kind: 'right';
      readonly format: TrackingFormatName;
      readonly carrier: CarrierCode | null;
      /** As the carrier prints it for people, without spaces. */
      readonly number: string;
    }
  /** It has the shape of a format, but not its check digit. */
  | { readonly kind: 'wrong_check_digit'; readonly format: TrackingFormatName; readonly isUnmistakable: boolean }
  /** No format that is known here: another carrier's, or a mark of the store's own. */
  | { readonly kind: 'unknown' };

/** A number without what only makes it readable: spaces, hyphens between groups, small letters. */
export function plainTracking(text: string): string {
  return text.replace(/(?<=\w)-(?=\w)|\s+/g, '').toUpperCase();
}

const FORMATS = Object.entries(TRACKING_FORMATS) as [TrackingFormatName, TrackingFormat][];

/** Tells the format and carrier of a typed or scanned tracking number, and whether its check digit is right. */
export function readTrackingNumber(text: string): TrackingReading {
  const number = plainTracking(text);
  for (const [name, { shape, checkDigit, carrier, shown, isUnmistakable }] of FORMATS) {
    const { checked, check } = shape.exec(number)?.groups ?? {};
    if (checked === undefined || check === undefined) continue;
    if (checkDigit(checked) !== check) return { kind: 'wrong_check_digit', format: name, isUnmistakable };
    return { kind: 'right', format: name, carrier, number: shown?.(number) ?? number };
  }
  return { kind: 'unknown' };
}
