import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMutants } from './find-mutants.ts';
import { judgeMutants } from './judge-mutants.ts';
import { switchMutants } from './switch-mutants.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CODE = `export const grows = (a: number): boolean => a > 1;
export function untested() {
  return 5;
}
`;
const CONFIG = `export default { test: { projects: [
  { test: { name: 'unit', include: ['*.test.ts'], runner: ${JSON.stringify(join(HERE, 'mutant-runner.ts'))} } },
] } };`;

/** A small repository with one room, mutated. */
describe('judging mutants', { timeout: 120_000 }, () => {
  let root: string;
  let broken: string[];
  const listener = { judged: () => undefined, broken: (files: readonly string[]) => void broken.push(...files) };
  beforeEach(() => {
    broken = [];
    root = mkdtempSync(join(tmpdir(), 'outpost-judge-'));
    symlinkSync(join(HERE, '../../node_modules'), join(root, 'node_modules'));
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(root, 'vitest.mutation.config.ts'), CONFIG);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function plant(test: string, code = CODE) {
    const file = join(root, 'a.ts');
    const mutants = findMutants('a.ts', code);
    writeFileSync(file, switchMutants('a.ts', code, mutants, join(HERE, 'runtime.ts')));
    const head = "import { expect, it } from 'vitest';\nimport * as room from './a.ts';\nconst { grows } = room;\n";
    writeFileSync(join(root, 'a.test.ts'), `${head}${test}`);
    const judged = judgeMutants({ root, projects: ['unit'], files: [file], ids: mutants.map(({ id }) => id) }, listener);
    return { mutants, judged };
  }

  it('tells those that a test notices from those that none does, and from those that none reaches', async () => {
    const { mutants, judged } = plant("it('grows', () => expect([grows(0), grows(3)]).toEqual([false, true]));\n");
    const verdicts = await judged;
    expect(Object.fromEntries(mutants.map(({ id, change }) => [change, verdicts.get(id)]))).toEqual({
      'a > 1 → a >= 1': 'survived',
      '1 → 1 + 1': 'survived',
      '5 → undefined': 'not reached',
      '5 → 5 + 1': 'not reached',
    });
    writeFileSync(join(root, 'a.test.ts'), readFileSync(join(root, 'a.test.ts'), 'utf8').replace('grows(0)', 'grows(1)'));
    const noticed = await judgeMutants({ root, projects: ['unit'], files: [join(root, 'a.ts')], ids: [1, 2] }, listener);
    expect([...noticed]).toEqual([
      [1, 'killed'],
      [2, 'survived'],
    ]);
  });

  it.each<[what: string, code: string, test: string, survivors: string[]]>([
    [
      'blames no mutant for what another has left behind',
      'export const adds = (a: number): number => a + 1;\nexport const doubles = (a: number): number => a * 2;\n',
      `let left = 0;
      it('adds', () => {
        room.doubles(0);
        if (room.adds(1) !== 2) left = 1;
        expect(left).toBe(0);
      });`,
      ['a * 2 → a / 2', '2 → 2 + 1'],
    ],
    [
      'breaks off a loop that a mutant made endless',
      'export function steps(to: number): number {\n  let n = 0;\n  while (n !== to) {\n    n = n + 1;\n  }\n  return n;\n}\n',
      "it('steps', () => expect(room.steps(4)).toBe(4));",
      ['0 → 0 + 1', '1 → 1 + 1'],
    ],
    [
      'tries what is reached while a file is loaded, also with a test that passes only once',
      'const MOST = 5;\nexport const within = (a: number): boolean => a <= MOST;\n',
      `let runs = 0;
      it('keeps to it', () => {
        runs += 1;
        expect([runs, room.within(5), room.within(6)]).toEqual([1, true, false]);
      });`,
      [],
    ],
  ])('%s', async (_what, code, test, survivors) => {
    const { mutants, judged } = plant(test, code);
    const verdicts = await judged;
    expect(mutants.filter(({ id }) => verdicts.get(id) !== 'killed').map(({ change }) => change)).toEqual(survivors);
  });

  it('leaves out tests that fail without any mutant, and says which', async () => {
    const { mutants, judged } = plant("it('fails', () => expect(grows(0)).toBe(true));\n");
    expect([...(await judged).values()]).toEqual(mutants.map(() => 'not reached'));
    expect(broken).toEqual([join(root, 'a.test.ts')]);
  });
});
