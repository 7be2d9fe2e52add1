import { expect, it } from 'vitest';
import { csvCell, plainCsvCell } from './csv.ts';

it.each([
  ['plain', 'plain', 'plain'],
  ['', '', ''],
  ['a,b', '"a,b"', '"a,b"'],
  ['a"b', '"a""b"', '"a""b"'],
  ['two\nlines', '"two\nlines"', '"two\nlines"'],
  ['=1+1', '=1+1', "'=1+1"],
  ['+49 170', '+49 170', "'+49 170"],
  ['-2', '-2', "'-2"],
  ['@SUM(A1,A2)', '"@SUM(A1,A2)"', '"\'@SUM(A1,A2)"'],
  ['\t=1', '\t=1', "'\t=1"],
])('writes %j as a cell, and as one that no spreadsheet runs', (text, cell, plain) => {
  expect([csvCell(text), plainCsvCell(text)]).toEqual([cell, plain]);
});
