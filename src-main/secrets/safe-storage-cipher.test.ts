import type { SafeStorage } from 'electron';
import { expect, it } from 'vitest';
import { control, safeStorage } from '../../test/stubs/electron.ts';
import { createSafeStorageCipher } from './safe-storage-cipher.ts';

it.each([
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'basic_text', false],
  ['linux', false, 'unknown', false],
  ['darwin', true, 'basic_text', true],
  ['win32', false, 'basic_text', false],
] as const)('on %s, with encryption %s by %s, is available: %s', (platform, encryption, backend, available) => {
  Object.assign(control, { encryption, backend });
  const cipher = createSafeStorageCipher(safeStorage as unknown as SafeStorage, platform);
  expect(cipher.isAvailable()).toBe(available);
});
