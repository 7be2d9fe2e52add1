import { v7 as uuidv7 } from 'uuid';
import type { JournalMirrorPort } from '../../../domain/device/bridge.ts';
import { FIRST_PREV_HASH, OPERATION_VERSION } from '../../../domain/base/envelope.ts';
import type { ReadBackResponse } from '../../../domain/protocol/read-back.ts';
import { answered, NeverAnswered } from '../../base/timeout.ts';
import { type JournalCollections, journalKey } from '../../storage/register-database.ts';
import { messageOf } from '../../storage/storage-error.ts';
import { type Checked, checkJournal } from './check-journal.ts';
import { type Copy, LOST_TYPE, readCopy } from '../../base/journal-copy.ts';
import type { JournalDisk } from '../../storage/journal-disk.ts';
import { isRecordable, type JournalHealth } from '../../base/journal-health.ts';
import { type MirrorReading, readMirror, readMirrorEnd } from '../../storage/read-copies.ts';
import { weaveCopies, type Woven } from './weave-copies.ts';

type JournalCollection = JournalCollections['journal'];

export interface Mended {
  readonly health: JournalHealth;
  readonly journal: JournalCollection;
  /** Up to here, at least, the mirror holds everything; 0 when there is none. */
  readonly mirroredSeq: number;
  /** Places of altered operations of which nobody has a better copy. */
  readonly accepted: readonly number[];
  /** Sound operations in places where the server has others: this register ran on two machines (rule J7). They are not in the journal. */
  readonly spare?: readonly unknown[];
  /** What was found, for support; null when nothing was wrong. */
  readonly finding: string | null;
}

export interface MendOptions {
  readonly registerId: string;
  readonly storeId: string;
  readonly disk: JournalDisk;
  readonly mirror: JournalMirrorPort | null;
  /** Asks the server for the register's operations after a `seq`; rejects when it cannot be asked. */
  readonly readBack: (after: number) => Promise<ReadBackResponse>;
  /** The highest `seq` of which it is known that it was recorded: by the replica, by what the server confirmed. */
  readonly reached: number;
  /** The highest `seq` that the server is known to have; what is above is checked before anything else happens. */
  readonly confirmed: number;
  /** Whether something was found to be wrong, so that everything has to be looked at. */
  readonly doubt: boolean;
  /** Places of altered operations of which it is known that nobody has a better copy. */
  readonly accepted: readonly number[];
}

/** How many lines the mirror takes at once. */
const MIRROR_LINES = 500;

/** The newest intact operation in what was read of a mirror. */
function newestOf(reading: MirrorReading | null): Copy | null {
  return (reading?.copies ?? [])
    .filter((copy) => copy.intact)
    .reduce<Copy | null>((newest, copy) => (newest === null || copy.seq > newest.seq ? copy : newest), null);
}

/** The operations of the mirror that go on where the journal ends; none when they do not lead up to its newest. */
function goingOn(copies: readonly Copy[], checked: Checked, newest: Copy): Copy[] {
  const next: Copy[] = [];
  for (let seq = checked.lastSeq + 1, hash = checked.lastHash; seq <= newest.seq; seq += 1) {
    const copy = copies.find((one) => one.seq === seq && one.prevHash === hash && one.intact);
    if (copy === undefined) return [];
    next.push(copy);
    hash = copy.hash;
  }
  return next;
}

