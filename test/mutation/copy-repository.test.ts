import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { copyRepository } from './copy-repository.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

it('copies what is committed and what is not, nothing that is ignored, and shares the packages', () => {
  const root = mkdtempSync(join(tmpdir(), 'outpost-root-'));
  made.push(root);
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args]);
  git('init', '--quiet');
  mkdirSync(join(root, 'domain'));
  mkdirSync(join(root, 'node_modules'));
  for (const [name, text] of Object.entries({ '.gitignore': 'node_modules\nsecret\n', 'domain/a.ts': 'old', secret: 'x' })) {
    writeFileSync(join(root, name), text);
  }
  git('add', '.');
  writeFileSync(join(root, 'domain/a.ts'), 'changed');
  writeFileSync(join(root, 'domain/b.ts'), 'new');
  const copy = copyRepository(root);
  made.push(copy);
  expect([readFileSync(join(copy, 'domain/a.ts'), 'utf8'), readFileSync(join(copy, 'domain/b.ts'), 'utf8')]).toEqual(['changed', 'new']);
  expect(existsSync(join(copy, 'secret'))).toBe(false);
  expect(realpathSync(join(copy, 'node_modules'))).toBe(realpathSync(join(root, 'node_modules')));
  writeFileSync(join(copy, 'domain/a.ts'), 'mutated');
  expect(readFileSync(join(root, 'domain/a.ts'), 'utf8')).toBe('changed');
});

it('lets each test file load the mutated files itself, also where they are shared otherwise', async () => {
  const root = mkdtempSync(join(tmpdir(), 'outpost-root-'));
  made.push(root);
  execFileSync('git', ['-C', root, 'init', '--quiet']);
  mkdirSync(join(root, 'node_modules'));
  const projects = [{ test: { name: 'shared', isolate: false } }, { test: { name: 'own' } }];
  writeFileSync(join(root, 'vitest.config.ts'), `export default ${JSON.stringify({ test: { projects } })};`);
  const copy = copyRepository(root);
  made.push(copy);
  const { default: config } = (await import(join(copy, 'vitest.mutation.config.ts'))) as { default: object };
  expect(config).toMatchObject({
    test: {
      projects: [{ test: { name: 'shared', isolate: true } }, { test: { name: 'own', isolate: true } }],
    },
  });
});

it('removes the copy when the process that made it is killed', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-copy-'));
  made.push(folder);
  writeFileSync(join(folder, 'a.ts'), 'mutated');
  const module = new URL('copy-repository.ts', import.meta.url).href;
  const program = `(await import(${JSON.stringify(module)})).removeAtEnd(${JSON.stringify(folder)});
    process.stdout.write('ready'); setInterval(() => undefined, 1000);`;
  const run = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(run.stdout, 'data');
  expect(existsSync(folder)).toBe(true);
  run.kill('SIGKILL');
  await expect.poll(() => existsSync(folder), { timeout: 30_000, interval: 50 }).toBe(false);
});
