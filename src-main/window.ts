import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { APP_URL } from './guard/own-page.ts';

/** What every page of the app has to do without: it reaches the machine through the bridge, or not at all. */
export const LOCKED_PAGE = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  // A register must not slow its timers and its sync because another window covers it, nor a display because it has no keyboard.
  backgroundThrottling: false,
} as const;

/** The options of the one window: a page that can reach the machine only through the bridge. */
export function windowOptions(preload: string, packaged: boolean): BrowserWindowConstructorOptions {
  return {
    title: 'Outpost',
    width: 1366,
    height: 820,
    minWidth: 800,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      ...LOCKED_PAGE,
      devTools: !packaged,
    },
  };
}

/** Ways in which a page's process ends that a new page does not repair: it would end in the same way, again and again. */
const BEYOND_REPAIR = ['clean-exit', 'launch-failed', 'integrity-failure'];

/**
 * Opens the window and loads the app; it is shown once it has something to show. A page whose process has crashed or was killed
 * is loaded again: Electron would leave an empty window, and the register would wait for somebody to start it again.
 * @param onMade gets the window before it has loaded anything.
 */
export async function openWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  preload: string,
  packaged: boolean,
  onMade: (window: BrowserWindow) => void,
): Promise<BrowserWindow> {
  const window = new Window(windowOptions(preload, packaged));
  onMade(window);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // A page that cannot be loaded leaves the window empty, as it was.
    if (!BEYOND_REPAIR.includes(reason)) window.loadURL(APP_URL).catch(() => undefined);
  });
  await window.loadURL(APP_URL);
  return window;
}

/** Brings the window to the front, for a person who started the app a second time. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
