import { promotionsIn } from '../../domain/base/adjustment.ts';
import type { SaleLine } from '../../domain/pricing/sale-line.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { type ReceiptMail, receiptMailDocument } from '../../domain/mail/documents.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { goodsExchanged, pickupExchanged } from '../../domain/exchanges/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { receiptLanguages } from '../../domain/sale/settings.ts';
import { mailOfPaper } from '../../texts/mail/mail-of-paper.ts';
import { paperIn } from '../../texts/paper/paper-in.ts';
import type { Paper } from '../../texts/paper/paper.ts';
import { receiptPaper, type SaleOnPaper } from '../../texts/paper/receipt-paper.ts';
import { returnPaper } from '../../texts/paper/return-paper.ts';
import { inLanguage } from '../../texts/words/chosen-language.ts';
import { words } from '../../texts/words/words.ts';
import { readCustomer } from '../customers/find-customers.ts';
import type { Db } from '../db/database.ts';
import { JobFailed } from '../jobs/error-code.ts';
import { readSetting } from '../settings/read-setting.ts';
import { drawPicture } from './draw-picture.ts';
import type { Became, ComposedMail, MailKind } from './mail-kind.ts';
import { readReceiptFacts } from './receipt-facts.ts';

const aboutReceipt = z.object({ mailId: z.string() });

/** A receipt that is made as often as there are languages, and where it was recorded. */
interface Made {
  readonly storeId: string;
  readonly storeName: string;
  readonly paper: () => Paper;
}

async function readMail(db: Db, about: unknown): Promise<ReceiptMail> {
  const { mailId } = aboutReceipt.parse(about);
  const { rows } = await sql<{ body: ReceiptMail }>`
    select body from documents where kind = ${receiptMailDocument.kind} and id = ${mailId}`.execute(db);
  if (rows[0] === undefined) throw new JobFailed('mail_forgotten');
  return receiptMailDocument.completed(rows[0].body);
}

const referencesOf = (tenders: readonly object[]): string[] =>
  tenders.flatMap((tender) => ('reference' in tender && typeof tender.reference === 'string' ? [tender.reference] : []));

const promotionIdsOf = (lines: readonly SaleLine[]): string[] => [...new Set(lines.flatMap((line) => [...promotionsIn(line).keys()]))];

/** What came back in the exchange that a sale is a part of; nothing for a sale alone. */
async function readBack(db: Db, operationId: string): Promise<Pick<SaleOnPaper, 'back'>> {
  const row = await db
    .selectFrom('operations')
    .select('body')
    .where('id', '=', operationId)
    .where('type', 'in', [goodsExchanged.type, pickupExchanged.type])
    .executeTakeFirst();
  const exchange = row === undefined ? undefined : upgradeOperation(row.body as WrittenOperation);
  const back = exchange === undefined ? undefined : inParts(exchange).find((one) => goodsReturned.is(one));
  return back === undefined ? {} : { back: back.payload };
}

async function ofSale(db: Db, { receiptNumber, isCopy }: ReceiptMail): Promise<Made> {
  const row = await db.selectFrom('sales').select('body').where('receipt_number', '=', receiptNumber).executeTakeFirst();
  if (row === undefined) throw new JobFailed('receipt_unknown');
  const sale = saleDocument.completed(row.body);
  const { at, storeId, registerId, associateId, customerId } = sale;
  const references = referencesOf(sale.tenders);
  const facts = await readReceiptFacts(db, { storeId, registerId, associateId, references, promotionIds: promotionIdsOf(sale.lines) });
  const customer = customerId === null ? undefined : await readCustomer(db, customerId);
  const back = await readBack(db, sale.saleId);
  return {
    storeId,
    storeName: facts.store?.name ?? storeId,
    paper: () => receiptPaper({ at, registerId, associateId, payload: sale, ...back }, facts, customer, { isCopy, giftLines: null }),
  };
}

async function ofReturn(db: Db, { receiptNumber, isCopy }: ReceiptMail): Promise<Made> {
  const { rows } = await sql<{ body: WrittenOperation }>`
    select o.body from returns r join operations o on o.id = r.operation_id::uuid
    where r.receipt_number = ${receiptNumber}`.execute(db);
  const recorded = rows[0] === undefined ? undefined : upgradeOperation(rows[0].body);
  if (!goodsReturned.is(recorded)) throw new JobFailed('receipt_unknown');
  const { storeId, registerId, associateId, payload } = recorded;
  const references = referencesOf(payload.tenders);
  const facts = await readReceiptFacts(db, { storeId, registerId, associateId, references, promotionIds: [] });
  return { storeId, storeName: facts.store?.name ?? storeId, paper: () => returnPaper(recorded, facts, isCopy) };
}

async function compose(db: Db, about: unknown): Promise<ComposedMail> {
  const mail = await readMail(db, about);
  const { storeId, storeName, paper } = await (mail.receipt === 'sale' ? ofSale(db, mail) : ofReturn(db, mail));
  const from = await readSetting(db, mailSender, { storeId });
  if (from === null) throw new JobFailed('mail_not_set_up');
  const said = await readSetting(db, receiptLanguages, { storeId });
  const languages = said.length === 0 ? [mail.language] : said;
  const [language = mail.language] = languages;
  const around = inLanguage(language, () => ({
    subject: words('mail.receiptSubject', { number: mail.receiptNumber, store: storeName }),
    intro: words('mail.receiptIntro', { store: storeName }),
    outro: words('mail.notYours'),
  }));
  const { text, html, pictures } = mailOfPaper(paperIn(languages, paper), language, around);
  return { from, subject: around.subject, text, html, pictures: pictures.map(drawPicture), language };
}

/** What a mail document says of what became of it. */
const written = (became: Became, at: string): Pick<ReceiptMail, 'state' | 'reason' | 'endedAt'> => ({
  state: became.state,
  reason: became.state === 'failed' ? became.reason : null,
  endedAt: at,
});

/** A receipt that a customer wants by mail: the same as on paper, in the language of the store's receipts. */
export const receiptMail: MailKind = {
  compose,
  async tell(tx, about, became, changeItems) {
    const { mailId } = aboutReceipt.parse(about);
    const { rows } = await sql<{ body: ReceiptMail }>`
      update documents set body = body || ${JSON.stringify(written(became, new Date().toISOString()))}::jsonb
      where kind = ${receiptMailDocument.kind} and id = ${mailId} returning body`.execute(tx);
    for (const { body } of rows) {
      changeItems.push({ scope: receiptMailDocument.scopeOf(body), kind: receiptMailDocument.kind, id: mailId });
    }
  },
};
