/** The app's own origin. It stands for all its data in IndexedDB, so it never changes. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** True for an address of the app itself, and nothing that only looks like one. */
export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === '';
}

/** What is known of a frame that calls; null when it is already gone. */
interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/** True for the app's own page at the top of its window, false for any frame inside it. */
export function isOwnFrame(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}
