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

/**
 * To reach a server in the store or on this machine. Chromium asks for these before a page may send anything to such an address.
 * They may be granted by name alone: no page but the app's own runs here, and its content policy says whom it may reach.
 */
const NETWORK = ['local-network-access', 'local-network', 'loopback-network'];

/** Denies every device and every permission but {@link NETWORK}. One that is needed is added here by name, with its reason. */
export function denyPermissions(browser: Session): void {
  browser.setPermissionRequestHandler((_contents, permission, answer) => answer(NETWORK.includes(permission)));
  browser.setPermissionCheckHandler((_contents, permission) => NETWORK.includes(permission));
  browser.setDevicePermissionHandler(() => false);
  browser.setDisplayMediaRequestHandler(null);
}
