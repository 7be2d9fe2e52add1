import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isMailAddress } from '../../domain/mail/mail-address.ts';
import { MailFailed, type MailFault, type Mailer, type MailMessage } from './mailer.ts';
import type { SmtpAddress } from './smtp-address.ts';

/** How long (milliseconds) a mail server may take to answer anything. Real ones take seconds when they look at what they were sent. */
const ANSWER_WITHIN_MS = 30_000;

export interface SmtpOptions {
  /** Asked for each mail; null where no mail server is set up. */
  readonly addressOf: () => SmtpAddress | null;
  readonly answerWithinMs?: number;
  /** A certificate (PEM) to trust beside those of the system. */
  readonly ca?: string;
}

/** What the library says of a failure. */
interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** What a failure came to. @param isHandedOver whether the whole mail was on its way when it happened. */
function faultOf({ code, command, responseCode = 0 }: SmtpFailure, isHandedOver: boolean): MailFault {
  if (code === 'EAUTH' || responseCode === 530) return 'mail_sign_in_refused';
  if (code === 'ETLS') return 'mail_not_encrypted';
  if (responseCode >= 500) return command === 'MAIL FROM' ? 'mail_sender_refused' : 'mail_refused';
  if (responseCode >= 400) return 'mail_put_off';
  if (isHandedOver) return 'mail_answer_lost';
  return code === 'ETIMEDOUT' ? 'mail_timeout' : 'mail_unreachable';
}

/** Writes the mail as it travels (RFC 5322, MIME). Nothing that is put in can begin another header: the library folds and encodes. */
function written({ messageId, from, to, subject, text, html, pictures, files = [], language }: MailMessage): Promise<Buffer> {
  const composer = new MailComposer({
    messageId,
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    // RFC 3834: nobody's holiday answers it.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    attachments: [
      ...pictures.map(({ cid, png }) => ({
        cid,
        content: png,
        contentType: 'image/png',
        filename: `${cid}.png`,
        contentDisposition: 'inline' as const,
      })),
      ...files.map(({ name, type, content }) => ({ content, contentType: type, filename: name })),
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function connectionTo({ host, port, security }: SmtpAddress, { answerWithinMs = ANSWER_WITHIN_MS, ca }: SmtpOptions): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca !== undefined && { ca }) },
    connectionTimeout: answerWithinMs,
    greetingTimeout: answerWithinMs,
    socketTimeout: answerWithinMs,
  });
}

/** One step of the connection; it fails too where the connection does. */
function step(connection: SMTPConnection, begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The connection has ended.')));
    begin((error) => (error === null || error === undefined ? resolve() : reject(error)));
  });
}

/** Hands mail to a mail server over SMTP, each over a connection of its own. */
export function smtpMailer(options: SmtpOptions): Mailer {
  return {
    async send(message, signal) {
      const address = options.addressOf();
      if (address === null) throw new MailFailed('mail_not_set_up');
      const { user } = address;
      if (!isMailAddress(message.to)) throw new MailFailed('mail_refused');
      const raw = Readable.from([await written(message)]);
      // It is read once the mail server has said that it takes it.
      let isHandedOver = false;
      raw.once('end', () => (isHandedOver = true));
      const connection = connectionTo(address, options);
      const faultSoFar = (failure: SmtpFailure) => new MailFailed(faultOf(failure, isHandedOver));
      const givenUp = () => connection.emit('error', Object.assign(new Error('It took too long.'), { code: 'ETIMEDOUT' }));
      signal.addEventListener('abort', givenUp);
      try {
        await step(connection, (done) => connection.connect(done));
        if (user !== null) await step(connection, (done) => connection.login({ user: user.name, pass: user.password }, done));
        const envelope = { from: message.from.address, to: [message.to] };
        await step(connection, (done) => connection.send(envelope, raw, done));
        connection.quit();
      } catch (error) {
        connection.close();
        throw faultSoFar(error as SmtpFailure);
      } finally {
        signal.removeEventListener('abort', givenUp);
      }
    },
  };
}
