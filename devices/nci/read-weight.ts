import type { Weighing } from '../../domain/device/weighing.ts';

/** What ends an answer. */
export const END_OF_ANSWER = '\u0003';

/** A bit of the two status bytes, and of the third that follows them on scales with a tare. Bits 4 and 5 are always set. */
export const STATUS = {
  first: { moving: 0b1, zero: 0b10, ramError: 0b100, eepromError: 0b1000 },
  second: { underCapacity: 0b1, overCapacity: 0b10, romError: 0b100, faultyCalibration: 0b1000, follows: 0b1000000 },
  third: { net: 0b100, initialZeroError: 0b1000 },
} as const;

const PARITY = 0x7f;

/** `<LF>` 1.236kg `<CR>` where the scale shows a weight, then `<LF>` and the status bytes, on some scales after an S. */
const ANSWER = /^(?:\n(?<shown>[^\n\r]*)\r)?\nS?(?<status>[^\n\r]{2,3})\r?$/;

const WEIGHT = /^(?<sign>-?)(?<whole>\d{1,6})(?:\.(?<fraction>\d{0,4}))?(?<unit>[a-z]+)$/;

/** Grams of a weight in kilograms or grams; null where they are no whole number, or another unit is shown. */
function gramsOf(shown: string): number | null {
  const { sign, whole, fraction = '', unit } = WEIGHT.exec(shown.replaceAll(' ', '').toLowerCase())?.groups ?? {};
  if (whole === undefined || (unit !== 'kg' && unit !== 'g')) return null;
  const decimals = unit === 'kg' ? 3 : 0;
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  if (!/^0*$/.test(fraction.slice(decimals))) return null;
  const grams = Number(whole + kept);
  return sign === '-' && grams !== 0 ? -grams : grams;
}

function whyNone(first: number, second: number, third: number): 'over_load' | 'under_load' | 'fault' | null {
  const isBroken =
    (first & (STATUS.first.ramError | STATUS.first.eepromError)) > 0 ||
    (second & (STATUS.second.romError | STATUS.second.faultyCalibration)) > 0 ||
    (third & STATUS.third.initialZeroError) > 0;
  if (isBroken) return 'fault';
  if ((second & STATUS.second.overCapacity) > 0) return 'over_load';
  return (second & STATUS.second.underCapacity) > 0 ? 'under_load' : null;
}

/**
 * Reads the answer to `W`, as the NCI standard protocol (SCP-01) of Weigh-Tronix has it.
 * @param answer without {@link END_OF_ANSWER}.
 */
export function readWeight(answer: string): Weighing {
  const text = Array.from(answer, (character) => String.fromCharCode(character.charCodeAt(0) & PARITY)).join('');
  const { shown, status } = ANSWER.exec(text)?.groups ?? {};
  if (status === undefined) return { kind: 'silent' };
  const [first = 0, second = 0, third = 0] = Array.from(status, (character) => character.charCodeAt(0));
  const why = whyNone(first, second, (second & STATUS.second.follows) > 0 ? third : 0);
  if (why !== null) return { kind: 'no_weight', why };
  const grams = shown === undefined ? null : gramsOf(shown);
  if ((first & STATUS.first.moving) > 0) return { kind: 'moving', grams };
  if (shown === undefined) return { kind: 'silent' };
  if (grams === null) return { kind: 'no_weight', why: 'other_unit' };
  const isNet = (second & STATUS.second.follows) > 0 && (third & STATUS.third.net) > 0;
  return { kind: 'stable', grams, isZero: (first & STATUS.first.zero) > 0, isNet };
}
