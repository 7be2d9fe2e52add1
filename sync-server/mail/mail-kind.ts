import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import type { MailMessage } from '../outbound/mailer.ts';

/** What a mail says, and by whom it is sent. Its id and to whom it goes are the same for all kinds. */
export type ComposedMail = Omit<MailMessage, 'messageId' | 'to'>;

/** What became of a mail: it was sent, or given up for a reason, a code. */
export type Became = { readonly state: 'sent' } | { readonly state: 'failed'; readonly reason: string };

/** A kind of mail to customers. */
export interface MailKind {
  /**
   * Writes the mail from what the pool knows now.
   * @param about the ids that the mail is about.
   * @returns null where it is no news any more: then nothing is sent. @throws JobFailed where it cannot be written (yet).
   */
  compose(db: Db, about: unknown): Promise<ComposedMail | null>;
  /** Writes down what became of it, for those who asked for it, and names the changes. */
  tell(tx: Tx, about: unknown, became: Became, changeItems: ChangeItem[]): Promise<void>;
}
