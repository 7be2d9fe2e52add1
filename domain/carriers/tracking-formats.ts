import { gtinCheckDigit } from '../barcodes/check-digits.ts';

/** A carrier whose numbers can be told by their shape. `post` is any national post: the number names its country. */
export type CarrierCode = 'ups' | 'fedex' | 'usps' | 'dhl_express' | 'post';

/** How the numbers of one kind are written and checked. */
export interface TrackingFormat {
  /** Null where numbers of this kind do not name the carrier. */
  readonly carrier: CarrierCode | null;
  /** The group `checked` is what the check digit is over, `check` the check digit. */
  readonly shape: RegExp;
  /** The check digit of what it is over. */
  readonly checkDigit: (checked: string) => string;
  /** The number that people read, where the barcode holds more. */
  readonly shown?: (number: string) => string;
  /** Whether nothing else looks like this: a wrong check digit is then a mistake, and not another carrier's number. */
  readonly isUnmistakable: boolean;
}

/** Each digit times its weight, from the left; the weights begin anew where they end. */
function weightedSum(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index % weights.length] ?? 0), 0);
}

/** What is missing to the next ten. */
const toNextTen = (sum: number): string => String((10 - (sum % 10)) % 10);

/** Letters count in UPS's numbers: A is 2, B is 3, and so on without the tens. */
const withoutLetters = (text: string): string => text.replace(/[A-Z]/g, (letter) => String((letter.charCodeAt(0) - 3) % 10));

/** The check digit of the national posts' numbers (UPU standard S10). */
function s10CheckDigit(digits: string): string {
  const rest = weightedSum(digits, [8, 6, 4, 2, 3, 5, 9, 7]) % 11;
  if (rest === 0) return '5';
  return rest === 1 ? '0' : String(11 - rest);
}

const gs1 = (digits: string): string => String(gtinCheckDigit(digits));

/** USPS's barcode begins with the destination, which is no part of the number: 420 and a ZIP code of five or nine digits. */
const USPS_DESTINATION = /^420(?:\d{9}|\d{5})(?=9[2-5]\d{20}(?:\d{4})?$)/;

const withoutDestination = (number: string): string => number.replace(USPS_DESTINATION, '');

/** The formats of tracking numbers, as the carriers and GS1 publish them. A number is of the first whose shape it has. */
export const TRACKING_FORMATS = {
  ups_1z: {
    carrier: 'ups',
    shape: /^1Z(?<checked>[A-Z0-9]{6}\d{9})(?<check>\d)$/,
    checkDigit: (checked) => toNextTen(weightedSum(withoutLetters(checked), [1, 2])),
    isUnmistakable: true,
  },
  usps_impb_22: {
    carrier: 'usps',
    shape: /^(?:420\d{5}(?:\d{4})?)?(?<checked>9[2-5]\d{19})(?<check>\d)$/,
    checkDigit: gs1,
    shown: withoutDestination,
    isUnmistakable: true,
  },
  usps_impb_26: {
    carrier: 'usps',
    shape: /^(?:420\d{5}(?:\d{4})?)?(?<checked>9[2-5]\d{23})(?<check>\d)$/,
    checkDigit: gs1,
    shown: withoutDestination,
    isUnmistakable: true,
  },
  fedex_96_ground: {
    carrier: 'fedex',
    shape: /^96\d{5}(?<checked>\d{14})(?<check>\d)$/,
    checkDigit: (checked) => toNextTen(weightedSum(checked, [1, 3])),
    isUnmistakable: true,
  },
  fedex_34_barcode: {
    carrier: 'fedex',
    shape: /^\d{20}(?<checked>\d{13})(?<check>\d)$/,
    checkDigit: (checked) => String((weightedSum(checked, [1, 7, 3]) % 11) % 10),
    shown: (number) => number.slice(-12),
    isUnmistakable: true,
  },
  fedex_12: {
    carrier: 'fedex',
    shape: /^(?<checked>\d{11})(?<check>\d)$/,
    checkDigit: (checked) => String((weightedSum(checked, [3, 1, 7]) % 11) % 10),
    isUnmistakable: false,
  },
  fedex_15_ground: {
    carrier: 'fedex',
    shape: /^(?<checked>\d{14})(?<check>\d)$/,
    checkDigit: (checked) => toNextTen(weightedSum(checked, [1, 3])),
    isUnmistakable: false,
  },
  s10_upu: {
    carrier: 'post',
    shape: /^[A-Z]{2}(?<checked>\d{8})(?<check>\d)[A-Z]{2}$/,
    checkDigit: s10CheckDigit,
    isUnmistakable: true,
  },
  dhl_express_10: {
    carrier: 'dhl_express',
    shape: /^(?<checked>\d{9})(?<check>\d)$/,
    checkDigit: (checked) => String(Number(checked) % 7),
    isUnmistakable: false,
  },
  sscc_18: {
    carrier: null,
    shape: /^(?:00)?(?<checked>\d{17})(?<check>\d)$/,
    checkDigit: gs1,
    shown: (number) => number.slice(-18),
    isUnmistakable: false,
  },
} as const satisfies Readonly<Record<string, TrackingFormat>>;

export type TrackingFormatName = keyof typeof TRACKING_FORMATS;
