import type { DeviceNotes } from '../storage/device-notes.ts';

const NOTE = 'withdrawn';

/** Notes that the head office has shut a register out: from now on this device shows nothing of the company, also without a network. */
export function noteWithdrawal(notes: DeviceNotes, registerId: string): Promise<void> {
  return notes.write(NOTE, registerId);
}

/** Whether this register was shut out. */
export async function isWithdrawn(notes: DeviceNotes, registerId: string): Promise<boolean> {
  return (await notes.read(NOTE)) === registerId;
}
