/** A picture within a mail, which its HTML names by `cid:` and its id. */
export interface MailPicture {
  readonly cid: string;
  readonly png: Buffer;
}

/** A file that a mail carries, for the customer to keep or to print. */
export interface MailFile {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly content: Buffer;
}

export interface MailMessage {
  /** The same for every attempt to send this mail. A mail server that has had it, or whoever reads mail, can tell by it. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly pictures: readonly MailPicture[];
  /** None where it is left out. */
  readonly files?: readonly MailFile[];
  /** BCP 47. */
  readonly language: string;
}

/** Why a mail was not sent, or nobody knows whether it was. */
export const MAIL_FAULTS = [
  /** No mail server is set up. */
  'mail_not_set_up',
  'mail_unreachable',
  'mail_timeout',
  /** The mail server asks for another name or password. */
  'mail_sign_in_refused',
  /** The connection would not be secret. */
  'mail_not_encrypted',
  /** The mail server does not send for this sender. */
  'mail_sender_refused',
  /** The mail server will not take it now. */
  'mail_put_off',
  /** The mail server will never take it: nobody has the address, say. */
  'mail_refused',
  /** It was handed over, and no answer came: it was sent, or not. */
  'mail_answer_lost',
] as const;

export type MailFault = (typeof MAIL_FAULTS)[number];

/** A mail was not sent. The code is for people; what the mail server said may name somebody, and is not kept (rule A2). */
export class MailFailed extends Error {
  readonly code: MailFault;
  /** Another attempt would end the same. */
  readonly isFinal: boolean;

  constructor(code: MailFault) {
    super(code);
    this.code = code;
    this.isFinal = code === 'mail_refused';
  }
}

/** Hands mail to whoever delivers it. */
export interface Mailer {
  /**
   * Hands over one mail; it is on its way when this resolves. Handed over again, with the same id, it is a second mail where the first one
   * was taken: SMTP has no other way.
   * @throws MailFailed
   */
  send(message: MailMessage, signal: AbortSignal): Promise<void>;
}
