import { IDENTIFIER_TABLE } from './application-identifier-table.ts';

/** A part of a value: characters of one set. */
interface Part {
  /** N digits; X, Y, Z character sets; D a date; E a date whose day may be 00. */
  readonly set: 'N' | 'X' | 'Y' | 'Z' | 'D' | 'E';
  readonly min: number;
  readonly max: number;
  /** Whether its last digit is a check digit. */
  readonly checked: boolean;
}

/** An application identifier: what its value looks like and which others it goes with. */
export interface ApplicationIdentifier {
  readonly parts: readonly Part[];
  readonly min: number;
  readonly max: number;
  /** Its length is known to every reader, so that no separator has to follow. */
  readonly predefined: boolean;
  /** Alternatives, each a list of identifiers that must all be there; `n` stands for any digit. */
  readonly needs: readonly (readonly string[])[];
  readonly excludes: readonly string[];
}

/** The first two digits of the identifiers whose length is predefined (GS1 General Specifications, figure 7.8.5-2). */
const PREDEFINED = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/;

const PART = /^(\[?)([NXYZDE])(\.\.)?(\d+)(c?)\]?$/;

function partOf(text: string): Part {
  const [, optional, set, upTo, length, check] = PART.exec(text) ?? [];
  if (set === undefined) throw new Error(`${text} is no format of an application identifier.`);
  const max = Number(length);
  const min = optional === '[' ? 0 : upTo === undefined ? max : 1;
  return { set: set as Part['set'], min, max, checked: check === 'c' };
}

const words = (text: string | undefined): string[] => (text === undefined || text === '-' ? [] : text.split(' '));

function codesOf(range: string): string[] {
  const [first = '', last = first] = range.split('-');
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => String(Number(first) + step).padStart(first.length, '0'));
}

function readTable(): Map<string, ApplicationIdentifier> {
  const found = new Map<string, ApplicationIdentifier>();
  for (const line of IDENTIFIER_TABLE.trim().split('\n')) {
    const [range = '', format, needs, excludes] = line.trim().split(' | ');
    const parts = words(format).map(partOf);
    const sum = (of: 'min' | 'max') => parts.reduce((total, part) => total + part[of], 0);
    for (const code of codesOf(range))
      found.set(code, {
        parts,
        min: sum('min'),
        max: sum('max'),
        predefined: PREDEFINED.test(code),
        needs: words(needs).map((alternative) => alternative.split('+')),
        excludes: words(excludes),
      });
  }
  return found;
}

/** Every application identifier by its digits. */
export const APPLICATION_IDENTIFIERS: ReadonlyMap<string, ApplicationIdentifier> = readTable();

/** How many digits the identifiers have that begin with these two; for what the table does not know, too. */
function digitsOfIdentifier(text: string): number {
  if (/^(31|32|33|34|35|36|39|4[34]|7[0235-9]|8)/.test(text)) return 4;
  return /^(2[3-5]|4[0-2]|71)/.test(text) ? 3 : 2;
}

/** The identifier that a text begins with, whether the table knows it or not. */
export function identifierAt(text: string): string {
  return text.slice(0, digitsOfIdentifier(text));
}

/** Whether an identifier is one of a pattern: `310n` is 3100 to 3109, `31nn` more. */
export function isIdentifierLike(code: string, pattern: string): boolean {
  return code.length === pattern.length && code.startsWith(pattern.replace(/n+$/, ''));
}
