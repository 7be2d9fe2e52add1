import { accept, refuse, type Result } from '../base/result.ts';
import type { Weighing } from '../device/weighing.ts';

/** Why no weight can be taken from the scale now. */
export type NoWeight =
  /** Nobody can ask the scale, or it does not answer. */
  | 'away'
  /** Nothing lies on it. */
  | 'empty'
  /** What lies on it weighs no more than the packaging of the article. */
  | 'only_tare'
  | 'moving'
  /** Less lies on it than when it was set to zero. */
  | 'negative'
  /** What lies on it has been sold already. */
  | 'used'
  | 'over_load'
  | 'under_load'
  | 'other_unit'
  | 'fault';

/**
 * What the till knows of the goods on the plate. A weight counts for one line: `isUsed` from the moment at which it was taken until the
 * goods have left the plate.
 */
export interface Plate {
  readonly seen: Weighing;
  readonly isUsed: boolean;
}

/** Before anything was seen. */
export const UNSEEN_PLATE: Plate = { seen: { kind: 'not_reachable' }, isUsed: false };

/** Whether this look shows that no goods lie on the plate. A tare that was taken off makes the plate lighter than zero. */
function isCleared(seen: Weighing): boolean {
  if (seen.kind === 'stable') return seen.isZero || seen.grams <= 0;
  return seen.kind === 'no_weight' && seen.why === 'under_load';
}

/** The plate after another look at the scale. One that cannot be seen for a while may still carry what was sold. */
export function seePlate({ isUsed }: Plate, seen: Weighing): Plate {
  return { seen, isUsed: isUsed && !isCleared(seen) };
}

/** A weight for a line, and what was taken off it for the packaging. */
export interface TakenWeight {
  readonly grams: number;
  readonly tareGrams: number;
}

/**
 * The weight on the plate in grams, for one line. Moving, negative and overloaded scales give none, and no goods are weighed twice
 * (OIML R 76: only a stable weight may be stored or printed).
 * @param tareGrams what the packaging of the article weighs. A scale that shows a net weight has taken off a tare already.
 */
export function takeWeight({ seen, isUsed }: Plate, tareGrams = 0): Result<TakenWeight, NoWeight> {
  if (seen.kind === 'not_reachable' || seen.kind === 'silent') return refuse('away');
  if (seen.kind === 'no_weight') return refuse(seen.why);
  if (isUsed) return refuse('used');
  if (seen.kind === 'moving') return refuse('moving');
  if (seen.isZero || seen.grams === 0) return refuse('empty');
  if (seen.grams < 0) return refuse('negative');
  const tare = seen.isNet ? 0 : tareGrams;
  return seen.grams <= tare ? refuse('only_tare') : accept({ grams: seen.grams - tare, tareGrams: tare });
}

/** The plate after its weight was taken for a line. */
export function takenPlate({ seen }: Plate): Plate {
  return { seen, isUsed: true };
}
