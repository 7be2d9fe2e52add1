import type { Socket } from 'node:net';
import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { listen } from '../../base/http-server.ts';
import type { Certificate } from '../own-certificate.ts';
import type { MailBox, ReceivedMail } from './mail-box.ts';

/** How a simulated mail server is to be spoken to. */
export interface SmtpRules {
  readonly security: 'tls' | 'starttls' | 'none';
  readonly certificate: Certificate | null;
  /** Who may send; everybody without one. */
  readonly user: { readonly name: string; readonly password: string } | null;
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

function textOf(address: AddressObject | AddressObject[] | undefined): string {
  return [address ?? []]
    .flat()
    .map((one) => one.text)
    .join(', '); // prettier-ignore
}

/** What the library tells of a connection. */
interface Sender {
  readonly secure: boolean;
  readonly user?: unknown;
}

async function readMail(raw: Buffer, { secure, user }: Sender): Promise<ReceivedMail> {
  const mail = await simpleParser(raw, { skipImageLinks: true });
  return {
    messageId: mail.messageId ?? '',
    from: textOf(mail.from),
    to: textOf(mail.to),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html === false || mail.html === undefined ? '' : mail.html,
    pictures: mail.attachments.flatMap(({ cid, contentDisposition }) => (contentDisposition === 'inline' ? (cid ?? []) : [])),
    files: mail.attachments.flatMap(({ filename, contentDisposition }) => (contentDisposition === 'attachment' ? (filename ?? []) : [])),
    language: String(mail.headers.get('content-language') ?? ''),
    isSecret: secure,
    user: typeof user === 'string' ? user : null,
  };
}

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Serves a mail box over SMTP on this machine alone. @param port 0 for any. */
export async function serveSmtp(box: MailBox, port: number, { security, certificate, user }: SmtpRules) {
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    secure: security === 'tls',
    ...(certificate !== null && { key: certificate.key, cert: certificate.cert }),
    disabledCommands: [...(security === 'starttls' ? [] : ['STARTTLS']), ...(user === null ? ['AUTH'] : [])],
    authOptional: user === null,
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth({ username, password }, _sender, done) {
      if (user !== null && username === user.name && password === user.password) done(null, { user: username });
      else done(answer(535, 'Wrong name or password'));
    },
    onRcptTo(_address, _sender, done) {
      box.attempts += 1;
      if (box.habit === 'refuse') done(answer(550, 'No such user here'));
      else if (box.habit === 'put_off') done(answer(451, 'Try again later'));
      else if (box.habit !== 'hang') done();
    },
    onData(stream, sender, done) {
      const keep = async () => {
        box.take(await readMail(await bytesOf(stream), sender));
        if (box.habit === 'lose_answer') sockets.get(sender.remotePort)?.destroy();
        else done();
      };
      keep().catch(done);
    },
  });
  // A connection that somebody else breaks off is their business.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(remotePort));
  });
  const taken = await listen(server.server, port);
  return {
    port: taken,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
}
