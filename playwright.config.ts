import { defineConfig } from '@playwright/test';
import { availableParallelism } from 'node:os';
import { chromiumLaunchOptions } from './test/tools/find-chromium.ts';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/tools/build-renderer.ts',
  // A test that passes the second time is a test that fails.
  retries: 0,
  // They wait for the disk and the clock; one worker more than there are cores makes use of that.
  workers: availableParallelism() + 1,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous: a slow machine is no fault, and a test that passes waits no longer.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunchOptions(),
    // A trace takes a third of a test's time; `--trace on` makes one. The screen of a test that fails is kept anyway, with its text.
    trace: 'off',
    screenshot: 'only-on-failure',
    serviceWorkers: 'allow',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1366, height: 768 } }, grepInvert: /@tablet/ },
    { name: 'tablet', use: { viewport: { width: 800, height: 1280 }, hasTouch: true }, grepInvert: /@desktop/ },
  ],
});
