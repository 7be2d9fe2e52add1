import { BadRow, type VectorKind } from './kind.ts';

export interface Checked {
  readonly rows: number;
  readonly passed: number;
  /** A line for each field that differs, and for each row that cannot be read; empty only where all is right. */
  readonly lines: readonly string[];
}

/** What a row is called: its id, else its place in the file, counted from 1. */
function nameOf(row: unknown, index: number): string {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'string' ? id : `row ${index + 1}`;
}

function linesOf(kind: VectorKind, row: unknown, name: string): string[] {
  try {
    return kind.check(row).map(({ field, expected, got }) => `${name} ${field}: expected ${expected}, got ${got}`);
  } catch (error) {
    if (error instanceof BadRow || error instanceof RangeError) return [`${name} cannot be worked out. ${error.message}`];
    throw error;
  }
}

/** Works out every row. One that cannot be read counts as not passed and stops no other. No rows at all are told: nothing was compared. */
export function checkRows(kind: VectorKind, rows: readonly unknown[]): Checked {
  if (rows.length === 0) return { rows: 0, passed: 0, lines: ['The file holds no rows: nothing was compared.'] };
  const found = rows.map((row, index) => linesOf(kind, row, nameOf(row, index)));
  return { rows: rows.length, passed: found.filter((lines) => lines.length === 0).length, lines: found.flat() };
}
