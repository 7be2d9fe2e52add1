import type { Generated } from 'kysely';
import type { InstantNow, JsonOrNull } from './columns.ts';

interface MailsTable {
  id: string;
  /** See `MAIL_KINDS`; null while only the address has come. */
  kind: string | null;
  /** What it is about, by ids (rule A2). */
  about: JsonOrNull<unknown>;
  /** Null while it has not come, and once the mail was sent. */
  address: string | null;
  state: Generated<'waiting' | 'sent'>;
  at: InstantNow;
}

/** The tables of mails to customers. */
export interface MailTables {
  mails: MailsTable;
}
