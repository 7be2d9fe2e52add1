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
  { test: { name: 'unit', include: ['*.test.ts'], setupFiles: [${JSON.stringify(join(HERE, 'setup.ts'))}] } },
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

  function plant(test: string) {
    const file = join(root, 'a.ts');
    const mutants = findMutants('a.ts', CODE);
    writeFileSync(file, switchMutants('a.ts', CODE, mutants, join(HERE, 'runtime.ts')));
    const head = "import { expect, it } from 'vitest';\nimport { grows } from './a.ts';\n";
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

  it('leaves out tests that fail without any mutant, and says which', async () => {
    const { mutants, judged } = plant("it('fails', () => expect(grows(0)).toBe(true));\n");
    expect([...(await judged).values()]).toEqual(mutants.map(() => 'not reached'));
    expect(broken).toEqual([join(root, 'a.test.ts')]);
  });
});
