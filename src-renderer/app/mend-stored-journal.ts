import { isRecordable } from '../base/journal-health.ts';
import { type Mended, mendJournal } from '../journal/mend/mend-journal.ts';
import type { RegisterIdentity } from '../kit/register-services.ts';
import type { Device } from '../register/device.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { journalDisk } from '../storage/journal-disk.ts';
import { journalStorage } from '../storage/journal-storage.ts';
import { salvageClosedJournal } from '../storage/salvage-closed.ts';
import type { ServerClient } from '../sync/server-client.ts';
import { forkNoteName } from '../sync/watch-for-fork.ts';
import type { KeptJournalNote } from './journal-note.ts';
import { report } from './report.ts';

export interface StoredJournal {
  readonly identity: RegisterIdentity;
  readonly device: Device;
  readonly notes: DeviceNotes;
  readonly note: KeptJournalNote;
  readonly client: ServerClient;
  /** Up to which operation the replica holds the effects. */
  readonly appliedSeq: number;
}

/** Opens the journal of this device, mends it where that is needed, and notes what was found. */
export async function mendStoredJournal({ identity, device, notes, note, client, appliedSeq }: StoredJournal): Promise<Mended> {
  const { registerId, storeId } = identity;
  const { generation, reached, doubt, accepted } = note.current();
  const mended = await mendJournal({
    registerId,
    storeId,
    mirror: device.mirror,
    doubt,
    accepted,
    disk: journalDisk({
      registerId,
      storage: journalStorage(),
      generation,
      noteGeneration: (next) => note.write({ generation: next }),
      salvageClosed: (closed) => salvageClosedJournal(registerId, closed),
    }),
    readBack: (after) => client.readBack(after),
    reached: Math.max(appliedSeq, reached),
    confirmed: appliedSeq,
  });
  if (mended.finding !== null) report(new Error(mended.finding));
  if (mended.spare !== undefined && mended.spare.length > 0)
    await notes.write(forkNoteName(registerId), { handedOver: false, spare: mended.spare });
  const settled = isRecordable(mended.health) && (doubt || mended.accepted.length !== accepted.length);
  if (settled) await note.write({ doubt: false, accepted: mended.accepted });
  return mended;
}
