import type { PinHash } from '../../domain/associates/associate.ts';
import { associateDocument } from '../../domain/associates/documents.ts';
import { badgeUse, pinsOfflineDays } from '../../domain/associates/settings.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { roles } from '../../domain/permissions/roles.ts';
import { answerBefore, isFurtherAllowed } from '../../domain/registry/permitted.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import { accept } from '../../domain/base/result.ts';
import type { JournalHealth } from '../base/journal-health.ts';
import { createSearchPreparation } from '../catalog/prepare-search.ts';
import { type Devices, noDevices } from '../devices/devices.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { customerFeed } from '../kit/customer-view/customer-feed.ts';
import type { RegisterIdentity, RegisterServices } from '../kit/register-services.ts';
import { Replica } from '../replica/replica.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import type { PictureShelf } from '../storage/picture-database.ts';
import type { JournalCollections } from '../storage/register-database.ts';
import type { ReplicaCollections } from '../storage/replica-database.ts';
import { createConnectionState } from '../sync/connection-state.ts';
import type { ServerClient } from '../sync/server-client.ts';
import { watchForFork } from '../sync/watch-for-fork.ts';
import { keepSignIn } from './keep-sign-in.ts';
import { LiveView } from './live-view.ts';
import { type Approvals, createApprovals, recordApproved } from './approvals.ts';
import { startCustomers } from './customers/start-customers.ts';
import { startMails } from './mails/start-mails.ts';
import { startSignatures } from './signatures/start-signatures.ts';
import { makeServices } from './make-services.ts';
import { readAfter } from './read-operations.ts';
import { createRecorder, type RecorderOptions } from './recorder.ts';
import type { RegisterKey } from './register-key.ts';
import type { RegisterParts } from './register-parts.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { startCards } from './start-cards.ts';
import { startClockWatch } from './start-clock-watch.ts';
import { startPictures } from './start-pictures.ts';
import { startLabelPrinter } from './start-label-printer.ts';
import { startPole } from './start-pole.ts';
import { startPrinter } from './start-printer.ts';
import { startScale } from './start-scale.ts';
import { startScanners } from './start-scanners.ts';
import { openTimeAway, pinsAfter } from './time-away.ts';
import { type SyncLoops, startLoops } from './start-loops.ts';
import { createSyncProgress } from './sync-progress.ts';
import { createTraining, nobody, type OpenPractice, practiceJournal, practiceNotes, TRAINING_PREFIX } from './training.ts';

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
  /** The device host of this machine; none unless told. */
  readonly devices?: Devices;
  /** Where the pictures of products are kept; none are unless told. */
  readonly pictures?: PictureShelf;
  /** Reads the hash of a PIN from what the replica holds; as it is unless told. */
  readonly openPin?: (associateId: string, pin: unknown) => Promise<PinHash>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody can set. Unless told, jumps of the clock are not noticed. */
  readonly steady?: () => number;
  readonly random: () => number;
}

/** A register on a journal that is open. */
interface OnJournal extends Omit<RegisterOptions, 'journal' | 'mirror'> {
  readonly journal: Journal;
  readonly practice?: OpenPractice;
}

export interface RunningRegister {
  readonly services: RegisterServices;
  stop(): void;
}

/** Opens the journal and the replica, and shows them. */
async function openStored({ identity, journal, replica: documents, now }: OnJournal) {
  const replica = new Replica(documents);
  const tail = await journal.tail();
  await replica.load();

  const view = new LiveView(identity.registerId, replica.base);
  const pending = tail.seq > replica.base.appliedSeq ? await readAfter(journal, replica.base.appliedSeq) : [];
  await replica.holdFor(pending);
  view.resume(pending, replica.base, replica.completeAt !== null);
  if (replica.completeAt !== null) view.letGo(now());
  const prepareSearch = createSearchPreparation();
  prepareSearch(replica.base.catalog);
  return { journal, replica, tail, view, prepareSearch };
}

type Stored = Awaited<ReturnType<typeof openStored>>;

/** Puts a register together. @param onUnfounded it was held to run on two machines, and runs once after all. */
async function assemble(options: OnJournal, stored: Stored, onUnfounded: () => void): Promise<RegisterParts> {
  const { identity, notes, client, key = null, now, random, onError } = options;
  const { journal, replica, tail } = stored;
  const link = createConnectionState(now, replica.completeAt);
  const fork = await watchForFork({
    registerId: identity.registerId,
    journal,
    client,
    link,
    notes,
    lastSeq: tail.seq,
    random,
    applied: { seq: replica.base.appliedSeq, hash: replica.appliedHash },
    onUnfounded,
  });
  const progress = createSyncProgress({
    journal,
    replica,
    link,
    lastSeq: tail.seq,
    confirmedSeq: fork.provenSeq(),
    onConfirmed: options.onConfirmed,
    onJournalBehind: options.onJournalBehind,
    onError,
  });
  const { journalHealth = 'whole' } = options;
  link.state.setState({ journal: journalHealth, renewing: options.replicaRenewed === true || replica.foundDamaged });
  progress.show();
  return { ...stored, identity, notes, client, key, link, fork, progress, onError, now, random };
}

/**
 * Starts a register on its databases: loads them, shows what is there, and keeps in touch with the server.
 * @throws WrittenByNewerApp when a newer version of the app has written the journal; nothing has been touched then.
 */
export async function startRegister({ journal, mirror, ...options }: RegisterOptions): Promise<RunningRegister> {
  return startOnJournal({ ...options, journal: openJournal(journal, mirror) });
}

