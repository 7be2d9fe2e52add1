import type { StoreApi } from 'zustand/vanilla';
import type { SyncState } from '../kit/register-services.ts';
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

/** Calls `act` once, as soon as the server says that this register was withdrawn. It may have said so while the register was starting. */
export function whenWithdrawn(sync: StoreApi<SyncState>, act: () => void): void {
  const isRefused = ({ connection }: SyncState): boolean => connection.status === 'refused' && connection.code === 'register_withdrawn';
  if (isRefused(sync.getState())) return act();
  const end = sync.subscribe((state) => {
    if (!isRefused(state)) return;
    end();
    act();
  });
}
