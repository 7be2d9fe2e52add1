import { catalogPageDocument } from '../../domain/catalog/documents.ts';
import type { Checkpoint, PullResponse } from '../../domain/protocol/protocol.ts';
import { isRecordable } from '../base/journal-health.ts';
import { StorageFailed } from '../storage/storage-error.ts';
import type { ConnectionState } from '../sync/connection-state.ts';
import { readAfter } from './read-operations.ts';
import type { RegisterParts } from './register-parts.ts';

/** Waits for a write, and shows screens whether the disk takes it. */
async function noteDisk(link: ConnectionState, saving: Promise<unknown>): Promise<void> {
  try {
    await saving;
  } catch (error) {
    if (error instanceof StorageFailed) link.state.setState({ disk: error.trouble });
    throw error;
  }
  if (link.state.getState().disk !== 'fine') link.state.setState({ disk: 'fine' });
}

/** Stores what a pull brought, and shows it. @throws StorageFailed */
export async function takePull(parts: RegisterParts, from: Checkpoint, response: PullResponse): Promise<void> {
  const { replica, view, link, progress } = parts;
  const saving = replica.take(from, response, parts.now(), (changes) => {
    const complete = replica.completeAt !== null;
    if (changes.length > 0 || !view.isSettled || view.store.getState().complete !== complete) view.update(complete, changes);
  });
  await noteDisk(link, saving);
  if (response.complete) {
    link.state.setState({ renewing: false });
    view.letGo(parts.now());
  }
  // What is held is not sent, so nothing else tells that the server has it.
  const held = !isRecordable(link.state.getState().journal) && response.appliedSeq > progress.confirmedSeq();
  if (held || response.appliedSeq > progress.lastSeq()) progress.confirmed(response.appliedSeq);
  if (response.complete && response.changes.some((change) => change.kind === catalogPageDocument.kind))
    parts.prepareSearch(replica.base.catalog);
  progress.show();
}

/** Forgets the replica, so that it is pulled again; what the journal has stays on top (rule R5). */
export function throwReplicaAway({ journal, replica, view }: RegisterParts): Promise<void> {
  return replica.throwAway(async () => {
    const all = await readAfter(journal, 0);
    return () => view.resume(all, replica.base, replica.completeAt !== null);
  });
}
