import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long (milliseconds) Electron's own installer may take to fetch its binary before the browser has to do. */
const FETCH_LIMIT = 60_000;

/** Where Electron's binary is; null when it is not there. Importing `electron` would start a download. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules/electron');
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Whether a window could be seen here. */
export function hasScreen(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (env['CI'] !== undefined || env['SSH_CONNECTION'] !== undefined) return false;
  return platform !== 'linux' || env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
}

/** Lets Electron's installer fetch its binary, for a minute at most. */
export function fetchElectron(root: string): string | null {
  const installer = join(root, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return null;
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_LIMIT });
  return findElectron(root);
}

/** Builds the desktop app when it is missing or old, and says whether it is there then. An installation without sources has none. */
export function buildDesktop(root: string): boolean {
  const builder = join(root, 'scripts/build.mjs');
  return existsSync(builder) && spawnSync(process.execPath, [builder, '--if-old', 'desktop'], { stdio: 'inherit' }).status === 0;
}

function launch(command: string, args: readonly string[], onFailure: () => void): void {
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', onFailure);
  child.unref();
}

/** Opens the desktop app on a server. @param simulators the folder of the simulated devices that it may ask. */
export function openElectron(binary: string, root: string, url: string, simulators: string, onFailure: () => void): void {
  launch(binary, [root, `--server=${url}`, `--simulators=${simulators}`], onFailure);
}

/** Opens the machine's browser. */
export function openBrowser(url: string, platform: NodeJS.Platform, onFailure: () => void): void {
  if (platform === 'darwin') launch('open', [url], onFailure);
  else if (platform === 'win32') launch('cmd', ['/c', 'start', '', url], onFailure);
  else launch('xdg-open', [url], onFailure);
}
