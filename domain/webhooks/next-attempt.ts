/** Seconds after which each attempt follows the one before, from the second on (Standard Webhooks 1.0.0): three days and a bit in all. */
const DELAYS_S = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** As often a message is sent at most. */
export const MOST_SENDS = DELAYS_S.length + 1;

/** No receiver puts a message off for longer (seconds). */
const LONGEST_PUT_OFF_S = 86_400;

/** What came of sending a message: it has arrived, it is sent again, it is given up, or nobody wants any more. */
export type SendOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly inSeconds: number }
  | { readonly kind: 'given_up' }
  | { readonly kind: 'gone' };

/**
 * What an answer means for a message. Any 2xx is an arrival, whatever its body says; a redirect is never followed; 410 says that the
 * address is gone for good.
 * @param status of the answer; null where none came. @param attempts how often it was sent, this time included.
 * @param retryAfterS seconds that the receiver asks for; null where it asks for none.
 * @param chance from 0 to 1: spreads what failed together over a fifth of the delay more.
 */
export function outcomeOfSend(status: number | null, attempts: number, retryAfterS: number | null, chance: number): SendOutcome {
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  const delay = DELAYS_S[attempts - 1];
  if (delay === undefined) return { kind: 'given_up' };
  const spread = delay * (1 + chance / 5);
  return { kind: 'again', inSeconds: Math.max(spread, Math.min(retryAfterS ?? 0, LONGEST_PUT_OFF_S)) };
}

/** Reads `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). @param nowMs epoch milliseconds. @returns seconds, or null for neither. */
export function readRetryAfter(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, (at - nowMs) / 1000);
}
