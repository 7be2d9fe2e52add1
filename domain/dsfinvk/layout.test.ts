import { describe, expect, it } from 'vitest';
import { FILE_NAMES, type FileLayout, LAYOUT } from './layout.ts';

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
});
