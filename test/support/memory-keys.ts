import { generateKeyPairSync, sign } from 'node:crypto';
import { publicKey } from '../../domain/base/signature.ts';
import type { RegisterKey } from '../../src-renderer/register/register-key.ts';

/** A register's key pair. It signs at once: nothing waits for another thread, so a simulated world stays the same each time. */
export function makeKey(): RegisterKey {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = pair.publicKey.export({ format: 'jwk' });
  return {
    publicKey: publicKey.parse({ kty, crv, x, y }),
    sign: (text) =>
      Promise.resolve(sign('sha256', Buffer.from(text), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')),
  };
}
