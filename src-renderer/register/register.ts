import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { associateDocument } from '../../domain/associates/documents.ts';
import { catalogPageDocument } from '../../domain/catalog/documents.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { accept } from '../../domain/base/result.ts';
import { PUSH_LIMIT } from '../../domain/protocol/protocol.ts';
import type { RegisterIdentity, RegisterServices } from '../kit/register-services.ts';
import { createSearchPreparation } from '../catalog/prepare-search.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { LOST_TYPE } from '../base/journal-copy.ts';
import { isRecordable, type JournalHealth } from '../base/journal-health.ts';
import { Replica } from '../replica/replica.ts';
import type { ReplicaCollections } from '../storage/replica-database.ts';
import { findReturnable } from './find-returnable.ts';
import type { PinHash } from '../../domain/associates/associate.ts';
import { createSignIn } from './sign-in.ts';
import { mayLeave } from '../tasks/sync/connection-advice.ts';
import { startListening } from '../sync/event-stream.ts';
import type { Loop } from '../base/keep-trying.ts';
import { createConnectionState } from '../sync/connection-state.ts';
import { startNamingKey } from '../sync/name-key.ts';
import { startOutbox } from '../sync/outbox.ts';
import { startPulling } from '../sync/pull-loop.ts';
import { createSigner } from '../sync/sign-batch.ts';
import { watchForFork } from '../sync/watch-for-fork.ts';
import type { ServerClient } from '../sync/server-client.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { forgetEnrolment } from './enrolment.ts';
import { createRecorder } from './recorder.ts';
import type { JournalCollections } from '../storage/register-database.ts';
import type { RegisterKey } from './register-key.ts';
import { LiveView } from './live-view.ts';
import { StorageFailed } from '../storage/storage-error.ts';

export interface RegisterOptions {
  readonly identity: RegisterIdentity;
  readonly journal: JournalCollections['journal'];
  readonly replica: ReplicaCollections['replica'];
  readonly notes: DeviceNotes;
  readonly client: ServerClient;
  /** The key by which it signs what it sends (rule A4); null where this device has none. */
  readonly key?: RegisterKey | null;
  /** Keeps the second copy of the journal (rule R5). */
  readonly mirror: (operation: WrittenOperation) => void;
  /** How the journal stood when it was looked at; `whole` unless told. Nothing is recorded in one that is not whole (rule J7). */
  readonly journalHealth?: JournalHealth;
  /** Whether the replica would not open and was begun anew. */
  readonly replicaRenewed?: boolean;
  /** The server has operations of this register that the journal does not have: it has to be mended. Told once. */
  readonly onJournalBehind?: (serverSeq: number) => void;
  /** Told of the highest `seq` that the server has, whenever it says so. */
  readonly onConfirmed?: (seq: number) => void;
  readonly onError: (error: unknown) => void;
  /** Reads the hash of a PIN from what the replica holds; as it is unless told. */
  readonly openPin?: (associateId: string, pin: unknown) => Promise<PinHash>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
}

export interface RunningRegister {
  readonly services: RegisterServices;
  stop(): void;
}

/** All operations after `seq`, in order, in the shape of today. */
async function readAfter(journal: Journal, seq: number): Promise<Operation[]> {
  const operations: Operation[] = [];
  const { seq: lastSeq } = await journal.tail();
  for (let from = seq; from < lastSeq; from += PUSH_LIMIT) {
    const batch = await journal.after(from, PUSH_LIMIT);
    operations.push(...batch.map(upgradeOperation).filter(isUnderstood));
  }
  return operations;
}

/** In a mended journal the place of an operation that nobody has any more is marked: that has no effect to show. */
function isUnderstood(one: Operation): boolean {
  return (one.type as string) !== LOST_TYPE;
}

/**
 * Starts a register on its databases: loads them, shows what is there, and keeps in touch with the server.
 * @throws WrittenByNewerApp when a newer version of the app has written the journal; nothing has been touched then.
 */