/** Looks at the end of the journal alone, as at every start. Null when that is not enough. */
async function checkEnd(options: MendOptions, journal: JournalCollection): Promise<Mended | null> {
  const { registerId, mirror, reached, confirmed, accepted } = options;
  const [checked, ending] = await Promise.all([
    checkJournal(journal, registerId, confirmed, accepted),
    mirror === null ? null : readMirrorEnd(mirror, registerId),
  ]);
  if (checked.faultAt !== null) return null;
  let newest = newestOf(ending);
  // Damaged lines alone, or those of an earlier register: only all of the mirror tells.
  if (mirror !== null && ending !== null && newest === null && ending.damaged > 0) newest = newestOf(await readMirror(mirror, registerId));
  const { lastSeq } = checked;
  if (newest !== null && newest.seq > lastSeq) {
    const taken = goingOn(ending?.copies ?? [], checked, newest);
    if (taken.length === 0 || newest.seq < reached) return null;
    await journal.bulkInsert(taken.map(({ seq, body }) => ({ key: journalKey(seq), operation: body as never })));
    if ((await checkJournal(journal, registerId, lastSeq, accepted)).lastHash !== newest.hash) return null;
    return {
      health: 'mended',
      journal,
      mirroredSeq: newest.seq,
      accepted,
      finding: `The journal had lost operations ${lastSeq + 1} to ${newest.seq}; the mirror had them.`,
    };
  }
  if (lastSeq < reached) return null;
  if (newest === null) return { health: 'whole', journal, mirroredSeq: 0, accepted, finding: null };
  const [same] = await journal.storageInstance.findDocumentsById([journalKey(newest.seq)], false);
  if (same?.operation.hash !== newest.hash) return null;
  return { health: 'whole', journal, mirroredSeq: newest.seq, accepted, finding: null };
}

/** Everything that the server has after a place; null when it cannot be asked. */
async function askServer(
  { registerId, readBack }: MendOptions,
  after: number,
): Promise<{ readonly copies: Copy[]; readonly lastSeq: number } | null> {
  const copies: Copy[] = [];
  try {
    for (let from = after; ; ) {
      const page = await readBack(from);
      const read = page.operations.flatMap((raw) => readCopy(raw, registerId) ?? []);
      copies.push(...read);
      const last = Math.max(from, ...read.map((copy) => copy.seq));
      if (page.operations.length === 0 || last === from) return { copies, lastSeq: page.lastSeq };
      from = last;
    }
  } catch {
    return null;
  }
}

/** Up to where everything is as it should be. */
function soundUpTo({ chain, holes, altered, spare }: Woven): number {
  return Math.min(chain.length, ...[...holes, ...altered, ...spare.map((copy) => copy.seq)].map((seq) => seq - 1));
}

/** Marks the places of operations that nobody has any more, so that the server goes on behind them (rule J6). */
function markLosses({ chain }: Woven, { registerId, storeId }: MendOptions): unknown[] {
  let prevHash = FIRST_PREV_HASH;
  return chain.map((copy, index) => {
    const next = chain[index + 1];
    const hash = copy?.hash ?? next?.prevHash ?? FIRST_PREV_HASH;
    const body = copy?.body ?? {
      id: uuidv7(),
      version: OPERATION_VERSION,
      registerId,
      storeId,
      seq: index + 1,
      type: LOST_TYPE,
      prevHash,
      hash,
      payload: {},
    };
    prevHash = hash;
    return body;
  });
}

function describe(woven: Woven, missing: readonly string[]): string {
  const parts = [
    ...missing,
    ...(woven.holes.length > 0 ? [`No copy of operations ${woven.holes.join(', ')}.`] : []),
    ...(woven.altered.length > 0 ? [`Only altered copies of operations ${woven.altered.join(', ')}.`] : []),
    ...(woven.spare.length > 0
      ? [`Operations of another branch: ${woven.spare.map((copy) => `${copy.seq} (${String(copy.body['id'])})`).join(', ')}.`]
      : []),
  ];
  return parts.join(' ');
}

async function addToMirror(mirror: JournalMirrorPort, bodies: readonly unknown[]): Promise<boolean> {
  for (let from = 0; from < bodies.length; from += MIRROR_LINES) {
    const result = await mirror.append(bodies.slice(from, from + MIRROR_LINES).map((body) => JSON.stringify(body)));
    if (!result.ok) return false;
  }
  return true;
}

