import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';

/** How secrets of webhooks begin (Standard Webhooks 1.0.0). */
export const WEBHOOK_SECRET_PREFIX = 'whsec_';

/** Writes a secret as receivers expect it. @param bytes 24 to 64 random ones. */
export function webhookSecret(bytes: Uint8Array): string {
  return `${WEBHOOK_SECRET_PREFIX}${base64.encode(bytes)}`;
}

/**
 * Signs what is sent, as Standard Webhooks 1.0.0 says: HMAC-SHA256 over id, time and the exact body. One signature a secret, so that a
 * receiver can change secrets without missing anything.
 * @param timestamp epoch seconds of this attempt. @param secrets as {@link webhookSecret} writes them, at least one.
 * @returns the value of `webhook-signature`.
 */
export function signWebhook(
  message: { readonly id: string; readonly timestamp: number; readonly body: string },
  secrets: readonly string[],
): string {
  const signed = utf8ToBytes(`${message.id}.${message.timestamp}.${message.body}`);
  return secrets
    .map((secret) => `v1,${base64.encode(hmac(sha256, base64.decode(secret.slice(WEBHOOK_SECRET_PREFIX.length)), signed))}`)
    .join(' ');
}
