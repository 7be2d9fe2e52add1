/** Any server over TLS or on this machine: for an app that does not know its server yet. */
export const ANY_SERVER = 'https: http://localhost:* http://127.0.0.1:*';

/**
 * The content security policy of the app's page, in the desktop app and from the server alike: nothing, but for what is
 * named.
 * @param servers what the page may connect to besides where it came from; empty for nothing
 */
export function contentPolicy(servers: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    // The component library writes its variables into style elements.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    `connect-src 'self' ${servers}`.trimEnd(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
