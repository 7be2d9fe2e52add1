import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/facts.ts';
import { type ColumnType, FILE_NAMES, type FileLayout, LAYOUT } from './layout.ts';

/** What the table of fields says of a column: a time is a text, and a flag a text of one character. */
function typeOf({ type, max_length, decimals }: Readonly<Record<'type' | 'max_length' | 'decimals', string>>): ColumnType {
  if (type === 'number') return { kind: 'number', decimals: Number(decimals) };
  if (type === '0/1') return { kind: 'text', longest: 1 };
  return { kind: 'text', longest: max_length === '' ? null : Number(max_length) };
}

describe('the files of the export', () => {
  it('are 20 with 224 columns, each named once in its file', () => {
    const layouts: readonly FileLayout[] = FILE_NAMES.map((name) => LAYOUT[name]);
    expect(layouts).toHaveLength(20);
    expect(layouts.reduce((sum, { columns }) => sum + columns.length, 0)).toBe(224);
    for (const { title, columns } of layouts) {
      const names = columns.map(({ name }) => name);
      expect(new Set(names).size, title).toBe(names.length);
      expect(names.slice(0, 3), title).toEqual(['Z_KASSE_ID', 'Z_ERSTELLUNG', 'Z_NR']);
    }
  });

  it('have the names, the columns, their order, their types and their lengths of the table of fields', () => {
    const given = factsOf('dsfinvk-columns').map((row) => [row.file, row.german_name, Number(row.position), row.column, typeOf(row)]);
    const written = FILE_NAMES.flatMap((file) => {
      const { title, columns }: FileLayout = LAYOUT[file];
      return columns.map(({ name, type }, index) => [file, title, index + 1, name, type]);
    });
    expect(written).toEqual(given);
  });
});
