import { sql } from 'kysely';
import { z } from 'zod';
import { receiptMailWanted } from '../../domain/mail/documents.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { defineJob, defineOutsideJob } from '../jobs/define-job.ts';
import { JobFailed } from '../jobs/error-code.ts';
import { makeJobs } from '../jobs/make-jobs.ts';
import type { Became } from './mail-kind.ts';
import { type MailKindName, mailKindOf } from './mail-kinds.ts';

const mail = z.strictObject({ mailId: z.string() });

/** A mail server may look at a mail for long before it takes it. */
const TIMEOUT_MS = 60_000;

/** Writes what became of a mail where whoever asked for it sees it. @returns how much others must hear of. */
async function tell(tx: Tx, mailId: string, became: Became): Promise<number> {
  const row = await tx.selectFrom('mails').select(['kind', 'about']).where('id', '=', mailId).forUpdate().executeTakeFirst();
  const changeItems: ChangeItem[] = [];
  await mailKindOf(row?.kind ?? null)?.tell(tx, row?.about, became, changeItems);
  await allocateChanges(tx, changeItems);
  return changeItems.length;
}

/**
 * Sends a mail to a customer (rule E1). Its `Message-ID` is made of its own id: where the answer of the mail server was lost, the second
 * mail can be told from others, and most mail programs show it once.
 */
export const sendMailJob = defineOutsideJob({
  kind: 'send_mail',
  schema: mail,
  timeoutMs: TIMEOUT_MS,
  async call({ mailId }, { db, ports, signal }): Promise<{ readonly outcome: 'sent' | 'sent_before' | 'no_news' }> {
    const row = await db.selectFrom('mails').select(['kind', 'about', 'address', 'state']).where('id', '=', mailId).executeTakeFirst();
    if (row?.state === 'sent') return { outcome: 'sent_before' };
    const kind = mailKindOf(row?.kind ?? null);
    if (row === undefined || kind === undefined || row.address === null) throw new JobFailed('mail_forgotten');
    const composed = await kind.compose(db, row.about);
    if (composed === null) return { outcome: 'no_news' };
    const [, domain = ''] = composed.from.address.split('@');
    await ports.mailer.send({ ...composed, messageId: `<${mailId}@${domain}>`, to: row.address }, signal);
    return { outcome: 'sent' };
  },
  async settle(tx, { mailId }, { outcome }) {
    if (outcome === 'sent_before') return 0;
    await tx.updateTable('mails').set({ state: 'sent', address: null }).where('id', '=', mailId).execute();
    return outcome === 'sent' ? tell(tx, mailId, { state: 'sent' }) : 0;
  },
  givenUp: (tx, { mailId }, reason) => tell(tx, mailId, { state: 'failed', reason }),
});

/** Makes the jobs of those mails of which everything is known and that nobody sends already. */
async function sendWhole(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select m.id from mails m where m.id = any(${ids}::text[]) and m.state = 'waiting' and m.kind is not null and m.address is not null
      and not exists (select from jobs j where j.kind = ${sendMailJob.kind} and j.key = m.id and j.state in ('waiting', 'running'))
    order by m.id for update`.execute(tx);
  const whole = rows.map(({ id }) => id);
  // What was given up begins anew.
  await sql`delete from jobs where kind = ${sendMailJob.kind} and state = 'dead' and key = any(${whole}::text[])`.execute(tx);
  await makeJobs(
    tx,
    whole.map((mailId) => sendMailJob.make(mailId, { mailId })),
  );
}

/** Has a mail of a kind wait until its address has come, and be sent then; it may have come already. The same again changes nothing. */
export async function waitForAddress(tx: Tx, mailId: string, kind: MailKindName, about: unknown): Promise<void> {
  await sql`
    insert into mails (id, kind, about) values (${mailId}, ${kind}, ${JSON.stringify(about)}::jsonb)
    on conflict (id) do update set kind = excluded.kind, about = excluded.about where mails.kind is null`.execute(tx);
  await sendWhole(tx, [mailId]);
}

/** Takes in to whom mails go. One that was sent needs no address any more. @returns how many were new. */
export async function takeAddresses(tx: Tx, recipients: readonly { readonly mailId: string; readonly address: string }[]): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into mails (id, address)
    select distinct on (r."mailId") r."mailId", r.address
    from jsonb_to_recordset(${JSON.stringify(recipients)}::jsonb) as r("mailId" text, address text) order by r."mailId"
    on conflict (id) do update set address = excluded.address where mails.address is null and mails.state = 'waiting'
    returning id`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sendWhole(tx, ids);
  return ids.length;
}

/** A receipt was asked for by mail: it is sent as soon as its address is there. */
export const queueReceiptJob = defineJob({
  kind: 'queue_receipt_mail',
  schema: mail,
  on: [receiptMailWanted],
  async run(tx, { mailId }) {
    await waitForAddress(tx, mailId, 'receipt', { mailId });
    return { changed: 0 };
  },
});

/** For so many days the address of a mail that could not be sent is kept. */
const ADDRESS_DAYS = 30;
/** For so many days it is known that a mail was sent, so that none is sent twice. */
const SENT_DAYS = 90;

/** Every night: forgets addresses to which nothing could be sent (rule A2), and mails that were sent long ago. */
export const forgetMailsJob = defineJob({
  kind: 'forget_mails',
  schema: z.strictObject({}),
  recurs: { daily: '50 3 * * *', payload: {} },
  async run(tx) {
    const { rows } = await sql<{ id: string; kind: string | null; about: unknown }>`
      select id, kind, about from mails where state = 'waiting' and at < now() - make_interval(days => ${ADDRESS_DAYS})
      order by id for update`.execute(tx);
    const changeItems: ChangeItem[] = [];
    for (const { kind, about } of rows) await mailKindOf(kind)?.tell(tx, about, { state: 'failed', reason: 'mail_forgotten' }, changeItems);
    await sql`
      delete from mails where id = any(${rows.map(({ id }) => id)}::text[])
        or (state = 'sent' and at < now() - make_interval(days => ${SENT_DAYS}))`.execute(tx);
    await allocateChanges(tx, changeItems);
    return { changed: changeItems.length };
  },
});
