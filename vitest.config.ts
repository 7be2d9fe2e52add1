import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/tools/longest-first.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Importing the real `electron` in Node starts a download, so every test sees the stub.
const alias = { electron: here('./test/stubs/electron.ts') };
const exclude = ['**/node_modules/**', 'out/**', 'dist/**', 'test/e2e/**', 'test/house/fixtures/**'];

export default defineConfig({
  test: {
    // By default one core is left idle in a single run, which on two cores doubles the time.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // Importing the same modules for each file took half the time. A file puts back what it stubs.
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
          environment: 'node',
          include: ['{domain,texts,devices,scripts,sync-server,src-main,src-renderer,src-office,test}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, 'test/contract/**', 'test/simulation/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'simulation',
          environment: 'node',
          maxConcurrency: availableParallelism(),
          include: ['test/simulation/**/*.test.ts'],
          exclude,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          // They wait for databases, printers and time-outs; one worker more than there are cores makes use of that.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 1 },
          // Every file opens databases of its own; what the modules hold besides is the same for all.
          isolate: false,
          environment: 'node',
          include: ['test/contract/**/*.test.ts'],
          globalSetup: ['test/tools/postgres-global-setup.ts'],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
