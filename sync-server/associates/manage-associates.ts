import { v7 as uuidv7 } from 'uuid';
import type {
  AssociateChange,
  AssociateWithBadge,
  AssociateWithPin,
  ListedAssociate,
  NewAssociate,
} from '../../domain/associates/associate-protocol.ts';
import { type AssociateState, type AssociateStep, stateAfter } from '../../domain/associates/change-associate.ts';
import { associateDocument } from '../../domain/associates/documents.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { lockAssociate } from './list-associates.ts';
import { newBadge, newPin } from './new-pin.ts';

export type AssociateRefusal = 'unknown_associate' | 'unknown_store' | 'associate_removed';

const { kind } = associateDocument;

async function isStore(tx: Tx, id: string): Promise<boolean> {
  const store = await tx.selectFrom('locations').select('id').where('id', '=', id).where('kind', '=', 'store').executeTakeFirst();
  return store !== undefined;
}

async function readAgain(tx: Tx, id: string): Promise<ListedAssociate> {
  const associate = await lockAssociate(tx, id);
  if (associate === undefined) throw new Error(`There is no associate ${id}.`);
  return associate;
}

/** Adds somebody to a store. The PIN is told only here. */
export async function addAssociate(
  db: Db,
  { storeId, name, role }: NewAssociate,
  by: Actor,
): Promise<Result<AssociateWithPin, 'unknown_store'>> {
  const { pin, hash } = await newPin();
  return transact(db, async (tx) => {
    if (!(await isStore(tx, storeId))) return refuse('unknown_store');
    const id = uuidv7();
    await tx
      .insertInto('associates')
      .values({ id, store_id: storeId, name, role, pin: JSON.stringify(hash) })
      .execute();
    await logAction(tx, by, { code: 'associate.add', subject: id, after: { storeId, role } });
    const added = await readAgain(tx, id);
    await allocateChanges(tx, [{ scope: storeScope(storeId), kind, id }]);
    return accept({ ...added, pin });
  });
}

/** Takes a step, alone, with somebody whose state allows it. @param work is told how they stand before and after it. */
function takeStep<T>(
  db: Db,
  id: string,
  step: AssociateStep,
  work: (tx: Tx, before: ListedAssociate, state: AssociateState) => Promise<Result<T, AssociateRefusal>>,
): Promise<Result<T, AssociateRefusal>> {
  return transact(db, async (tx) => {
    const before = await lockAssociate(tx, id);
    if (before === undefined) return refuse('unknown_associate');
    const state = stateAfter(before.state, step);
    return state.ok ? work(tx, before, state.value) : state;
  });
}

/** Changes the name, the role or the store of somebody. The old store's registers forget them. */
export function changeAssociate(
  db: Db,
  id: string,
  change: AssociateChange,
  by: Actor,
): Promise<Result<ListedAssociate, AssociateRefusal>> {
  return takeStep(db, id, 'change', async (tx, before) => {
    const { storeId = before.storeId, name = before.name, role = before.role } = change;
    const moves = storeId !== before.storeId;
    if (moves && !(await isStore(tx, storeId))) return refuse('unknown_store');
    if (!moves && name === before.name && role === before.role) return accept(before);
    await tx.updateTable('associates').set({ store_id: storeId, name, role }).where('id', '=', id).execute();
    // A name is personal, and the log keeps ids and codes only.
    await logAction(tx, by, {
      code: 'associate.change',
      subject: id,
      before: { storeId: before.storeId, role: before.role },
      after: { storeId, role, renamed: name !== before.name },
    });
    const changed = await readAgain(tx, id);
    const deleted = changed.state !== 'active';
    await allocateChanges(tx, [
      ...(moves ? [{ scope: storeScope(before.storeId), kind, id, deleted: true }] : []),
      { scope: storeScope(storeId), kind, id, deleted },
    ]);
    return accept(changed);
  });
}

const LOGGED_AS = { block: 'associate.block', unblock: 'associate.unblock', remove: 'associate.remove' } as const;

/** Blocks, unblocks or removes somebody. Whoever is not active has left the registers with their next pull, PIN and all. */
export function setAssociateState(
  db: Db,
  id: string,
  step: keyof typeof LOGGED_AS,
  by: Actor,
): Promise<Result<ListedAssociate, AssociateRefusal>> {
  return takeStep(db, id, step, async (tx, before, state) => {
    if (state === before.state) return accept(before);
    const now = new Date();
    await tx
      .updateTable('associates')
      .set({ blocked_at: state === 'active' ? null : now, ...(state === 'removed' && { removed_at: now, pin: 'null', badge: null }) })
      .where('id', '=', id)
      .execute();
    await logAction(tx, by, { code: LOGGED_AS[step], subject: id, before: { state: before.state }, after: { state } });
    await allocateChanges(tx, [{ scope: storeScope(before.storeId), kind, id, deleted: state !== 'active' }]);
    return accept({ ...before, state, hasBadge: before.hasBadge && state !== 'removed' });
  });
}

/** Makes a new PIN for somebody; the old one ends with the next pull. It is told only here. */
export async function resetPin(db: Db, id: string, by: Actor): Promise<Result<AssociateWithPin, AssociateRefusal>> {
  const { pin, hash } = await newPin();
  return takeStep(db, id, 'reset_pin', async (tx, before) => {
    await tx
      .updateTable('associates')
      .set({ pin: JSON.stringify(hash) })
      .where('id', '=', id)
      .execute();
    await logAction(tx, by, { code: 'associate.reset_pin', subject: id });
    await allocateChanges(tx, [{ scope: storeScope(before.storeId), kind, id, deleted: before.state !== 'active' }]);
    return accept({ ...before, pin });
  });
}

/** Makes a badge for somebody, in place of one that they had; that ends with the next pull. Its code is told only here. */
export async function makeBadgeFor(db: Db, id: string, by: Actor): Promise<Result<AssociateWithBadge, AssociateRefusal>> {
  const { code, hash } = await newBadge();
  return takeStep(db, id, 'make_badge', async (tx, before) => {
    await tx
      .updateTable('associates')
      .set({ badge: JSON.stringify(hash) })
      .where('id', '=', id)
      .execute();
    await logAction(tx, by, { code: 'associate.make_badge', subject: id });
    await allocateChanges(tx, [{ scope: storeScope(before.storeId), kind, id, deleted: before.state !== 'active' }]);
    return accept({ ...before, hasBadge: true, badge: code });
  });
}

/** Withdraws the badge of somebody: registers forget it with their next pull. Doing it again changes nothing. */
export function withdrawBadge(db: Db, id: string, by: Actor): Promise<Result<ListedAssociate, AssociateRefusal>> {
  return takeStep(db, id, 'withdraw_badge', async (tx, before) => {
    if (!before.hasBadge) return accept(before);
    await tx.updateTable('associates').set({ badge: null }).where('id', '=', id).execute();
    await logAction(tx, by, { code: 'associate.withdraw_badge', subject: id });
    await allocateChanges(tx, [{ scope: storeScope(before.storeId), kind, id, deleted: before.state !== 'active' }]);
    return accept({ ...before, hasBadge: false });
  });
}
