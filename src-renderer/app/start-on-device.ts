import { isRecordable } from '../base/journal-health.ts';
import { NeverAnswered } from '../base/timeout.ts';
import { keepMirror } from '../journal/mirror/keep-mirror.ts';
import type { RegisterServices } from '../kit/register-services.ts';
import type { Device } from '../register/device.ts';
import { readToken, type StoredEnrolment } from '../register/enrolment.ts';
import { createPinSeal, sealingClient, sealStoredPins } from '../register/pin-seal.ts';
import { loadOrMakeKey } from '../register/register-key.ts';
import { startRegister } from '../register/register.ts';
import { noteWithdrawal, whenWithdrawn } from '../register/withdrawal.ts';
import { readAppliedSeq } from '../replica/replica.ts';
import { checkStored } from '../storage/check-stored.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { pictureShelf } from '../storage/picture-database.ts';
import { openReplica } from '../storage/open-replica.ts';
import { journalDatabaseName } from '../storage/register-database.ts';
import { serverClient } from '../sync/server-client.ts';
import { type KeptJournalNote, openJournalNote } from './journal-note.ts';
import { mendStoredJournal } from './mend-stored-journal.ts';
import { followPairingLink } from './pairing-link.ts';
import { report } from './report.ts';
import { lookBehind, startAgainWithServer } from './start-again.ts';

/** Opens what the register keeps beside its journal. */
async function openBeside(enrolment: StoredEnrolment, device: Device) {
  const { registerId } = enrolment;
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
  return { replica, key, token };
}

/** A journal that gives no answer may be whole, and its mirror may be an operation behind: it must not be mended. @throws NeverAnswered */
async function awaitJournal(registerId: string, note: KeptJournalNote): Promise<void> {
  await checkStored(journalDatabaseName(registerId, note.current().generation), 'journal').catch((error: unknown) => {
    if (error instanceof NeverAnswered) throw error;
  });
}

/** Starts the register that this device was enrolled as. */
export async function startOnDevice(enrolment: StoredEnrolment, device: Device, notes: DeviceNotes): Promise<RegisterServices> {
  const { serverUrl, ...identity } = enrolment;
  const { registerId } = identity;
  const note = await openJournalNote(notes, registerId);
  const { replica, key, token } = await openBeside(enrolment, device);
  await awaitJournal(registerId, note);
  const seal = createPinSeal(await device.pinKey());
  await sealStoredPins(replica.database.replica, seal).catch(report);
  const client = sealingClient(serverClient(serverUrl, token), seal);
  const appliedSeq = await readAppliedSeq(replica.database.replica);
  const { journal, health, mirroredSeq } = await mendStoredJournal({ identity, device, notes, note, client, appliedSeq });
  const { mirror } = device;
  const keeper =
    mirror === null || !isRecordable(health)
      ? null
      : keepMirror({ mirror, journal, mirroredSeq, random: () => Math.random(), onError: report });

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
      if (seq > note.current().reached) note.writeBehind({ reached: seq });
    },
    onJournalBehind: (serverSeq) => {
      void note.write({ reached: serverSeq, doubt: true }).then(() => startAgainWithServer(client, note));
    },
    onError: report,
    devices: device.openDevices(report),
    pictures: pictureShelf(),
    openPin: (associateId, pin) => seal.open(associateId, pin),
    now: () => Date.now(),
    steady: () => performance.now(),
    random: () => Math.random(),
  });
  whenWithdrawn(services.sync, () => {
    // The start after that deletes the replica, which is open now.
    void noteWithdrawal(notes, registerId).then(() => location.reload(), report);
  });
  void followPairingLink(sessionStorage, services.pairDevices).catch(report);
  if (health === 'needs_server') void startAgainWithServer(client, note);
  else if (isRecordable(health)) void lookBehind(journal, registerId, note);
  return services;
}
