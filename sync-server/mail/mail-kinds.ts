import type { MailKind } from './mail-kind.ts';
import { pickupMail } from './pickup-mail.ts';
import { receiptMail } from './receipt-mail.ts';
import { returnLabelMail } from './return-label-mail.ts';

/** Every kind of mail to customers. Another one is a line here, and a job that makes it wait: see `waitForAddress`. */
export const MAIL_KINDS = { receipt: receiptMail, pickup: pickupMail, return_label: returnLabelMail } as const satisfies Readonly<
  Record<string, MailKind>
>;

export type MailKindName = keyof typeof MAIL_KINDS;

/** A kind by its name; undefined for one of another version. */
export function mailKindOf(name: string | null): MailKind | undefined {
  return name !== null && Object.hasOwn(MAIL_KINDS, name) ? MAIL_KINDS[name as MailKindName] : undefined;
}
