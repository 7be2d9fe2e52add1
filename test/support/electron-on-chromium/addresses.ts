/**
 * Chromium alone knows no scheme of an app's own. So the page lives at an https address that stands in for it, which has the
 * same rights as a scheme that is `standard` and `secure`; the app never sees that address.
 */
const SUFFIX = '.test';

/** `https://bundle.app.test/x` for `app://bundle/x`; addresses of the web stay as they are. */
export function standIn(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address);
  if (/^(https?|about|data|blob|chrome-error):$/.test(protocol)) return address;
  return `https://${host}.${protocol.slice(0, -1)}${SUFFIX}${pathname}${search}${hash}`;
}

/** `app://bundle/x` for `https://bundle.app.test/x`; addresses of the web stay as they are. */
export function appAddress(address: string): string {
  const match = /^https:\/\/([^/]+)\.([a-z]+)\.test(\/.*)?$/.exec(address);
  return match === null ? address : `${match[2]}://${match[1]}${match[3] ?? ''}`;
}
