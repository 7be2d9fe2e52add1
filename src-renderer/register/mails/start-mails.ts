import { createStore } from 'zustand/vanilla';
import { accept, refuse } from '../../../domain/base/result.ts';
import { type MailRecipient, mailRecipient } from '../../../domain/mail/mail-protocol.ts';
import type { MailServices } from '../../kit/mail-services.ts';
import { type KeptList, openKeptList } from '../../storage/kept-list.ts';
import { storageTrouble } from '../../storage/storage-error.ts';
import type { RegisterParts } from '../register-parts.ts';
import { tellKept } from '../tell-kept.ts';

export interface RunningMails {
  readonly mails: MailServices;
  stop(): void;
}

type Parts = Pick<RegisterParts, 'identity' | 'notes' | 'client' | 'link' | 'random' | 'onError'>;

/**
 * Sends mail to customers: records that one is wanted, and keeps its address on the device until the server has it. Kept for the store, as
 * what is said of customers is.
 */
export async function startMails(parts: Parts): Promise<RunningMails> {
  const { identity, notes, client, onError } = parts;
  const unsent = createStore<ReadonlySet<string>>(() => new Set());
  const show = () => unsent.setState(new Set(outbox.entries.map(({ mailId }) => mailId)), true);
  const outbox: KeptList<MailRecipient> = await openKeptList(notes, `mails:${identity.storeId}`, mailRecipient, show);
  show();
  const asking = new Set<string>();
  // Of one that is not understood the receipt says that it was not sent. One that is being asked for is not recorded yet.
  const telling = tellKept(
    parts,
    outbox,
    (next) => client.tellMailAddresses([next]),
    ({ mailId }) => !asking.has(mailId),
  );
  const drop = (mailId: string) => outbox.update((entries) => entries.filter((one) => one.mailId !== mailId));

  async function send(...[recipient, record]: Parameters<MailServices['send']>): ReturnType<MailServices['send']> {
    const { mailId } = recipient;
    if (asking.has(mailId)) return accept(null);
    asking.add(mailId);
    try {
      await outbox.update((entries) => [...entries.filter((one) => one.mailId !== mailId), recipient]);
      const recorded = await record();
      if (recorded.ok) return accept(null);
      await drop(mailId);
      return refuse(recorded.refusal);
    } catch (error) {
      onError(error);
      return refuse(storageTrouble(error) === 'full' ? 'storage_full' : 'storage_failed');
    } finally {
      asking.delete(mailId);
      telling.kick();
    }
  }

  return {
    mails: { unsent, send },
    stop: telling.stop,
  };
}
