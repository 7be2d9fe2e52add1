import { z } from 'zod';

/** The size of the field in which a customer signs, in units of its own. */
export const SIGNATURE_WIDTH = 1_000;
export const SIGNATURE_HEIGHT = 400;

const point = z.tuple([z.number().int().min(0).max(SIGNATURE_WIDTH), z.number().int().min(0).max(SIGNATURE_HEIGHT)]);

/** A signature as it was drawn: lines of points, in units of the field. At most some kilobytes. */
export const strokes = z.array(z.array(point).min(1).max(1_000)).min(1).max(100);

export type Strokes = z.infer<typeof strokes>;

/** Whether customers sign for what they fetch. */
export const SIGNATURE_RULES = ['none', 'offered', 'required'] as const;
export type SignatureRule = (typeof SIGNATURE_RULES)[number];

/** How long a line has to be, in units of the field, to be more than a slip of the hand. */
const SHORTEST = SIGNATURE_WIDTH / 10;

function lengthOf(stroke: Strokes[number]): number {
  let length = 0;
  stroke.forEach(([x, y], index) => {
    const [beforeX, beforeY] = stroke[index - 1] ?? [x, y];
    length += Math.hypot(x - beforeX, y - beforeY);
  });
  return length;
}

/** Whether somebody has signed: a dot or a touch of the hand is no signature. */
export function isSigned(drawn: Strokes): boolean {
  return drawn.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= SHORTEST;
}

/** The data of an SVG path that draws it. A dot is a line of no length, which a round cap shows. */
export function pathOf(drawn: Strokes): string {
  return drawn
    .map((stroke) => (stroke.length === 1 ? [...stroke, ...stroke] : stroke).map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`))
    .map((parts) => parts.join(''))
    .join('');
}
