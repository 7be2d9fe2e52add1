import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findShell } from '../desktop/support/shell.ts';

/** Builds the desktop app before its tests where it is old, and says what will run it. */
export default function buildDesktop(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-old', 'desktop'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: 'inherit',
  });
  process.stdout.write(`The desktop app runs on ${findShell().name}.\n`);
}
