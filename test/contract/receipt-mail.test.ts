import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startMail } from '../../devices/simulators/mail/start-mail.ts';
import type { ReceivedMail } from '../../devices/simulators/mail/mail-box.ts';
import { type ReceiptMail, receiptMailDocument } from '../../domain/mail/documents.ts';
import { receiptMailRequested } from '../../domain/mail/operations.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import type { FailedJobPage } from '../../domain/office/job-protocol.ts';
import { receiptLanguages } from '../../domain/sale/settings.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { JOBS } from '../../sync-server/job-list.ts';
import { prepareJobs } from '../../sync-server/jobs/prepare-jobs.ts';
import { forgetMailsJob } from '../../sync-server/mail/send-mail.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { askJson } from '../support/ask-json.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const ANA = 'ana.who.is.nobody@example.com';
const by = actorNamed('ops');
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 100 });

const simulated = await startMail({ folder: null, port: 0, controlPort: 0 });
const { box } = simulated;
afterAll(simulated.close);

describe.each(databases)('receipts by mail, on %s', { timeout: 60_000 }, (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(
    open,
    async (pool) => {
      ({ db, server, register } = pool);
      key = await insertKey(db, 'office', ['office']);
      const value = { name: 'Outpost “Mitte”', address: 'receipts@outpost.example' };
      await saveSetting(db, mailSender, { level: 'company', id: COMPANY, value }, by);
      // The tables of subscriptions were emptied too.
      await prepareJobs(db, JOBS);
      register.journal.openShift();
    },
    { mailServer: () => ({ ...simulated.address, security: 'none', user: null }) },
  );
  beforeEach(() => {
    box.empty();
    box.habit = 'accept';
  });

  const ask = (receiptNumber: string, given: Partial<ReceiptMail> = {}) => {
    const payload = { mailId: uuidv7(), receipt: 'sale', receiptNumber, isCopy: false, language: 'en', ...given } as const;
    register.journal.record(receiptMailRequested.request(payload));
    return payload.mailId;
  };
  const pushAll = () => push(db, register, register.journal.operations);
  const tell = (mailId: string, address = ANA) =>
    askJson<{ taken: number }>(server.url, register.token, 'POST', 'mails/addresses', { recipients: [{ mailId, address }] });
  const stateOf = async (mailId: string) => {
    const { documents } = await pullAll(db, register);
    const body = documents.get(`store:S1 receipt_mail ${mailId}`) as ReceiptMail;
    const { state, reason, endedAt } = receiptMailDocument.completed(body);
    return [state, reason, endedAt !== null];
  };
  const sent = () => box.mails.filter(({ to }) => to === ANA);
  const failed = async () => (await askJson<FailedJobPage>(server.url, key, 'GET', 'jobs/failed')).answer.items;

  it('[A2, E1] are sent to an address that stands in no operation, and is gone once they are', async () => {
    const sale = register.journal.sell([['A', 2]]);
    const mailId = ask(sale.payload.receiptNumber);
    await pushAll();
    expect(await stateOf(mailId)).toEqual(['waiting', null, false]);
    expect((await tell(mailId)).answer).toEqual({ taken: 1 });
    await until(async () => expect(await stateOf(mailId)).toEqual(['sent', null, true]));
    const [mail] = sent() as [ReceivedMail];
    expect(mail).toMatchObject({
      messageId: `<${mailId}@outpost.example>`,
      subject: `Your receipt ${sale.payload.receiptNumber} from Store 1`,
      language: 'en',
      pictures: ['picture-1'],
    });
    expect(mail.from).toContain('<receipts@outpost.example>');
    expect(mail.text).toMatch(/Total\s+\$21\.60/);
    const { rows } = await sql<{ found: number }>`
      select (select count(*) from operations where body::text like ${`%${ANA}%`})
        + (select count(*) from documents where body::text like ${`%${ANA}%`})
        + (select count(*) from jobs where payload::text like ${`%${ANA}%`})
        + (select count(*) from mails where address is not null) as found`.execute(db);
    expect(Number(rows[0]?.found)).toBe(0);
  });

  it('[J3] are sent once, whatever comes first and however often it comes', async () => {
    const { receiptNumber } = register.journal.sell([['A', 1]]).payload;
    const mailId = ask(receiptNumber);
    expect((await tell(mailId)).answer).toEqual({ taken: 1 });
    expect((await tell(mailId, 'somebody.else@example.com')).answer).toEqual({ taken: 0 });
    await pushAll();
    // Pressed twice, it is another operation about the same mail.
    ask(receiptNumber, { mailId });
    await pushAll();
    await until(async () => expect(await stateOf(mailId)).toEqual(['sent', null, true]));
    expect((await tell(mailId)).answer).toEqual({ taken: 0 });
    // What comes after it has been sent: the next one would not overtake another mail to the same person.
    const next = ask(receiptNumber, { isCopy: true });
    await pushAll();
    await tell(next);
    await until(async () => expect(await stateOf(next)).toEqual(['sent', null, true]));
    expect(sent().map(({ messageId }) => messageId)).toEqual([`<${mailId}@outpost.example>`, `<${next}@outpost.example>`]);
    expect(sent().map(({ text }) => /^Copy$/m.test(text))).toEqual([false, true]);
  });

  it('that are refused for good are given up at once, which till and head office are told, and can be sent again', async () => {
    box.habit = 'refuse';
    const { receiptNumber } = register.journal.sell([['A', 1]]).payload;
    const mailId = ask(receiptNumber);
    await pushAll();
    await tell(mailId);
    await until(async () => expect(await stateOf(mailId)).toEqual(['failed', 'mail_refused', true]));
    const [job] = await failed();
    expect(job).toMatchObject({ kind: 'send_mail', payload: { mailId }, error: 'mail_refused', attempts: 1 });
    box.habit = 'accept';
    await askJson(server.url, key, 'POST', 'jobs/retry', { ids: [job?.id] });
    await until(async () => expect(await stateOf(mailId)).toEqual(['sent', null, true]));
    expect(await failed()).toEqual([]);
    expect(sent()).toHaveLength(1);
  });

  it('that are put off, or whose answer is lost, are tried again under the same id', async () => {
    box.habit = 'lose_answer';
    const { receiptNumber } = register.journal.sell([['A', 1]]).payload;
    const mailId = ask(receiptNumber);
    await pushAll();
    await tell(mailId);
    await until(() => expect(sent()).toHaveLength(1));
    box.habit = 'put_off';
    const before = box.attempts;
    await until(() => expect(box.attempts).toBeGreaterThan(before));
    expect(await stateOf(mailId)).toEqual(['waiting', null, false]);
    box.habit = 'accept';
    await until(async () => expect(await stateOf(mailId)).toEqual(['sent', null, true]));
    const id = `<${mailId}@outpost.example>`;
    expect(sent().map(({ messageId }) => messageId)).toEqual([id, id]);
    expect(await failed()).toEqual([]);
  });

  it('of returns are in the language of the receipts of the store, from right to left where it is read so', async () => {
    await saveSetting(db, receiptLanguages, { level: 'store', id: 'S1', value: ['ar'] }, by);
    const sale = register.journal.sell([['A', 2]]);
    register.journal.takeBack(sale, 1, 'restock');
    const mailId = ask(sale.payload.receiptNumber.replace(/\d$/, '2'), { receipt: 'return', language: 'de' });
    await pushAll();
    await tell(mailId);
    await until(async () => expect(await stateOf(mailId)).toEqual(['sent', null, true]));
    const [mail] = sent() as [ReceivedMail];
    expect(mail.language).toBe('ar');
    expect(mail.html).toMatch(/<html lang="ar" dir="rtl">/);
    expect(mail.subject).toContain('إيصالك');
    expect(mail.text).toContain('10.00');
  });

  it('[A2] to nobody are forgotten after 30 days, and so are addresses without a mail', async () => {
    const { receiptNumber } = register.journal.sell([['A', 1]]).payload;
    const mailId = ask(receiptNumber);
    await pushAll();
    const stray = uuidv7();
    await tell(stray);
    await until(async () => expect(await db.selectFrom('mails').select('id').execute()).toHaveLength(2));
    const forget = (days: number) =>
      transact(db, async (tx) => {
        await sql`update mails set at = now() - make_interval(days => ${days})`.execute(tx);
        if (forgetMailsJob.work.where === 'database') await forgetMailsJob.work.run(tx, {});
      });
    await forget(29);
    expect(await stateOf(mailId)).toEqual(['waiting', null, false]);
    await forget(31);
    expect(await stateOf(mailId)).toEqual(['failed', 'mail_forgotten', true]);
    expect(await db.selectFrom('mails').select('id').execute()).toEqual([]);
  });
});
