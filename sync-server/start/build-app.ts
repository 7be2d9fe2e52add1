import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** When something in a folder, or the file itself, was last written: milliseconds, 0 when it is not there. */
async function lastWritten(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => lastWritten(join(path, name))));
  return Math.max(0, ...inside);
}

/** Whether the built file is missing or older than anything it is built from. Paths from `root`. */
export async function isOlder(root: string, built: string, sources: readonly string[]): Promise<boolean> {
  const times = await Promise.all(sources.map((source) => lastWritten(join(root, source))));
  return (await lastWritten(join(root, built))) < Math.max(...times);
}

const APP_SOURCES = ['src-renderer', 'src-office', 'domain', 'vite.config.ts', 'vite.office.config.ts', 'package.json'];

/**
 * Builds the store app for the browser, and the head office's page, when they are missing or old.
 * @param mayBuild whether it may; else what was built last has to do.
 * @returns its folder; undefined when there is none.
 */
export async function buildApp(root: string, mayBuild: boolean, onBuild: () => void): Promise<string | undefined> {
  const folder = join(root, 'out/renderer');
  if (
    mayBuild &&
    existsSync(join(root, 'src-renderer/index.html')) &&
    (await isOlder(root, 'out/renderer/office/index.html', APP_SOURCES))
  ) {
    onBuild();
    const { build } = await import('vite');
    for (const config of ['vite.config.ts', 'vite.office.config.ts']) await build({ configFile: join(root, config), logLevel: 'error' });
  }
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}

/** Builds the desktop app when it is missing or old. */
export async function buildDesktop(root: string, onBuild: () => void): Promise<void> {
  const sources = [...APP_SOURCES, 'src-main', 'electron.vite.config.ts'];
  if (!(await isOlder(root, 'out/main/main.js', sources)) && existsSync(join(root, 'out/desktop/index.html'))) return;
  onBuild();
  const { build } = await import('electron-vite');
  await build({ root, configFile: join(root, 'electron.vite.config.ts'), logLevel: 'error' });
}
