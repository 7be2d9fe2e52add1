import type { StoreApi } from 'zustand/vanilla';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Result } from '../../domain/base/result.ts';
import type { receiptMailRequested } from '../../domain/mail/operations.ts';
import type { RequestedBy } from '../../domain/base/define-operation.ts';

/** What is asked for when a customer wants a receipt by mail. */
export type WantedMail = RequestedBy<typeof receiptMailRequested>['payload'];

export interface MailServices {
  /** The mails whose address is still on this device: the server does not know yet to whom they go. */
  readonly unsent: StoreApi<ReadonlySet<string>>;
  /**
   * Asks for a receipt by mail. Resolves when it is durable, with or without a connection. The same mail twice is asked for once.
   * @param address to whom it goes. It stands in no operation (rule A2).
   */
  send(mail: WantedMail, address: string): Promise<Result<null, Refusal>>;
}
