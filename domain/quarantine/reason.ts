import { z } from 'zod';
import { text } from '../base/text.ts';
import { codeText, type Fault } from '../base/fault.ts';

/**
 * What a reason tells: the code of a fault as `fault`, and what that tells. `told` alone is a sentence of the time when quarantine
 * kept English sentences. Nothing else is readable.
 */
export const reasonFacts = z.record(z.string().max(40), z.union([text, z.number()]));

/** Why an operation has no effect, or a replay left it as it was: a code, and what it tells by name. */
export interface Reason<C extends string = string> {
  readonly code: C;
  readonly facts: Readonly<z.infer<typeof reasonFacts>>;
}

/** A reason, and the fault that it was found by. */
export function reasonOf<C extends string>(code: C, found?: Fault): Reason<C> {
  return { code, facts: found === undefined ? {} : { fault: found.code, ...found.facts } };
}

/** A reason as programs and logs write it, `wrong_store: other_store (store: S1)`; an old sentence as it is. */
export function reasonText({ code, facts: { fault, told, ...facts } }: Reason): string {
  if (typeof told === 'string') return told;
  return fault === undefined ? codeText({ code, facts }) : `${code}: ${codeText({ code: String(fault), facts })}`;
}
