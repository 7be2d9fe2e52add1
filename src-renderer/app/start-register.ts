import { isFinalRefusal } from '../../domain/protocol/protocol.ts';
import { checkJournal } from '../journal/mend/check-journal.ts';
import { journalDisk } from '../storage/journal-disk.ts';
import { isRecordable } from '../base/journal-health.ts';
import { mendJournal } from '../journal/mend/mend-journal.ts';
import { salvageClosedJournal } from '../storage/salvage-closed.ts';
import { keepMirror } from '../journal/mirror/keep-mirror.ts';
import { deviceStorage, journalStorage } from '../storage/journal-storage.ts';
import { checkStored } from '../storage/check-stored.ts';
import { answered, NeverAnswered, sleep } from '../base/timeout.ts';
import { claimDeviceFormat, WrittenByNewerApp } from '../storage/device-format.ts';
import { deviceNotes, type DeviceNotes } from '../storage/device-notes.ts';
import { type Device, openDevice } from '../register/device.ts';
import {
  enrol,
  type EnrolFailure,
  forgetEnrolment,
  readEnrolment,
  readToken,
  type StoredEnrolment,
  wasEnded,
} from '../register/enrolment.ts';
import { loadOrMakeKey } from '../register/register-key.ts';
import { holdSingleWriter } from '../register/hold-single-writer.ts';
import { DEVICE_DATABASE, journalDatabaseName, openDeviceDatabase } from '../storage/register-database.ts';
import { messageOf, type StorageTrouble, storageTrouble } from '../storage/storage-error.ts';
import { startRegister } from '../register/register.ts';
import { isWithdrawn, noteWithdrawal } from '../register/withdrawal.ts';
import { deleteReplica, openReplica } from '../storage/open-replica.ts';
import { readAppliedSeq } from '../replica/replica.ts';
import { createPinSeal, sealingClient, sealStoredPins } from '../register/pin-seal.ts';
import { ServerRefused } from '../base/http-client.ts';
import { serverClient } from '../sync/server-client.ts';
import { forkNoteName } from '../sync/watch-for-fork.ts';
import type { RegisterServices } from '../kit/register-services.ts';

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
  | { readonly kind: 'in_use_elsewhere' }
  /** A newer version of the app has worked on this device; nothing was touched. */
  | { readonly kind: 'app_too_old' }
  | { readonly kind: 'storage_broken'; readonly trouble: StorageTrouble; readonly message: string };

/** Errors that no person has to act on at once go to the browser's log, where support finds them. */
function report(error: unknown): void {
  console.error(error);
}

/** What the device notes of its journal, beside it: whatever damages one of the two does not damage the other. */
interface JournalNote {
  /** See {@link journalDatabaseName}. */
  readonly generation: number;
  /** The highest `seq` that the server is known to have. */
  readonly reached: number;
  /** Something was found to be wrong; the next start looks at everything. */
  readonly doubt: boolean;
  readonly accepted: readonly number[];
}

const LOOK_AGAIN_MS = 5_000;
const PAUSE_MS = 50;