/** Puts the journal together from everything that has a part of it: itself, its mirror, and the server where there is need. */
async function rebuild(options: MendOptions, opened: JournalCollection | null, whyClosed: string | null): Promise<Mended> {
  const { registerId, disk, mirror, reached } = options;
  const salvaged = await disk.salvage().catch(() => null);
  const own = (salvaged ?? []).flatMap((raw) => readCopy(raw, registerId) ?? []);
  const mirrored = mirror === null ? null : await readMirror(mirror, registerId);
  const places = [own, mirrored?.copies ?? []];
  let woven = weaveCopies([], places);
  const asked = await askServer(options, soundUpTo(woven));
  if (asked !== null) woven = weaveCopies(asked.copies, places);

  const known = Math.max(reached, asked?.lastSeq ?? 0);
  const ended = woven.chain.length < known;
  const unclear = woven.holes.length + woven.altered.length + woven.spare.length > 0;
  // An unreadable journal without a mirror leaves nobody but the server to tell how far it went.
  const blind = salvaged === null && mirrored === null;
  const finding = describe(woven, [
    ...(whyClosed === null ? [] : [`The journal would not open: ${whyClosed}.`]),
    ...(mirrored !== null && mirrored.damaged > 0 ? [`${mirrored.damaged} damaged lines in the mirror.`] : []),
    ...(ended ? [`The journal ends at ${woven.chain.length}, but ${known} operations were recorded.`] : []),
  ]);
  const health: JournalHealth =
    asked === null && (ended || unclear || blind) ? 'needs_server' : ended ? 'lost' : unclear ? 'mended_with_losses' : 'mended';
  const mayRecord = isRecordable(health);
  const bodies = mayRecord ? markLosses(woven, options) : woven.chain.flatMap((copy) => (copy === null ? [] : [copy.body]));
  const unchanged =
    opened !== null &&
    own.length === bodies.length &&
    woven.chain.every((copy, index) => copy !== null && own[index]?.hash === copy.hash && own[index]?.intact === copy.intact);
  const journal = unchanged || (opened !== null && !mayRecord) ? opened : await disk.writeAnew(bodies, mayRecord);
  if (!mayRecord) return { health, journal, mirroredSeq: 0, accepted: woven.altered, finding };

  const there = new Set((mirrored?.copies ?? []).filter((copy) => copy.intact).map((copy) => copy.hash));
  const lacking = woven.chain.flatMap((copy) => (copy?.intact === true && !there.has(copy.hash) ? [copy.body] : []));
  const filled = mirrored !== null && mirror !== null && (await addToMirror(mirror, lacking));
  const state = unchanged && health === 'mended' ? 'whole' : health;
  return {
    health: state,
    journal,
    spare: asked === null ? [] : woven.spare.map((copy) => copy.body),
    mirroredSeq: filled ? woven.chain.length : 0,
    accepted: woven.altered,
    finding: state === 'whole' ? null : `The journal was rebuilt. ${finding}`.trim(),
  };
}

/**
 * Looks at a register's journal before anything new is recorded in it, and makes it whole where it is not (rules J2, J7,
 * R5): from its mirror, and from what the server has. Nothing that chains on is dropped, and a damaged journal is set
 * aside, not deleted.
 * @throws NeverAnswered when opening the journal does not end; then nothing has been mended.
 */
export async function mendJournal(options: MendOptions): Promise<Mended> {
  let journal: JournalCollection | null = null;
  let whyClosed: string | null = null;
  try {
    journal = await answered('The journal', options.disk.open());
    if (!options.doubt) {
      const end = await checkEnd(options, journal);
      if (end !== null) return end;
    }
  } catch (error) {
    // It may be whole, and its mirror may be an operation behind.
    if (error instanceof NeverAnswered) throw error;
    whyClosed = messageOf(error);
  }
  return rebuild(options, journal, whyClosed);
}
