import type { Session, WebContents } from 'electron';
import { isOwnUrl } from './own-page.ts';

/** Keeps a page at home: no other windows, no other sites, no embedded ones. */
export function confineContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stayHome = (details: { url: string; preventDefault(): void }) => {
    if (!isOwnUrl(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Denies every permission and every device. One that is needed is added here by name, with its reason. */
export function denyPermissions(browser: Session): void {
  browser.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  browser.setPermissionCheckHandler(() => false);
  browser.setDevicePermissionHandler(() => false);
  browser.setDisplayMediaRequestHandler(null);
}
