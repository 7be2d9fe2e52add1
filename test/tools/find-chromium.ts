import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const MINUTE = 60_000;

/** The ways to a Chromium, so that a test can take them away one by one. */
export interface ChromiumWays {
  env: Record<string, string | undefined>;
  /** True for a program that is there and can be started. */
  works(path: string): boolean;
  /** Where playwright keeps its own Chromium, whether it is there or not. */
  playwrightPath(): string;
  isRoot: boolean;
  /** Runs a command to its end; true when it succeeded within the time (milliseconds). */
  run(command: string, args: string[], timeout: number): boolean;
}

// The best first. Without the window around the page, which no test looks at, a test run takes a quarter less of the processor.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

/** Some systems put a script in Chromium's place that only says how to get one; so it is asked for its version. */
function canStart(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows the question would open a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: MINUTE }).status === 0;
}

const machine: ChromiumWays = {
  env: process.env,
  works: canStart,
  playwrightPath: () => chromium.executablePath(),
  isRoot: process.getuid?.() === 0,
  run(command, args, timeout) {
    process.stdout.write(`$ ${command} ${args.join(' ')}\n`);
    const result = spawnSync(command, args, {
      stdio: 'inherit',
      timeout,
      shell: process.platform === 'win32',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return result.status === 0;
  },
};

/**
 * Gives the path of a Chromium: `OUTPOST_CHROMIUM`, the machine's own, playwright's own; else installs one.
 * Throws one clear sentence when no way leads to one.
 */
export function findChromium(ways: ChromiumWays = machine): string {
  const wanted = ways.env['OUTPOST_CHROMIUM'];
  if (wanted !== undefined && wanted !== '') {
    if (ways.works(wanted)) return wanted;
    throw new Error(`OUTPOST_CHROMIUM names ${wanted}, which is no Chromium that can be started.`);
  }
  const installed = onMachine(ways);
  if (installed !== undefined) return installed;

  if (ways.run('npx', ['playwright', 'install', 'chromium'], 3 * MINUTE)) {
    const own = onMachine(ways);
    if (own !== undefined) return own;
  }
  if (ways.isRoot && ways.run('apt-get', ['--version'], MINUTE)) {
    ways.run('apt-get', ['update'], 5 * MINUTE);
    for (const packageName of DEBIAN_PACKAGES) {
      if (!ways.run('apt-get', ['install', '-y', '--no-install-recommends', packageName], 10 * MINUTE)) continue;
      const debian = onMachine(ways);
      if (debian !== undefined) return debian;
    }
  }
  throw new Error('No Chromium was found and none could be installed; install Chromium or Chrome, or set OUTPOST_CHROMIUM to its path.');
}

function onMachine(ways: ChromiumWays): string | undefined {
  const onPath = (ways.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...PLACES, ...onPath, ways.playwrightPath()].find((path) => path !== '' && ways.works(path));
}

/** What every launch of Chromium in tests and benchmarks uses: its path and the flags that keep it quiet. */
export function chromiumLaunchOptions(): { executablePath: string; args: string[]; ignoreDefaultArgs: string[] } {
  const executablePath = findChromium();
  // The workers of a test run inherit this and do not search again.
  process.env['OUTPOST_CHROMIUM'] = executablePath;
  const args = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  // A register has scroll bars; what they do to a layout must not be hidden from tests and measurements.
  return { executablePath, args, ignoreDefaultArgs: ['--hide-scrollbars'] };
}

/** The version line of the Chromium at `path`, for the heading of a run; on Windows only the path. */
export function chromiumVersion(path: string): string {
  if (process.platform === 'win32') return path;
  return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
