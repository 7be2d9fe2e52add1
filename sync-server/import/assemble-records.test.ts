import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, RecordAssembler } from './assemble-records.ts';

function assemble(text: string, separator = ',', width: number | null = 3): CsvRecord[] {
  const assembler = new RecordAssembler(separator, width);
  return [...text.split('\n').flatMap((line, index) => assembler.add(index + 1, line)), ...assembler.end()];
}

const values = (text: string) => assemble(text).map((record) => record.values);

describe('RecordAssembler', () => {
  it.each([
    ['a,b,c', [['a', 'b', 'c']]],
    ['"a","b, or ""b""",c', [['a', 'b, or "b"', 'c']]],
    ['a,"two\nlines",c', [['a', 'two\nlines', 'c']]],
    [
      'a,5" pipe,c\nd,e,f',
      [
        ['a', '5" pipe', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'a,"17" Monitor,c\nd,e,f',
      [
        ['a', '"17" Monitor', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'a,"forgotten,c\nd,e,f\ng,"h, i",j',
      [
        ['a', '"forgotten', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h, i', 'j'],
      ],
    ],
    ['a,"forgotten, and one more,c\nd,e,f', [null, ['d', 'e', 'f']]],
    [
      'a,b\nd,e,f',
      [
        ['a', 'b'],
        ['d', 'e', 'f'],
      ],
    ],
    ['\na,b,c\n\n', [['a', 'b', 'c']]],
  ])('%j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('says where a record ends, and how it stands in the file', () => {
    expect(assemble('a,b,c\nd,"e\nf",g\nh,i,j').map(({ line, text }) => [line, text])).toEqual([
      [1, 'a,b,c'],
      [3, 'd,"e\nf",g'],
      [4, 'h,i,j'],
    ]);
  });

  it('has every line of any file in exactly one record, in its order', () => {
    const line = fc.stringMatching(/^[a",; ]{0,12}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 120 }), (lines) => {
        const kept = assemble(lines.join('\n')).flatMap((record) => record.text.split('\n'));
        const wanted = lines.filter((text) => text.trim() !== '');
        expect(kept.filter((text) => text.trim() !== '')).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back what was written by the rules, whatever it holds', () => {
    const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string(), fc.string()), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, separator) => {
          const clean = rows.map((row) => row.map((value) => value.replaceAll(/[\r\n]/g, ' ')));
          const text = clean.map((row) => row.map(quote).join(separator)).join('\n');
          expect(assemble(text, separator).map((record) => record.values)).toEqual(clean);
        },
      ),
    );
  });
});
