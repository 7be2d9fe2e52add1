import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/desktop',
  outputDir: 'test-results/desktop',
  globalSetup: './test/tools/build-desktop.ts',
  // A test that passes the second time is a test that fails.
  retries: 0,
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
