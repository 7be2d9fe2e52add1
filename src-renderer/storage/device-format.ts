import type { DeviceNotes } from './device-notes.ts';

/**
 * The format of what the app keeps on its device and cannot get again: the journal and the device's own notes. Raise it
 * with anything that the app before could not read, a new `OPERATION_VERSION` among them; what older apps wrote has to
 * stay readable for ever.
 */
export const DEVICE_FORMAT = 3;

const NOTE = 'format';

/** A newer version of the app has worked on this device: this one must not touch what it finds. */
export class WrittenByNewerApp extends Error {
  constructor(what: string) {
    super(`${what} was written by a newer version of the app.`);
  }
}

function formatOf(note: unknown): number {
  const format = (note as { readonly format?: unknown } | null | undefined)?.format;
  return typeof format === 'number' ? format : 1;
}

/**
 * Notes that this version of the app works on the device from now on. Before anything else is read or written.
 * @throws WrittenByNewerApp when a newer one has worked on it; then nothing has been written.
 */
export async function claimDeviceFormat(notes: DeviceNotes): Promise<void> {
  const found = formatOf(await notes.read(NOTE));
  if (found > DEVICE_FORMAT) throw new WrittenByNewerApp('This device');
  if (found < DEVICE_FORMAT) await notes.write(NOTE, { format: DEVICE_FORMAT });
}
