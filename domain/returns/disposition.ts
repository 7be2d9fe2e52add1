import { z } from 'zod';
import { SET_ASIDE_FOR, type SetAsideFor } from '../stock/set-aside.ts';

/** What becomes of goods that came back: on the shelf again, written off, or set aside for something. */
export const DISPOSITIONS = ['restock', 'damaged', ...SET_ASIDE_FOR] as const;

export const disposition = z.enum(DISPOSITIONS);

/** In which condition goods came back, as whoever took them saw it. */
export const CONDITIONS = ['as_new', 'opened', 'worn', 'incomplete', 'damaged', 'defective'] as const;

export const condition = z.enum(CONDITIONS);

/** Why customers bring goods back: codes that the journal keeps. */
export const RETURN_REASONS = [
  'changed_mind',
  'wrong_size',
  'not_as_described',
  'wrong_item',
  'came_late',
  'damaged',
  'defective',
  'recalled',
  'other',
] as const;

export const returnReason = z.enum(RETURN_REASONS);

export type Disposition = z.infer<typeof disposition>;
export type Condition = z.infer<typeof condition>;
export type ReturnReason = z.infer<typeof returnReason>;

/** What goods are set aside for; null where they are sold again or written off. */
export function purposeOf(of: Disposition): SetAsideFor | null {
  return of === 'restock' || of === 'damaged' ? null : of;
}