async function start(enrolment: StoredEnrolment, device: Device, notes: DeviceNotes): Promise<RegisterServices> {
  const { serverUrl, ...identity } = enrolment;
  const { registerId, storeId } = identity;
  const noteName = `journal:${registerId}`;
  let note: JournalNote = {
    generation: 1,
    reached: 0,
    doubt: false,
    accepted: [],
    ...((await notes.read(noteName)) as Partial<JournalNote> | undefined),
  };
  const change = (part: Partial<JournalNote>) => (note = { ...note, ...part });
  const [replica, key, token] = await Promise.all([
    openReplica(registerId, report),
    // A key that does not open stays where it is: what is sent without one is refused, and goes on waiting here.
    loadOrMakeKey(device.keys, registerId).catch((error: unknown) => {
      report(error);
      return null;
    }),
    // A key that is gone leaves a register that the server does not know; its records are all there.
    readToken(device.secrets, enrolment).catch((error: unknown) => {
      report(error);
      return '';
    }),
  ]);
  // A journal that gives no answer may be whole, and its mirror may be an operation behind: it must not be mended.
  await checkStored(journalDatabaseName(registerId, note.generation), 'journal').catch((error: unknown) => {
    if (error instanceof NeverAnswered) throw error;
  });
  const seal = createPinSeal(await device.pinKey());
  await sealStoredPins(replica.database.replica, seal).catch(report);
  const client = sealingClient(serverClient(serverUrl, token), seal);
  const appliedSeq = await readAppliedSeq(replica.database.replica);
  const mended = await mendJournal({
    registerId,
    storeId,
    mirror: device.mirror,
    doubt: note.doubt,
    accepted: note.accepted,
    disk: journalDisk({
      registerId,
      storage: journalStorage(),
      generation: note.generation,
      noteGeneration: (generation) => notes.write(noteName, change({ generation })),
      salvageClosed: (generation) => salvageClosedJournal(registerId, generation),
    }),
    readBack: (after) => client.readBack(after),
    reached: Math.max(appliedSeq, note.reached),
    confirmed: appliedSeq,
  });
  const { journal, health, finding } = mended;
  if (finding !== null) report(new Error(finding));
  if (mended.spare !== undefined && mended.spare.length > 0)
    await notes.write(forkNoteName(registerId), { handedOver: false, spare: mended.spare });
  const settled = isRecordable(health) && (note.doubt || mended.accepted.length !== note.accepted.length);
  if (settled) await notes.write(noteName, change({ doubt: false, accepted: mended.accepted }));
  const keeper =
    device.mirror === null || !isRecordable(health)
      ? null
      : keepMirror({ mirror: device.mirror, journal, mirroredSeq: mended.mirroredSeq, random: () => Math.random(), onError: report });

  /** Starts the app again, which mends the journal, as soon as the server can be asked for what is missing. */
  async function startAgainWithServer(): Promise<void> {
    for (;;) {
      try {
        await client.readBack(note.reached);
        return location.reload();
      } catch (error) {
        // A register that was stopped is told so by its own requests, and gets nothing back.
        if (error instanceof ServerRefused && isFinalRefusal(error.code)) return;
        await sleep(LOOK_AGAIN_MS);
      }
    }
  }

  const { services } = await startRegister({
    identity,
    journal,
    replica: replica.database.replica,
    notes,
    client,
    key,
    mirror: (operation) => keeper?.add(operation),
    journalHealth: health,
    replicaRenewed: replica.renewed,
    onConfirmed: (seq) => {
      if (seq > note.reached) notes.writeBehind(noteName, change({ reached: seq }));
    },
    onJournalBehind: (serverSeq) => {
      void notes.write(noteName, change({ reached: serverSeq, doubt: true })).then(startAgainWithServer);
    },
    onError: report,
    openPin: (associateId, pin) => seal.open(associateId, pin),
    now: () => Date.now(),
    random: () => Math.random(),
  });
  services.sync.subscribe(({ connection }) => {
    if (connection.status !== 'refused' || connection.code !== 'register_withdrawn') return;
    // The start after that deletes the replica, which is open now.
    void noteWithdrawal(notes, registerId).then(() => location.reload(), report);
  });
  if (health === 'needs_server') void startAgainWithServer();
  else if (isRecordable(health)) void lookBehind();
  return services;

  /** Checks the whole journal while people work, a page at a time. A fault in what the server has is mended at the next start. */
  async function lookBehind(): Promise<void> {
    const { faultAt } = await checkJournal(journal, registerId, 0, note.accepted, () => sleep(PAUSE_MS));
    if (faultAt === null) return;
    report(new Error(`The journal is damaged at operation ${faultAt}; it will be mended when the app is opened again.`));
    await notes.write(noteName, change({ doubt: true }));
  }
}

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
    if (!(await holdSingleWriter())) return { kind: 'in_use_elsewhere' };
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
    const ready = async (one: StoredEnrolment): Promise<Opened> => ({ kind: 'ready', services: await start(one, device, notes) });
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
