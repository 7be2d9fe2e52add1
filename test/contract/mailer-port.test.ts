import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startMail, type StartMail } from '../../devices/simulators/mail/start-mail.ts';
import { MailFailed, type MailMessage, type Mailer } from '../../sync-server/outbound/mailer.ts';
import { smtpMailer } from '../../sync-server/outbound/smtp-mailer.ts';

const NO_SIGNAL = new AbortController().signal;
const ANY = { folder: null, port: 0, controlPort: 0 } as const;
const TILL = { name: 'till', password: 'p@ss:word' };
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABc3UBGAAAAABJRU5ErkJggg==', 'base64');

const messageOf = (given: Partial<MailMessage> = {}): MailMessage => ({
  messageId: '<M1@shop.example>',
  from: { name: 'Shop', address: 'till@shop.example' },
  to: 'ana@example.com',
  subject: 'Receipt A1-000001',
  text: 'Total 10.00',
  html: '<p>Total 10.00</p>',
  pictures: [],
  language: 'en',
  ...given,
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A simulated mail server, and the way to it. */
async function begin(way: Pick<StartMail, 'security' | 'user'> = {}, answerWithinMs = 5_000) {
  const { address, certificate, box, close } = await startMail({ ...ANY, ...way });
  closing.push(close);
  const { security = 'none', user = null } = way;
  const ca = certificate === null ? {} : { ca: certificate.cert };
  const mailer = smtpMailer({ addressOf: () => ({ ...address, host: 'localhost', security, user }), answerWithinMs, ...ca });
  return { box, address, mailer };
}

const failure = (sent: Promise<void>) =>
  sent.then(
    () => 'sent',
    (error: unknown) => (error instanceof MailFailed ? [error.code, error.isFinal] : error),
  );

const ways = [
  ['in the clear', { security: 'none', user: null }],
  ['with STARTTLS', { security: 'starttls', user: null }],
  ['over TLS, signed in', { security: 'tls', user: TILL }],
] as const;

describe.each(ways)('a mailer %s', (_name, way) => {
  it('hands a mail over as it is: names, languages, pictures and all', async () => {
    const { box, mailer } = await begin(way);
    const arabic = messageOf({
      from: { name: 'متجر "المدينة", GmbH', address: 'till@shop.example' },
      subject: 'إيصال A1-000001 – Grüße ☕',
      text: 'المجموع 10.00\nÄpfel',
      html: '<p dir="rtl">المجموع 10.00</p><img src="cid:code">',
      pictures: [{ cid: 'code', png: PIXEL }],
      files: [{ name: '1Z.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.4') }],
      language: 'ar',
    });
    await mailer.send(arabic, NO_SIGNAL);
    expect(box.mails).toMatchObject([
      {
        messageId: '<M1@shop.example>',
        to: 'ana@example.com',
        subject: 'إيصال A1-000001 – Grüße ☕',
        text: 'المجموع 10.00\nÄpfel',
        pictures: ['code'],
        files: ['1Z.pdf'],
        language: 'ar',
        isSecret: way.security !== 'none',
        user: way.user === null ? null : 'till',
      },
    ]);
    expect(box.mails[0]?.html).toContain('<p dir="rtl">المجموع 10.00</p><img src=');
    expect(box.mails[0]?.from).toContain('متجر');
    expect(box.mails[0]?.from).toContain('<till@shop.example>');
  });

  it.each([
    ['refuse', ['mail_refused', true], 0],
    ['put_off', ['mail_put_off', false], 0],
    ['lose_answer', ['mail_answer_lost', false], 1],
  ] as const)('says what became of one where the mail server would %s', async (habit, became, arrived) => {
    const { box, mailer } = await begin(way);
    box.habit = habit;
    expect(await failure(mailer.send(messageOf(), NO_SIGNAL))).toEqual(became);
    expect([box.attempts, box.mails.length]).toEqual([1, arrived]);
  });

  it('gives up one that hangs: by itself, and when it is told', async () => {
    const { box, mailer } = await begin(way, 250);
    box.habit = 'hang';
    expect(await failure(mailer.send(messageOf(), NO_SIGNAL))).toEqual(['mail_timeout', false]);
    const patient = await begin(way, 60_000);
    patient.box.habit = 'hang';
    expect(await failure(patient.mailer.send(messageOf(), AbortSignal.timeout(250)))).toEqual(['mail_timeout', false]);
  });

  it('hands over many at once, each once', async () => {
    const { box, mailer } = await begin(way);
    const numbers = Array.from({ length: 40 }, (_, index) => `<M${index}@shop.example>`);
    await Promise.all(numbers.map((messageId) => mailer.send(messageOf({ messageId }), NO_SIGNAL)));
    expect(box.mails.map(({ messageId }) => messageId).sort()).toEqual([...numbers].sort());
  });
});

describe('a mailer', () => {
  it('that sends again after a lost answer sends a second mail with the same id: SMTP has no other way', async () => {
    const { box, mailer } = await begin();
    box.habit = 'lose_answer';
    await failure(mailer.send(messageOf(), NO_SIGNAL));
    box.habit = 'accept';
    await mailer.send(messageOf(), NO_SIGNAL);
    expect(box.mails.map(({ messageId }) => messageId)).toEqual(['<M1@shop.example>', '<M1@shop.example>']);
  });

  it('lets nobody write another header or add somebody who gets it too', async () => {
    const { box, mailer } = await begin();
    const evil = 'Receipt\r\nBcc: eve@example.com';
    await mailer.send(messageOf({ subject: evil, from: { name: evil, address: 'till@shop.example' } }), NO_SIGNAL);
    expect(box.attempts).toBe(1);
    expect(box.mails[0]?.subject).toBe('Receipt Bcc: eve@example.com');
    expect(await failure(mailer.send(messageOf({ to: 'ana@example.com\r\nRCPT TO:<eve@example.com>' }), NO_SIGNAL))).toEqual([
      'mail_refused',
      true,
    ]);
    expect(box.mails).toHaveLength(1);
  });

  it('sends nothing in the clear where STARTTLS is wanted, nor to a stranger with another certificate', async () => {
    const plain = await begin();
    const secret = smtpMailer({ addressOf: () => ({ ...plain.address, security: 'starttls', user: TILL }), answerWithinMs: 5_000 });
    expect(await failure(secret.send(messageOf(), NO_SIGNAL))).toEqual(['mail_not_encrypted', false]);
    const { address } = await begin({ security: 'tls' });
    const stranger = smtpMailer({ addressOf: () => ({ ...address, security: 'tls', user: null }), answerWithinMs: 5_000 });
    expect(await failure(stranger.send(messageOf(), NO_SIGNAL))).toEqual(['mail_unreachable', false]);
  });

  it('says whose fault it is where it may not send', async () => {
    const { address, box } = await begin({ user: TILL });
    const asking = (user: typeof TILL | null): Mailer =>
      smtpMailer({ addressOf: () => ({ ...address, security: 'none', user }), answerWithinMs: 5_000 });
    expect(await failure(asking({ ...TILL, password: 'wrong' }).send(messageOf(), NO_SIGNAL))).toEqual(['mail_sign_in_refused', false]);
    expect(await failure(asking(null).send(messageOf(), NO_SIGNAL))).toEqual(['mail_sign_in_refused', false]);
    expect(box.mails).toEqual([]);
  });

  it('says that there is no mail server: none set up, nobody there, one that only greets by hanging up', async () => {
    expect(await failure(smtpMailer({ addressOf: () => null }).send(messageOf(), NO_SIGNAL))).toEqual(['mail_not_set_up', false]);
    const { port, server } = await hangingUp();
    const mailer = smtpMailer({ addressOf: () => ({ host: '127.0.0.1', port, security: 'none', user: null }), answerWithinMs: 5_000 });
    expect(await failure(mailer.send(messageOf(), NO_SIGNAL))).toEqual(['mail_unreachable', false]);
    await new Promise((resolve) => server.close(resolve));
    expect(await failure(mailer.send(messageOf(), NO_SIGNAL))).toEqual(['mail_unreachable', false]);
  });
});

/** Takes connections and ends them. */
function hangingUp(): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer((socket: Socket) => socket.destroy());
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : 0, server });
    }),
  );
}
