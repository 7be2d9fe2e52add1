import { inParts } from '../../domain/exchanges/parts-of.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { RegisterServices, TrainingServices } from '../kit/register-services.ts';
import { mayLeave } from '../sync/may-leave.ts';
import type { Approvals } from './approvals.ts';
import type { RunningCustomers } from './customers/start-customers.ts';
import { forgetEnrolment } from './enrolment.ts';
import { findReturnable, recallOrders } from './find-returnable.ts';
import { findStoredValue } from './find-stored-value.ts';
import { readAfter, readBefore } from './read-operations.ts';
import type { RunningMails } from './mails/start-mails.ts';
import type { RunningSignatures } from './signatures/start-signatures.ts';
import type { RunningCards } from './start-cards.ts';
import type { RunningScale } from './start-scale.ts';
import type { RunningScanners } from './start-scanners.ts';
import type { RunningPictures } from './start-pictures.ts';
import type { RegisterParts } from './register-parts.ts';
import type { RunningLabelPrinter } from './start-label-printer.ts';
import type { RunningPrinter } from './start-printer.ts';
import type { SignIn } from './sign-in.ts';
import type { SyncLoops } from './start-loops.ts';
import { throwReplicaAway } from './take-pull.ts';

/** What the device host of the machine does for a register. */
type Attached = RunningCards & RunningScale & RunningScanners & RunningPrinter & RunningLabelPrinter;

/** What screens may ask of a running register. */
export function makeServices(
  parts: RegisterParts,
  loops: SyncLoops,
  signIn: SignIn,
  approvals: Approvals,
  record: RegisterServices['record'],
  { stop: _stop, recorded: _recorded, ...machines }: Attached,
  { customers, mails, signatures, pictures }: Omit<RunningCustomers & RunningMails & RunningSignatures & RunningPictures, 'stop'>,
  training: TrainingServices,
): RegisterServices {
  const { identity, journal, replica, view, notes, client, link } = parts;
  const { state: approval, ask, askForSale: _ofRecorder, ...approving } = approvals;
  // A device that becomes a new register must not find the drafts of the old one.
  const draftNote = (name: string) => `draft:${identity.registerId}:${name}`;
  const isOnline = () => link.state.getState().connection.status === 'online';
  const ifOnline = <T>(asked: () => Promise<T>): Promise<T | null> => (isOnline() ? asked().catch(() => null) : Promise.resolve(null));
  return {
    identity,
    get catalog() {
      return replica.base.catalog;
    },
    get prices() {
      return replica.base.prices;
    },
    view: view.store,
    sync: link.state,
    signIn: signIn.state,
    stockOf: (sku) => view.stockOf(identity.storeId, sku),
    record,
    approval,
    requestApproval: async (permission, by, inPlace) => (await ask({ permission, by }, inPlace))?.approval ?? null,
    ...approving,
    checkPin: signIn.checkPin,
    signInWithPin: signIn.signInWithPin,
    signInWithBadge: signIn.signInWithBadge,
    signOut: signIn.signOut,
    findReturnable: (number) => findReturnable({ replica, view, client }, number),
    findStoredValue: (id) => findStoredValue({ replica, view, client, isOnline }, id),
    nearbyStock: (sku) => ifOnline(() => client.nearbyStock(sku)),
    stockStory: (sku, before) => ifOnline(() => client.stockStory(sku, before)),
    storeReports: { read: client.tillReport, watched: client.watched, entry: client.journalEntry },
    recallOrders: (number) => recallOrders(parts, number),
    loadDraft: (name) => notes.read(draftNote(name)),
    saveDraft: (name, draft) => notes.writeBehind(draftNote(name), draft),
    recorded: async (seq) => (await journal.after(seq - 1, 1))[0] ?? null,
    recordedBefore: (seq, limit) => readBefore(journal, seq, limit),
    shifts: () => view.ownShifts(),
    soldSince: async (seq) => (await readAfter(journal, seq)).flatMap(inParts).some((operation) => saleCompleted.is(operation)),
    async pullEverythingAgain() {
      if (training.isOn) return;
      await throwReplicaAway(parts);
      loops.pull();
    },
    async leaveRegister() {
      if (link.state.getState().journal === 'lost' || mayLeave(link.state.getState().connection)) await forgetEnrolment(notes);
    },
    syncNow: () => {
      link.retry();
      loops.retry();
    },
    customers,
    mails,
    signatures,
    ...machines,
    training,
    pictures,
  };
}
