import { expect, it } from 'vitest';
import { hashPin } from './hash-pin.ts';

it('hashes as PBKDF2 with HMAC-SHA-256 does (a published vector)', () => {
  const salt = Buffer.from('salt').toString('hex');
  expect(hashPin('password', salt, 4096).hash).toBe('c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a');
});
