import { createStore } from 'zustand/vanilla';
import { accept, refuse } from '../../../domain/base/result.ts';
import { type MailRecipient, mailRecipient } from '../../../domain/mail/mail-protocol.ts';
import { keepTrying, type Loop } from '../../base/keep-trying.ts';
import type { MailServices } from '../../kit/mail-services.ts';
import { type KeptList, openKeptList } from '../../storage/kept-list.ts';
import { storageTrouble } from '../../storage/storage-error.ts';
import type { RegisterParts } from '../register-parts.ts';
import { isNotUnderstood, reportRefusals } from '../server-refusals.ts';

const IDLE_MS = 60_000;

export interface RunningMails {
  readonly mails: MailServices;
  stop(): void;
}

type Parts = Pick<RegisterParts, 'identity' | 'notes' | 'client' | 'link' | 'random' | 'onError'>;

/** Tells the server to whom mails go, until it knows. @param asking mails that nobody has recorded yet. */
function startTelling({ client, random, onError }: Parts, outbox: KeptList<MailRecipient>, asking: ReadonlySet<string>): Loop {
  return keepTrying({
    idleMs: IDLE_MS,
    random,
    onError: reportRefusals(onError),
    async round() {
      const next = outbox.entries.find(({ mailId }) => !asking.has(mailId));
      if (next === undefined) return 'wait';
      try {
        await client.tellMailAddresses([next]);
      } catch (error) {
        if (!isNotUnderstood(error)) throw error;
        // It must not hold up the others (rule J6). The mail stays asked for, and its receipt says that it was not sent.
        onError(error);
      }
      await outbox.update((entries) => entries.filter((one) => one !== next));
      return 'again';
    },
  });
}

/**
 * Sends mail to customers: records that one is wanted, and keeps its address on the device until the server has it. Kept for the store, as
 * what is said of customers is.
 */
export async function startMails(parts: Parts): Promise<RunningMails> {
  const { identity, notes, link, onError } = parts;
  const unsent = createStore<ReadonlySet<string>>(() => new Set());
  const show = () => unsent.setState(new Set(outbox.entries.map(({ mailId }) => mailId)), true);
  const outbox: KeptList<MailRecipient> = await openKeptList(notes, `mails:${identity.storeId}`, mailRecipient, show);
  show();
  const asking = new Set<string>();
  const telling = startTelling(parts, outbox, asking);
  const endLink = link.state.subscribe((after, before) => {
    if (after.connection.status === 'online' && before.connection.status !== 'online') telling.retry();
  });
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
    stop() {
      endLink();
      telling.stop();
    },
  };
}
