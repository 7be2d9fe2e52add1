/** As much of a request as tells how it came. */
interface Arrival {
  readonly protocol: string;
  readonly hostname: string;
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** One year, in seconds. */
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' };

/**
 * What every answer says, whatever its address: nothing that it holds is kept, guessed at, framed or run. Pages say what
 * they may load themselves; see `serve-app.ts`. Who came by https is told to come by nothing else from now on, but not at
 * localhost: that name belongs to every other program of the machine too.
 */
export function securityHeaders({ protocol, hostname }: Arrival): Readonly<Record<string, string>> {
  return protocol === 'https' && hostname !== 'localhost' ? { ...HEADERS, ...HTTPS_ONLY } : HEADERS;
}
