import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the store app and the head office's page before the end-to-end tests where they are old, so that these never see an old one. */
export default function buildRenderer(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-old', 'app'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: 'inherit',
  });
}
