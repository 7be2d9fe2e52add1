import { expect, it } from 'vitest';
import { FILE_FAULTS, fileFault, type FileFaultCode, fileFaultOf, fileFaultText } from './file-fault.ts';

it('says what is wrong with a file by a code and what it tells, and in English', () => {
  const empty = fileFaultOf('no_rows', { file: 'xmas.csv', columns: 'id, kind' });
  expect(empty).toEqual({ code: 'no_rows', facts: { file: 'xmas.csv', columns: 'id, kind' } });
  expect(fileFaultText(empty)).toBe('xmas.csv is empty. The first line has to name id, kind.');
  expect(fileFault.parse(empty)).toEqual(empty);
});

it('tells in whole sentences which file it is', () => {
  for (const code of Object.keys(FILE_FAULTS) as FileFaultCode[]) expect(FILE_FAULTS[code]).toMatch(/^.*\{file\}.*\.$/);
});
