import { appAddress } from './addresses.ts';
import type { Devtools } from './devtools.ts';

type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean;

let onRequest: RequestHandler | null = null;
let onCheck: CheckHandler | null = null;

/** Electron's `session.defaultSession`. Without handlers everything is granted, as in Electron. */
export const defaultSession = {
  setPermissionRequestHandler: (handler: RequestHandler | null) => void (onRequest = handler),
  setPermissionCheckHandler: (handler: CheckHandler | null) => void (onCheck = handler),
  // Devices and screens are offered by no page of this simulator, whatever the handlers say.
  setDevicePermissionHandler: () => undefined,
  setDisplayMediaRequestHandler: () => undefined,
};

/** Chromium's names of what a page may ask for, with Electron's. */
const PERMISSIONS = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  'clipboard-read': 'clipboard-read',
  'persistent-storage': 'persistent-storage',
  'local-network-access': 'local-network-access',
  'local-network': 'local-network',
  'loopback-network': 'loopback-network',
} as const;

/** Asks the app's handlers for each permission, and lets Chromium answer the page of an origin as they did. */
export async function applyPermissions(browser: Devtools, contents: unknown, origin: string): Promise<void> {
  for (const [name, permission] of Object.entries(PERMISSIONS)) {
    const isChecked = onCheck === null || onCheck(contents, permission, appAddress(origin), {});
    const isGranted = await new Promise<boolean>((resolve) => {
      if (onRequest === null) resolve(true);
      else onRequest(contents, permission, resolve, {});
    });
    await browser.send('Browser.setPermission', { permission: { name }, setting: isChecked && isGranted ? 'granted' : 'denied', origin });
  }
}
