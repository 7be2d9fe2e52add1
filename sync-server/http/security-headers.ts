export interface HeaderOptions {
  /** Whether browsers are told to come by https only from now on. */
  readonly isHttps: boolean;
}

/** One year in seconds. */
const YEAR = 31_536_000;

/**
 * What every answer says, whatever its address: nothing that it holds is kept, guessed at, framed or run. Pages say what
 * they may load themselves; see `serve-app.ts`.
 */
export function securityHeaders({ isHttps }: HeaderOptions): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps ? { 'strict-transport-security': `max-age=${YEAR}` } : {}),
  };
}