export async function startRegister(options: RegisterOptions): Promise<RunningRegister> {
  const { identity, notes, client, key = null, now, random, onError } = options;
  const journal = openJournal(options.journal, options.mirror);
  const replica = new Replica(options.replica);
  const tail = await journal.tail();
  await replica.load();

  const view = new LiveView(identity.registerId, replica.base);
  const pending = tail.seq > replica.base.appliedSeq ? await readAfter(journal, replica.base.appliedSeq) : [];
  await replica.holdFor(pending);
  view.resume(pending, replica.base, replica.completeAt !== null);
  const prepareSearch = createSearchPreparation();
  prepareSearch(replica.base.catalog);

  const link = createConnectionState(now, replica.completeAt);
  let lastSeq = tail.seq;
  const fork = await watchForFork({
    registerId: identity.registerId,
    journal,
    client,
    link,
    notes,
    lastSeq,
    random,
    applied: { seq: replica.base.appliedSeq, hash: replica.appliedHash },
    onUnfounded: () => outbox.sendAgain(),
  });
  let confirmedSeq = fork.provenSeq();
  function showSync() {
    link.state.setState({ lastSeq, pending: Math.max(0, lastSeq - confirmedSeq), replicaCompleteAt: replica.completeAt });
  }
  function confirm(seq: number) {
    confirmedSeq = seq;
    showSync();
    options.onConfirmed?.(seq);
    // One that is lost ends before what the server has for good: starting again would not mend it.
    if (seq > lastSeq && isRecordable(link.state.getState().journal)) void compareWithJournal(seq).catch(onError);
  }
  async function compareWithJournal(serverSeq: number): Promise<void> {
    // An operation is in the journal a moment before it is counted here.
    const { seq } = await journal.tail();
    if (serverSeq <= seq || link.state.getState().journal === 'needs_server') return;
    // Whatever were recorded now would take a place that is taken (rule J7).
    link.state.setState({ journal: 'needs_server' });
    options.onJournalBehind?.(serverSeq);
  }
  function saved<T>(saving: Promise<T>): Promise<T> {
    return saving.then(
      (value) => {
        if (link.state.getState().disk !== 'fine') link.state.setState({ disk: 'fine' });
        return value;
      },
      (error: unknown) => {
        if (error instanceof StorageFailed) link.state.setState({ disk: error.trouble });
        throw error;
      },
    );
  }
  const { journalHealth = 'whole' } = options;
  link.state.setState({ journal: journalHealth, renewing: options.replicaRenewed === true || replica.foundDamaged });
  showSync();

  const signIn = createSignIn({
    findAssociate: (id) => replica.base.get(associateDocument, id),
    notes,
    now,
    record: (request) => void record(() => accept(request)),
    openPin: options.openPin ?? ((_id, pin) => Promise.resolve(pin as PinHash)),
    onUnreadable: () => void services.pullEverythingAgain().catch(onError),
  });
  const record = createRecorder({
    identity,
    journal,
    view,
    tail,
    now,
    clockOffsetMs: () => link.clockOffsetMs(),
    associateId: () => signIn.state.getState().associate?.id ?? null,
    isStopped: fork.isForked,
    closedBy: () => {
      const { journal: health } = link.state.getState();
      return health === 'needs_server' ? 'journal_incomplete' : health === 'lost' ? 'journal_lost' : null;
    },
    onRecorded: (operation) => {
      lastSeq = operation.seq;
      showSync();
      outbox.kick();
    },
    onError,
  });

  const outbox = startOutbox({
    journal,
    client,
    link,
    confirmedSeq,
    onConfirmed: confirm,
    checkPlace: fork.checkPlace,
    onForked: () => link.stopAsCloned(),
    onFailed: () => pulling.kick(),
    isHeld: () => !isRecordable(link.state.getState().journal),
    sign: key === null ? undefined : createSigner(identity.registerId, key.sign),
    random,
  });
  async function startOver(): Promise<void> {
    await replica.throwAway(async () => {
      const all = await readAfter(journal, 0);
      return () => view.resume(all, replica.base, replica.completeAt !== null);
    });
  }

  const pulling = startPulling({
    client,
    startOver,
    confirmedSeq: () => confirmedSeq,
    sendAgain: () => {
      fork.forget();
      outbox.sendAgain();
    },
    checkPlace: fork.checkPlace,
    link,
    checkpoint: () => replica.checkpoint,
    epoch: () => replica.epoch,
    take: async (from, response) => {
      await saved(
        replica.take(from, response, now(), (changes) => {
          const complete = replica.completeAt !== null;
          if (changes.length > 0 || !view.isSettled || view.store.getState().complete !== complete) view.update(complete, changes);
        }),
      );
      if (response.complete) link.state.setState({ renewing: false });
      // What is held is not sent, so nothing else tells that the server has it.
      const held = !isRecordable(link.state.getState().journal) && response.appliedSeq > confirmedSeq;
      if (held || response.appliedSeq > lastSeq) confirm(response.appliedSeq);
      if (response.complete && response.changes.some((change) => change.kind === catalogPageDocument.kind))
        prepareSearch(replica.base.catalog);
      showSync();
    },
    random,
  });
  const listening = startListening({
    client,
    link,
    random,
    onChange: (heads) => {
      if (Object.entries(heads).some(([scope, seq]) => seq > (replica.checkpoint[scope] ?? 0))) pulling.kick();
    },
    onBroken: () => pulling.kick(),
  });
  const loops: Loop[] = [outbox, pulling, listening, fork.loop];
  if (key !== null) loops.push(startNamingKey({ client, publicKey: key.publicKey, onError, random }));
  const unsubscribe = link.state.subscribe((state, before) => {
    if (state.connection.status === 'online' && before.connection.status !== 'online') loops.forEach((loop) => loop.retry());
  });

  // A device that becomes a new register must not find the drafts of the old one.
  const draftNote = (name: string) => `draft:${identity.registerId}:${name}`;

  const services: RegisterServices = {
    identity,
    get catalog() {
      return replica.base.catalog;
    },
    view: view.store,
    sync: link.state,
    signIn: signIn.state,
    stockOf: (sku) => view.stockOf(identity.storeId, sku),
    record,
    signInWithPin: signIn.signInWithPin,
    signOut: signIn.signOut,
    findReturnable: (number) => findReturnable({ replica, view, client }, number),
    loadDraft: (name) => notes.read(draftNote(name)),
    saveDraft: (name, draft) => notes.writeBehind(draftNote(name), draft),
    recorded: async (seq) => (await journal.after(seq - 1, 1))[0] ?? null,
    async recordedBefore(seq, limit) {
      const from = Math.max(0, seq - 1 - limit);
      return (await journal.after(from, seq - 1 - from)).map(upgradeOperation).filter(isUnderstood).reverse();
    },
    shifts: () => view.ownShifts(),
    soldSince: async (seq) => (await readAfter(journal, seq)).some((operation) => saleCompleted.is(operation)),
    async pullEverythingAgain() {
      await startOver();
      pulling.kick();
    },
    async leaveRegister() {
      if (link.state.getState().journal === 'lost' || mayLeave(link.state.getState().connection)) await forgetEnrolment(notes);
    },
    syncNow: () => {
      link.retry();
      loops.forEach((loop) => loop.retry());
    },
  };
  return {
    services,
    stop() {
      unsubscribe();
      fork.stop();
      loops.forEach((loop) => loop.stop());
    },
  };
}
