import { z } from 'zod';

/** What the simulated mail server does with mail: takes it, or what real ones do now and then. */
export const mailHabit = z.enum([
  'accept',
  /** 550: nobody has the address. */
  'refuse',
  /** 451: not now. */
  'put_off',
  /** It takes the connection and never answers. */
  'hang',
  /** It takes the mail, and the connection breaks before it says so. */
  'lose_answer',
]);

export type MailHabit = z.infer<typeof mailHabit>;

/** A mail that came in whole. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The names by which its HTML shows pictures. */
  readonly pictures: readonly string[];
  /** The names of the files that it carries. */
  readonly files: readonly string[];
  readonly language: string;
  /** Whether the connection was secret. */
  readonly isSecret: boolean;
  /** By what name the sender signed in; null for nobody. */
  readonly user: string | null;
}

const MOST_KEPT = 500;

/** The mail server, without its wires: what it does, and what it has. */
export class MailBox {
  habit: MailHabit = 'accept';
  /** How often somebody began to send. */
  attempts = 0;
  private kept: readonly ReceivedMail[] = [];

  /** The mails that came, the oldest first. */
  get mails(): readonly ReceivedMail[] {
    return this.kept;
  }

  take(mail: ReceivedMail): void {
    this.kept = [...this.kept, mail].slice(-MOST_KEPT);
  }

  empty(): void {
    this.kept = [];
  }
}
