import { beforeEach, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import type * as Stub from '../test/stubs/electron.ts';
import { customerWindow, displayOptions } from './display-window.ts';

const COUNTER = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } };
const CUSTOMER = { id: 2, bounds: { x: 1366, y: 0, width: 1024, height: 600 } };
const TILL = { x: 10, y: 10, width: 1200, height: 700 };
const screens = (...all: (typeof COUNTER)[]) => ({ getAllDisplays: () => all, getDisplayMatching: () => COUNTER });

let electron: typeof Stub;
let open: () => Promise<void>;
beforeEach(async () => {
  vi.resetModules();
  electron = await import('../test/stubs/electron.ts');
  const till = new electron.BrowserWindow({});
  open = customerWindow(electron.BrowserWindow as never, screens(CUSTOMER, COUNTER), till as unknown as BrowserWindow);
  electron.control.notes.length = 0;
});

it('fills the screen that the till is not on, and takes no keyboard', () => {
  expect(displayOptions(screens(COUNTER, CUSTOMER), TILL)).toMatchObject({ ...CUSTOMER.bounds, fullscreen: true, focusable: false });
});

it('is a window like others where there is one screen', () => {
  expect(displayOptions(screens(COUNTER), TILL)).toMatchObject({ width: 1024, height: 600 });
  expect(displayOptions(screens(COUNTER), TILL)).not.toHaveProperty('fullscreen');
});

it('has no way to the machine', () => {
  const { webPreferences } = displayOptions(screens(COUNTER), TILL);
  expect(webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true });
  expect(webPreferences).not.toHaveProperty('preload');
});

it('opens once, and is shown again without the keyboard', async () => {
  await open();
  await open();
  expect(electron.control.notes).toEqual(['window', 'load app://bundle/display.html', 'show inactive', 'show inactive']);
});

it('opens anew after somebody has closed it, and goes with the till', async () => {
  await open();
  electron.control.windows[1]?.emit('closed');
  await open();
  expect(electron.control.notes.filter((note) => note === 'window')).toHaveLength(2);
  electron.control.windows[0]?.emit('closed');
  expect(electron.control.notes.at(-1)).toBe('destroy');
});
