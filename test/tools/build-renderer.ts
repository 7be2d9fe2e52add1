import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the store app into out/renderer once before the end-to-end tests, so that they never see an old one. */
export default function buildRenderer(): void {
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: 'inherit',
    // The test runner's own NODE_ENV would build a page for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
