import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Isolated, so that each test file loads the mutated files itself: only then is it known which mutants it reaches while it loads them.
const CONFIG = `import config from './vitest.config.ts';
const runner = './test/mutation/mutant-runner.ts';
const projects = config.test.projects.map((project) => ({
  ...project,
  test: { ...project.test, runner, isolate: true, testTimeout: 20_000, hookTimeout: 30_000 },
}));
export default { ...config, test: { ...config.test, projects } };
`;

/** Copies the repository as it stands, with what is not committed, so that nothing is ever mutated where people work. */
export function copyRepository(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'outpost-mutants-'));
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const name of new Set(names.split('\0').filter((one) => one !== ''))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(join(root, name), join(copy, name), { force: true, errorOnExist: false });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'vitest.mutation.config.ts'), CONFIG);
  return copy;
}

const REMOVE = `process.stdin.resume().on('end', () =>
  require('node:fs').rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }))`;

/** Removes a folder once this process has ended, however that ends: a process of its own waits for it. */
export function removeAtEnd(folder: string): void {
  const remover = spawn(process.execPath, ['-e', REMOVE, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  remover.unref();
  // The pipe closes with this process, and is no reason to go on.
  (remover.stdin as unknown as { unref(): void }).unref();
}
