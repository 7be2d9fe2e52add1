/**
 * The content security policy of the app's page: nothing, but for what is named.
 * @param serverUrl origin of the sync server, or null while it is unknown: then any server over TLS, or on this machine
 */
export function contentPolicy(serverUrl: string | null): string {
  const server = serverUrl ?? 'https: http://localhost:* http://127.0.0.1:*';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    // The component library writes its variables into style elements.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    `connect-src 'self' ${server}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
