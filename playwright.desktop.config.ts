import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/desktop',
  outputDir: 'test-results/desktop',
  globalSetup: './test/tools/build-desktop.ts',
  // A test that passes the second time is a test that fails.
  retries: 0,
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous: a slow machine is no fault, and a test that passes waits no longer.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
