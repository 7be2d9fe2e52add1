import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the store app and the head office's page once before the end-to-end tests, so that they never see an old one. */
export default function buildRenderer(): void {
  for (const config of ['vite.config.ts', 'vite.office.config.ts']) {
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      stdio: 'inherit',
      // The test runner's own NODE_ENV would build a page for development.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
}
