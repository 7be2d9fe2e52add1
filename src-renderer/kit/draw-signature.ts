import { SIGNATURE_HEIGHT, SIGNATURE_WIDTH, type Strokes } from '../../domain/fulfillment/pickup-signature.ts';

/** A point that is nearer to the one before, in units of the field, adds nothing that is seen. */
const NEAR = 4;
/** What a signature holds at most, far more than one has: so it stays a few kilobytes. */
const MOST_LINES = 100;
const MOST_POINTS = 1_000;

const hasAllPoints = (strokes: Strokes) => strokes.reduce((sum, { length }) => sum + length, 0) >= MOST_POINTS;

/** Whether no further line begins. */
export function isFull(strokes: Strokes): boolean {
  return strokes.length >= MOST_LINES || hasAllPoints(strokes);
}

const within = (share: number, size: number) => Math.max(0, Math.min(size, Math.round(share * size)));

/**
 * A signature with one more point; the same one where that adds nothing, or it is full.
 * @param at where it is, as shares of the width and height of the field: what is drawn beyond its edge stays at the edge.
 * @param begins whether a new line begins; else the last one goes on.
 */
export function drawnOn(strokes: Strokes, at: { readonly x: number; readonly y: number }, begins: boolean): Strokes {
  const point: Strokes[number][number] = [within(at.x, SIGNATURE_WIDTH), within(at.y, SIGNATURE_HEIGHT)];
  if (begins) return isFull(strokes) ? strokes : [...strokes, [point]];
  const last = strokes.at(-1);
  const before = last?.at(-1);
  if (last === undefined || before === undefined || hasAllPoints(strokes)) return strokes;
  if (Math.hypot(point[0] - before[0], point[1] - before[1]) < NEAR) return strokes;
  return [...strokes.slice(0, -1), [...last, point]];
}
