import { describe, expect, it } from 'vitest';
import { findMutants } from './find-mutants.ts';

const changes = (text: string): string[] => findMutants('domain/a.ts', text).map((one) => one.change);

describe('what is changed in a file', () => {
  it.each<[code: string, changes: string[]]>([
    ['if (ready) go;', ['ready → true', 'ready → false']],
    ['const a = b ? c : d;', ['b → true', 'b → false']],
    ['while (more) next;', ['more → false']],
    ['const a = b < c;', ['b < c → b <= c']],
    ['const a = b === c;', ['b === c → b !== c']],
    ['const a = b && c;', ['b && c → b || c']],
    ['const a = b ?? c;', ['b ?? c → c']],
    ['const a = b + c;', ['b + c → b - c']],
    ["const a = 'x' + b;", ["'x' → ''"]],
    ['const a = b * c;', ['b * c → b / c']],
    ['const a = !b;', ['!b → b']],
    ['const a = true;', ['true → false']],
    ['const a = 3;', ['3 → 3 + 1']],
    ["const a = 'x';", ["'x' → ''"]],
    ["const a = '';", ["'' → 'mutated'"]],
    ['go();', ['go() → undefined']],
    ['await go();', ['await go() → undefined']],
    ['function f() { return a; }', ['a → undefined']],
    ['const a = b.filter(c).map(d);', ['b.filter(c) → b']],
  ])('%s', (code, expected) => {
    expect(changes(code)).toEqual(expected);
  });

  it.each([
    "import { a } from 'b';",
    "export * from 'b';",
    "type A = 'x' | 3;",
    'interface A { readonly b: true }',
    "declare module 'a' { interface B { readonly c: true } }",
    "const a: { b: 'x' } = c;",
    "const a = { 'b-c': d };",
    'const a = sql`select 1`;',
    'const a = b?.filter(c);',
    'function f() { return undefined; }',
    'for (;;) next;',
    "const a = { summary: 'x', description: 'y' + 'z' };",
  ])('leaves alone: %s', (code) => {
    expect(changes(code)).toEqual([]);
  });

  it('says where each is, and numbers them from the one that is asked for', () => {
    const found = findMutants('domain/a.ts', 'const a = 1;\n  if (a > 1) go();\n', 7);
    expect(found.map(({ id, line }) => [id, line])).toEqual([
      [7, 1],
      [8, 2],
      [9, 2],
      [10, 2],
      [11, 2],
      [12, 2],
    ]);
    expect(found[1]).toMatchObject({ file: 'domain/a.ts', source: 'if (a > 1) go();', change: 'a > 1 → true' });
  });
});
