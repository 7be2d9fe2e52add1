import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findShell } from '../desktop/support/shell.ts';

/** Builds the desktop app before its tests, and says what will run it. */
export default function buildDesktop(): void {
  execFileSync(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.stdout.write(`The desktop app runs on ${findShell().name}.\n`);
}
