import { z } from 'zod';
import { entityId } from '../base/envelope.ts';

/** That somebody made sure that the customer is old enough. The birth date itself is kept nowhere (rule A2). */
export const ageCheck = z.strictObject({
  /** The highest age that the goods ask for. */
  minimumAge: z.number().int().min(1).max(99),
  /** By a birth date that was told or read, or because the customer is clearly older. */
  method: z.enum(['birth_date', 'looked_at']),
  /** Who made sure. */
  associateId: entityId.nullable(),
});

export type AgeCheck = z.infer<typeof ageCheck>;

/**
 * Whether somebody has reached an age on a day. The birthday itself counts; who was born on 29 February has it on 1 March in other years.
 * A birth date in the future is no age. @param birthDate, date YYYY-MM-DD.
 */
export function hasAge(birthDate: string, date: string, years: number): boolean {
  const reached = `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;
  return birthDate <= date && reached <= date;
}

/** The highest age that goods ask for; null where they are for everybody. */
export function ageAskedBy(lines: readonly { readonly minimumAge?: number | null | undefined }[]): number | null {
  const highest = lines.reduce((most, { minimumAge }) => Math.max(most, minimumAge ?? 0), 0);
  return highest === 0 ? null : highest;
}

/** The age that still has to be made sure of; null where nobody has to be asked, or was asked for it already. */
export function ageToCheck(lines: Parameters<typeof ageAskedBy>[0], done: Pick<AgeCheck, 'minimumAge'> | null): number | null {
  const asked = ageAskedBy(lines);
  return asked === null || (done !== null && done.minimumAge >= asked) ? null : asked;
}
