import { describe, expect, it } from 'vitest';
import { FILE_NAMES, LAYOUT } from './layout.ts';
import { formatSteps, writeCsv, writeIndex } from './write-files.ts';

describe('a number in a file', () => {
  it.each([
    [0, 2, '0,00'],
    [5, 2, '0,05'],
    [-105, 2, '-1,05'],
    [123_456_789, 2, '1234567,89'],
    [2_550_000, 5, '25,50000'],
    [-1, 5, '-0,00001'],
    [42, 0, '42'],
  ])('%s steps of %s decimals are %s', (steps, decimals, written) => {
    expect(formatSteps(steps, decimals)).toBe(written);
  });
});

describe('a file', () => {
  it('begins with the names of its columns, quotes texts, and leaves out what is not said', () => {
    const [names, row, end] = writeCsv('references.csv', [
      { Z_KASSE_ID: 'A1', Z_NR: 7, REF_NAME: 'a "quoted"\r\nname', REF_Z_NR: null },
    ]).split('\r\n');
    expect(names).toBe(
      '"Z_KASSE_ID";"Z_ERSTELLUNG";"Z_NR";"BON_ID";"POS_ZEILE";"REF_TYP";"REF_NAME";"REF_DATUM";"REF_Z_KASSE_ID";"REF_Z_NR";"REF_BON_ID"',
    );
    expect(row).toBe('"A1";;7;;;;"a ""quoted"" name";;;;');
    expect(end).toBe('');
  });

  it('takes no more of a text than its column may hold, and cuts no sign in two', () => {
    const [, row] = writeCsv('cashpointclosing.csv', [{ PLZ: '123456789😀🚀' }]).split('\r\n');
    expect(row).toContain('"123456789😀"');
  });

  it('refuses a column that it does not have, and an amount that is no whole number of steps', () => {
    expect(() => writeCsv('payment.csv', [{ BON_ID: 'x' }])).toThrow('payment.csv has no column BON_ID.');
    expect(() => writeCsv('payment.csv', [{ Z_ZAHLART_BETRAG: 1.5 }])).toThrow('Z_ZAHLART_BETRAG is a whole number of steps, not 1.5.');
  });
});

describe('index.xml', () => {
  it('describes every file and every column, and escapes the name of the company', () => {
    const index = writeIndex({ name: 'Meier & <Söhne>', city: 'Köln' });
    expect(index).toContain('<Name>Meier &amp; &lt;Söhne&gt;</Name>');
    expect([...index.matchAll(/<URL>(.*?)<\/URL>/g)].map(([, url]) => url)).toEqual([...FILE_NAMES]);
    const columns = FILE_NAMES.reduce((sum, name) => sum + LAYOUT[name].columns.length, 0);
    expect(index.match(/<VariableColumn>/g)).toHaveLength(columns);
    expect(index).toContain('<VariableColumn><Name>UMS_BRUTTO</Name><Numeric><Accuracy>2</Accuracy></Numeric></VariableColumn>');
  });
});
