import { readFlag } from './read-flag.ts';

/**
 * Finds which sync server this start is for: `--server=URL` on the command line, else `OUTPOST_SERVER_URL`.
 * Gives its origin, or null when none is named or the name is no http address.
 */
export function readServerUrl(argv: readonly string[], env: Record<string, string | undefined>): string | null {
  const named = readFlag(argv, 'server') ?? env['OUTPOST_SERVER_URL'];
  if (named === undefined || !URL.canParse(named)) return null;
  const { protocol, origin } = new URL(named);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}
