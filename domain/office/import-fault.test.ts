import { describe, expect, it } from 'vitest';
import { IMPORT_FAULTS, type ImportFaultCode, importFault, importFaultOf, importFaultText } from './import-fault.ts';

describe('what is wrong with a row of a file', () => {
  it('is a code with what it tells, and a sentence in English', () => {
    const twice = importFaultOf('number', 'twice', { line: 7 });
    expect(twice).toEqual({ field: 'number', code: 'twice', facts: { line: 7 } });
    expect(importFaultText(twice)).toBe('stands twice; line 7 has it already');
    expect(importFaultText(importFaultOf('lat', 'degrees_beyond', { most: 90 }))).toBe('is not between -90 and 90');
    expect(importFault.parse({ line: 3, ...twice })).toEqual({ line: 3, ...twice });
  });

  it('tells no more of a text than a fact may hold', () => {
    const long = importFaultOf('id', 'not_valid', { issue: 'x'.repeat(1_000) });
    expect(String(long.facts['issue'])).toHaveLength(200);
    expect(importFault.safeParse({ line: 1, ...long }).success).toBe(true);
  });

  it('reads on after the name of its column', () => {
    for (const code of Object.keys(IMPORT_FAULTS) as ImportFaultCode[]) expect(IMPORT_FAULTS[code]).toMatch(/^[a-z{].*[^.]$/);
  });
});