/** The register beside this one on which somebody practises: it reads what this one has, and writes nothing (see `training.ts`). */
async function startPractice(options: OnJournal, practice: OpenPractice): Promise<RunningRegister> {
  const { identity, journal, replica, notes, openPin, pictures, onError, now, random } = options;
  return startOnJournal({
    ...{ replica, onError, now, random, ...(openPin !== undefined && { openPin }), ...(pictures !== undefined && { pictures }) },
    identity: { ...identity, prefix: TRAINING_PREFIX },
    journal: await practiceJournal(journal),
    notes: practiceNotes(notes),
    client: nobody(),
    practice,
  });
}

/** What the roles say of whoever is signed in (rule A1). */
function answersOf({ view, replica, identity }: RegisterParts, signIn: SignIn): RecorderOptions['answerTo'] {
  return (request, leastWeight) => {
    const { associate } = signIn.state.getState();
    if (associate === null) return { kind: 'allowed' };
    const table = settingOf(view.reader, roles, identity);
    const roleOf = (id: string) => replica.base.get(associateDocument, id)?.role;
    const isAllowed = isFurtherAllowed(table, request, { associateId: associate.id, role: associate.role, roleOf });
    return isAllowed ? answerBefore(table, associate.role, request, leastWeight) : { kind: 'denied' };
  };
}

/** Why nothing may be recorded in a journal that is not whole (rule J7); null when it may. */
function closedBy(health: JournalHealth): Refusal | null {
  return health === 'needs_server' ? 'journal_incomplete' : health === 'lost' ? 'journal_lost' : null;
}

/** Shows the shift of whoever is signed in, and drops what whoever was before wanted approved. */
function followSignIn({ view }: RegisterParts, { state }: SignIn, approvals: Approvals, practice: OnJournal['practice']): void {
  view.useAs(state.getState().associate?.id ?? null);
  state.subscribe(({ associate }, before) => {
    // Whoever signs in next wants something else.
    if (associate?.id !== before.associate?.id) {
      approvals.giveUpApproval();
      view.useAs(associate?.id ?? null);
    }
    if (associate === null) practice?.onSignedOut();
  });
}

async function startOnJournal(options: OnJournal): Promise<RunningRegister> {
  const { identity, notes, now, onError } = options;
  const stored = await openStored(options);
  const { journal, replica, view, tail } = stored;
  const parts = await assemble(options, stored, () => loops.sendAgain());
  const { link, fork, progress } = parts;
  const { devices = noDevices() } = options;
  const away = await openTimeAway(notes, replica.completeAt, now);
  const associates = () => [...replica.base.all(associateDocument).values()];
  const badges = () => settingOf(view.reader, badgeUse, identity);
  const signIn = createSignIn({
    findAssociate: (id) => replica.base.get(associateDocument, id),
    associates,
    badgeUse: badges,
    isComplete: () => replica.completeAt !== null,
    pins: () => pinsAfter(away.look(), settingOf(view.reader, pinsOfflineDays, identity)),
    notes,
    now,
    record: (request) => void record(() => accept(request)),
    openPin: options.openPin ?? ((_id, pin) => Promise.resolve(pin as PinHash)),
    onUnreadable: () => void services.pullEverythingAgain().catch(onError),
    onEnded: () => loops.pull(),
    signedIn: options.practice?.associate ?? null,
  });
  const associateId = () => signIn.state.getState().associate?.id ?? null;
  const { checkPin, checkBadge } = signIn;
  const approvals = createApprovals({ associates, checkPin, checkBadge, badgeUse: badges, associateId });
  followSignIn(parts, signIn, approvals, options.practice);
  const printing = startPrinter(parts, devices);
  const recorder = createRecorder({
    identity,
    journal,
    view,
    tail,
    now,
    clockOffsetMs: () => link.clockOffsetMs(),
    associateId,
    answerTo: answersOf(parts, signIn),
    isStopped: fork.isForked,
    holdFor: (operation) => replica.holdFor([operation]),
    closedBy: () => closedBy(link.state.getState().journal),
    onRecorded: (operation) => (printing.recorded(operation), progress.recorded(operation.seq), loops.send()),
    onError,
  });
  const record = recordApproved(recorder, approvals);
  const loops: SyncLoops = startLoops(parts);
  const cards = startCards(parts, devices, record);
  const scale = startScale(parts, devices);
  const scanners = startScanners(parts, devices);
  const stopPole = startPole(parts, devices, customerFeed);
  const labels = startLabelPrinter(parts, devices);
  const customers = await startCustomers(parts, { signIn, approvals, onSent: () => loops.pull() });
  const training = createTraining(options.practice, record, signIn, (practice) => startPractice(options, practice), onError);
  const mails = await startMails(parts);
  const signatures = await startSignatures(parts);
  const pictures = startPictures(parts, options.pictures ?? null);
  const attached = { ...cards, ...scale, ...scanners, ...labels, ...printing };
  const kept = { ...customers, ...mails, ...signatures, ...pictures };
  const services: RegisterServices = makeServices(parts, loops, signIn, approvals, record, attached, kept, training.services);
  const letSignIn = keepSignIn(parts, signIn, away);
  const letClock = options.steady === undefined ? () => undefined : await startClockWatch(parts, options.steady);
  const parting = [training, pictures, printing, labels, cards, scale, scanners, devices, customers, mails, signatures, loops];
  return { services, stop: () => [letSignIn, letClock, stopPole, ...parting.map(({ stop }) => stop)].forEach((stop) => stop()) };
}
