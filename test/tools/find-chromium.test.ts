import { describe, expect, it } from 'vitest';
import { findChromium, type ChromiumWays } from './find-chromium.ts';

/** A machine on which only `present` exist; `brings` says which command puts which file there. */
function machineWith(present: string[], more: { env?: Record<string, string>; root?: boolean; brings?: Record<string, string> } = {}) {
  const files = new Set(present);
  const ran: string[] = [];
  const ways: ChromiumWays = {
    env: { PATH: '/some/bin', ...more.env },
    works: (path) => files.has(path),
    playwrightPath: () => '/cache/playwright/chrome',
    isRoot: more.root ?? false,
    run(command, args) {
      const line = [command, ...args].join(' ');
      ran.push(line);
      const file = more.brings?.[line];
      if (file !== undefined && file !== '') files.add(file);
      return file !== undefined;
    },
  };
  return { ways, ran };
}

const APT = { 'apt-get --version': '', 'apt-get update': '' };
const SHELL = { 'apt-get install -y --no-install-recommends chromium-headless-shell': '/usr/bin/chromium-headless-shell' };
const WHOLE = { 'apt-get install -y --no-install-recommends chromium': '/usr/bin/chromium' };

describe('the way to a Chromium', () => {
  it.each([
    ['the one that is asked for', machineWith(['/mine', '/usr/bin/chromium'], { env: { OUTPOST_CHROMIUM: '/mine' } }), '/mine', 0],
    ['the one in its usual place', machineWith(['/usr/bin/chromium', '/cache/playwright/chrome']), '/usr/bin/chromium', 0],
    [
      'the shell without a window before the whole browser',
      machineWith(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']),
      '/usr/bin/chromium-headless-shell',
      0,
    ],
    ['the one on PATH', machineWith(['/some/bin/google-chrome']), '/some/bin/google-chrome', 0],
    ["playwright's own", machineWith(['/cache/playwright/chrome']), '/cache/playwright/chrome', 0],
    [
      'a download by playwright',
      machineWith([], { brings: { 'npx playwright install chromium': '/cache/playwright/chrome' } }),
      '/cache/playwright/chrome',
      1,
    ],
    [
      "Debian's package without a window, where we are root",
      machineWith([], { root: true, brings: { ...APT, ...SHELL, ...WHOLE } }),
      '/usr/bin/chromium-headless-shell',
      4,
    ],
    [
      'the whole browser, where there is no such package',
      machineWith([], { root: true, brings: { ...APT, ...WHOLE } }),
      '/usr/bin/chromium',
      5,
    ],
  ])('%s', (_name, { ways, ran }, path, commands) => {
    expect(findChromium(ways)).toBe(path);
    expect(ran).toHaveLength(commands);
  });

  it('ends in one clear sentence, and never calls apt-get without being root', () => {
    const { ways, ran } = machineWith([], { brings: { ...APT, ...SHELL } });
    expect(() => findChromium(ways)).toThrow(/^No Chromium was found and none could be installed; .*OUTPOST_CHROMIUM/);
    expect(ran).toEqual(['npx playwright install chromium']);
  });

  it('refuses a wrong OUTPOST_CHROMIUM instead of taking another', () => {
    const { ways } = machineWith(['/usr/bin/chromium'], { env: { OUTPOST_CHROMIUM: '/gone' } });
    expect(() => findChromium(ways)).toThrow('OUTPOST_CHROMIUM names /gone, which is no Chromium that can be started.');
  });
});
