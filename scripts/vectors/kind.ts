import type { z } from 'zod';

/** A field of a row whose value is not the expected one. */
export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

/** A kind of worked examples: the shape of its rows, and how one is worked out by the functions of the till. */
export interface VectorKind {
  /** The columns of its rows in a CSV file; missing where they are no flat rows, which only JSON can hold. */
  readonly columns?: readonly string[];
  /** The lists of rows in a JSON file that is an object of lists; missing where such a file is an array alone. */
  readonly lists?: readonly string[];
  /** @returns what differs, nothing where all is right; throws `BadRow` where the row cannot be read. */
  check(row: unknown): Difference[];
}

/** A row that cannot be worked out; the message names the field. */
export class BadRow extends Error {}

/** What is wrong with a field, with what it may be where that is a closed list. */
function sayIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.') || 'row';
  if (issue.code !== 'invalid_union') return `${field}: ${issue.message}`;
  if ('options' in issue) return `${field}: none of ${(issue.options ?? []).map(String).join(', ')}`;
  return `${field}: ${issue.errors.map((one) => one.map(({ message }) => message).join(', ')).join(' or ')}`;
}

/** Defines a kind by the schema of its rows and the function that works one out. */
export function defineKind<S extends z.ZodType>(schema: S, check: (row: z.output<S>) => Difference[]): VectorKind {
  return {
    check: (row) => {
      const parsed = schema.safeParse(row);
      if (parsed.success) return check(parsed.data);
      throw new BadRow(parsed.error.issues.map(sayIssue).join('; '));
    },
  };
}
