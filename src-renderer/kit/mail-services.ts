import type { StoreApi } from 'zustand/vanilla';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Result } from '../../domain/base/result.ts';
import type { MailRecipient } from '../../domain/mail/mail-protocol.ts';

export interface MailServices {
  /** The mails whose address is still on this device: the server does not know yet to whom they go. */
  readonly unsent: StoreApi<ReadonlySet<string>>;
  /**
   * Asks for a mail. Resolves when it is durable, with or without a connection. The same mail twice is asked for once.
   * @param recipient to whom it goes. The address stands in no operation (rule A2).
   * @param record records what asks for it, by the id of the mail. Where that is refused, no address stays behind.
   */
  send(recipient: MailRecipient, record: () => Promise<Result<unknown, Refusal>>): Promise<Result<null, Refusal>>;
}
