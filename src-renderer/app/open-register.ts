import type { RegisterServices } from '../kit/register-services.ts';
import { answered, NeverAnswered } from '../base/timeout.ts';
import { type Device, openDevice } from '../register/device.ts';
import { enrol, type EnrolFailure, forgetEnrolment, readEnrolment, type StoredEnrolment, wasEnded } from '../register/enrolment.ts';
import { holdSingleWriter } from '../register/hold-single-writer.ts';
import { isWithdrawn } from '../register/withdrawal.ts';
import { checkStored } from '../storage/check-stored.ts';
import { claimDeviceFormat, WrittenByNewerApp } from '../storage/device-format.ts';
import { deviceNotes } from '../storage/device-notes.ts';
import { deviceStorage } from '../storage/journal-storage.ts';
import { deleteReplica } from '../storage/open-replica.ts';
import { DEVICE_DATABASE, openDeviceDatabase } from '../storage/register-database.ts';
import { messageOf, type StorageTrouble, storageTrouble } from '../storage/storage-error.ts';
import { report } from './report.ts';
import { startOnDevice } from './start-on-device.ts';

/** What the app finds when it starts. */
export type Opened =
  | { readonly kind: 'ready'; readonly services: RegisterServices }
  | {
      readonly kind: 'not_enrolled';
      /** Whether a person has to name the server, as in a desktop app that was not told. */
      readonly askForServer: boolean;
      /**
       * Whether it was a register and has lost all that it knew; a browser throws away databases whose files are damaged, without a
       * word.
       */
      readonly hasLostAll: boolean;
      /** @param serverUrl only where `askForServer` is true. */
      enrol(code: string, serverUrl?: string): Promise<{ ok: true; value: Opened } | { ok: false; refusal: EnrolFailure }>;
    }
  /** The head office has shut the register out; its replica is gone, its journal is not. */
  | { readonly kind: 'withdrawn'; leave(): Promise<void> }
  /** The page was opened without encryption; browsers give it nothing then that a register needs. */
  | { readonly kind: 'insecure' }
  | {
      readonly kind: 'in_use_elsewhere';
      /** The register as it opens once the other window is closed. */
      readonly whenFree: Promise<Opened>;
    }
  /** A newer version of the app has worked on this device; nothing was touched. */
  | { readonly kind: 'app_too_old' }
  | { readonly kind: 'storage_broken'; readonly trouble: StorageTrouble; readonly message: string };

/** What there is to say when a register does not open. */
function notOpened(error: unknown): Opened {
  if (error instanceof WrittenByNewerApp) return { kind: 'app_too_old' };
  report(error);
  // A slow disk may answer yet; then the app opens like any other time, whether somebody tries again or not.
  if (error instanceof NeverAnswered)
    void error.late.then(
      () => location.reload(),
      () => undefined,
    );
  // RxDB's own explanations are pages long.
  return { kind: 'storage_broken', trouble: storageTrouble(error), message: messageOf(error).slice(0, 200) };
}

/** Whether a register has worked here: its mirror lies apart from everything else. */
async function isWritten(mirror: Device['mirror']): Promise<boolean> {
  const end = await mirror?.tail();
  return end?.ok === true && end.value.lines.length + end.value.damaged.length > 0;
}

/** Opens the register of this device, or says why there is none yet. */
export async function openRegister(): Promise<Opened> {
  if (!isSecureContext) return { kind: 'insecure' };
  try {
    const writer = await holdSingleWriter();
    if (writer.kind === 'elsewhere') return { kind: 'in_use_elsewhere', whenFree: writer.untilOurs.then(openAlone).catch(notOpened) };
    return await openAlone();
  } catch (error) {
    return notOpened(error);
  }
}

/** Opens the register in the one window that may write the journal. */
async function openAlone(): Promise<Opened> {
  try {
    // Without this the browser may clear the journal when the disk runs full. It may say no, or not know of it; the journal works all
    // the same.
    void (navigator.storage as StorageManager | undefined)?.persist();
    // Notes that are gone must not look like a device that was never set up.
    await checkStored(DEVICE_DATABASE, 'device');
    const database = await answered('The notes of this device', openDeviceDatabase(deviceStorage()));
    const notes = deviceNotes(database.device, report);
    await claimDeviceFormat(notes);
    const device = await openDevice(notes);
    const enrolment = await readEnrolment(notes);
    const ready = async (one: StoredEnrolment): Promise<Opened> => ({ kind: 'ready', services: await startOnDevice(one, device, notes) });
    if (enrolment !== null && (await isWithdrawn(notes, enrolment.registerId))) {
      await deleteReplica(enrolment.registerId);
      return { kind: 'withdrawn', leave: () => forgetEnrolment(notes) };
    }
    if (enrolment !== null) return await ready(enrolment);
    return {
      kind: 'not_enrolled',
      askForServer: device.serverUrl === null,
      hasLostAll: !(await wasEnded(notes)) && (await isWritten(device.mirror)),
      async enrol(code, serverUrl) {
        try {
          const enrolled = await enrol(notes, device, (serverUrl ?? device.serverUrl ?? '').replace(/\/+$/, ''), code);
          return enrolled.ok ? { ok: true, value: await ready(enrolled.value) } : enrolled;
        } catch (error) {
          return { ok: true, value: notOpened(error) };
        }
      },
    };
  } catch (error) {
    return notOpened(error);
  }
}
