import { deviceStorage, journalStorage } from '../journal/journal-storage.ts';
import { claimDeviceFormat, WrittenByNewerApp } from '../register/device-format.ts';
import { deviceNotes, type DeviceNotes } from '../register/device-notes.ts';
import { type Device, openDevice } from '../register/device.ts';
import { enrol, type EnrolFailure, readEnrolment, readToken, type StoredEnrolment } from '../register/enrolment.ts';
import { holdSingleWriter } from '../register/hold-single-writer.ts';
import { openDeviceDatabase, openJournalDatabase } from '../register/register-database.ts';
import { startRegister } from '../register/register.ts';
import { openReplicaDatabase } from '../replica/replica-database.ts';
import { workerStorage } from '../replica/worker-storage.ts';
import { serverClient } from '../sync/server-client.ts';
import type { RegisterServices } from './register-services.ts';

/** What the app finds when it starts. */
export type Opened =
  | { readonly kind: 'ready'; readonly services: RegisterServices }
  | {
      readonly kind: 'not_enrolled';
      /** Whether a person has to name the server, as in a desktop app that was not told. */
      readonly askForServer: boolean;
      /** @param serverUrl only where `askForServer` is true. */
      enrol(code: string, serverUrl?: string): Promise<{ ok: true; value: RegisterServices } | { ok: false; refusal: EnrolFailure }>;
    }
  | { readonly kind: 'in_use_elsewhere' }
  /** A newer version of the app has worked on this device; nothing was touched. */
  | { readonly kind: 'app_too_old' }
  | { readonly kind: 'storage_broken'; readonly message: string };

/** Errors that no person has to act on at once go to the browser's log, where support finds them. */
function report(error: unknown): void {
  console.error(error);
}

async function start(enrolment: StoredEnrolment, device: Device, notes: DeviceNotes): Promise<RegisterServices> {
  const [journal, replica, token] = await Promise.all([
    openJournalDatabase(enrolment.registerId, journalStorage()),
    openReplicaDatabase(enrolment.registerId, workerStorage()),
    readToken(device.secrets, enrolment),
  ]);
  const { serverUrl, ...identity } = enrolment;
  const { services } = await startRegister({
    identity,
    journal: journal.journal,
    replica: replica.replica,
    notes,
    client: serverClient(serverUrl, token),
    mirror: device.mirror,
    onError: report,
    now: () => Date.now(),
    random: () => Math.random(),
  });
  return services;
}

/** Opens the register of this device, or says why there is none yet. */
export async function openRegister(): Promise<Opened> {
  if (!(await holdSingleWriter())) return { kind: 'in_use_elsewhere' };
  try {
    // Without this the browser may clear the journal when the disk runs full. It may say no; the journal works all the same.
    void navigator.storage.persist();
    const database = await openDeviceDatabase(deviceStorage());
    const notes = deviceNotes(database.device, report);
    await claimDeviceFormat(notes);
    const device = await openDevice(notes, report);
    const enrolment = await readEnrolment(notes);
    if (enrolment !== null) return { kind: 'ready', services: await start(enrolment, device, notes) };
    return {
      kind: 'not_enrolled',
      askForServer: device.serverUrl === null,
      async enrol(code, serverUrl) {
        const enrolled = await enrol(notes, device.secrets, (serverUrl ?? device.serverUrl ?? '').replace(/\/+$/, ''), code);
        return enrolled.ok ? { ok: true, value: await start(enrolled.value, device, notes) } : enrolled;
      },
    };
  } catch (error) {
    if (error instanceof WrittenByNewerApp) return { kind: 'app_too_old' };
    return { kind: 'storage_broken', message: error instanceof Error ? error.message : String(error) };
  }
}
