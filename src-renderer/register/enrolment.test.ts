import { afterEach, expect, it, vi } from 'vitest';
import type { DeviceNotes } from './device-notes.ts';
import { enrol } from './enrolment.ts';

afterEach(() => vi.unstubAllGlobals());

it('does not use a register code up on a device that cannot keep the key', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  const notes: DeviceNotes = {
    read: () => Promise.resolve(undefined),
    write: () => Promise.reject(new Error('nothing is written')),
    writeBehind: () => undefined,
  };
  const secrets = {
    canKeep: () => Promise.resolve(false),
    load: () => Promise.resolve(null),
    store: () => Promise.reject(new Error('no_encryption')),
  };
  expect(await enrol(notes, secrets, 'http://server', 'ABCD-EFGH')).toEqual({ ok: false, refusal: { code: 'no_key_store' } });
  expect(asked).not.toHaveBeenCalled();
});
