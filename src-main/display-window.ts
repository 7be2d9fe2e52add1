import type { BrowserWindow, BrowserWindowConstructorOptions, Display, Rectangle } from 'electron';
import { APP_URL } from './guard/own-page.ts';
import { LOCKED_PAGE } from './window.ts';

export const DISPLAY_URL = `${APP_URL}display.html`;

/** What is asked of the screens of the machine. */
export interface Screens {
  getAllDisplays(): Pick<Display, 'id' | 'bounds'>[];
  getDisplayMatching(area: Rectangle): Pick<Display, 'id'>;
}

/**
 * The window that the customer looks at. It fills the screen that the till is not on, and never takes the keyboard there. On a machine with
 * one screen it is a window like others. It has no bridge: nothing in it reaches the machine.
 */
export function displayOptions(screens: Screens, till: Rectangle): BrowserWindowConstructorOptions {
  const own = screens.getDisplayMatching(till).id;
  const other = screens.getAllDisplays().find(({ id }) => id !== own);
  const place = other === undefined ? { width: 1024, height: 600 } : { ...other.bounds, fullscreen: true, frame: false, focusable: false };
  return {
    title: 'Outpost',
    show: false,
    autoHideMenuBar: true,
    ...place,
    webPreferences: { ...LOCKED_PAGE, devTools: false },
  };
}

/**
 * Opens the customer's window for as long as the till's is open, once. It is shown without becoming the window that has the keyboard.
 * @returns opens it, or shows the one that is open.
 */
export function customerWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  screens: Screens,
  till: BrowserWindow,
): () => Promise<void> {
  let open: BrowserWindow | null = null;
  // The app ends with its last window: this one must not be the last.
  till.on('closed', () => open?.destroy());
  return async () => {
    if (open !== null) return open.showInactive();
    const window = new Window(displayOptions(screens, till.getBounds()));
    open = window;
    window.once('ready-to-show', () => window.showInactive());
    window.on('closed', () => (open = null));
    await window.loadURL(DISPLAY_URL);
  };
}
