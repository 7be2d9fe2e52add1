import { sql } from 'kysely';
import { z } from 'zod';
import { mailSender } from '../../domain/mail/settings.ts';
import { returnLabelDocument } from '../../domain/return-labels/documents.ts';
import type { ReturnLabel } from '../../domain/return-labels/return-label.ts';
import { receiptLanguages } from '../../domain/sale/settings.ts';
import { mailOfPaper } from '../../texts/mail/mail-of-paper.ts';
import { returnSlipPaper } from '../../texts/paper/return-slip-paper.ts';
import { inLanguage } from '../../texts/words/chosen-language.ts';
import { words } from '../../texts/words/words.ts';
import type { Db } from '../db/database.ts';
import { JobFailed } from '../jobs/error-code.ts';
import { readSetting } from '../settings/read-setting.ts';
import { drawPicture } from './draw-picture.ts';
import { labelPdf } from './label-pdf.ts';
import type { ComposedMail, MailKind } from './mail-kind.ts';
import { readMailLanguage } from './read-mail-language.ts';
import { readReceiptFacts } from './receipt-facts.ts';

const aboutLabel = z.object({ parcelId: z.string() });

async function readLabel(db: Db, parcelId: string): Promise<ReturnLabel> {
  const { rows } = await sql<{ body: ReturnLabel }>`
    select body from documents where kind = ${returnLabelDocument.kind} and id = ${parcelId}`.execute(db);
  if (rows[0] === undefined) throw new JobFailed('mail_forgotten');
  return returnLabelDocument.completed(rows[0].body);
}

/** Writes it, with the label as a file; nothing where the label is void by now. */
async function compose(db: Db, about: unknown): Promise<ComposedMail | null> {
  const label = await readLabel(db, aboutLabel.parse(about).parcelId);
  const { storeId, registerId, picture, trackingNumber, origin } = label;
  if (label.state !== 'have' || picture === null) return null;
  const from = await readSetting(db, mailSender, { storeId });
  if (from === null) throw new JobFailed('mail_not_set_up');
  const facts = await readReceiptFacts(db, { storeId, registerId, associateId: null, references: [], promotionIds: [] });
  const ofOrder = origin.kind === 'order' ? { number: origin.number } : null;
  const language = await readMailLanguage(db, ofOrder, await readSetting(db, receiptLanguages, { storeId }));
  const files = [{ name: `${trackingNumber ?? 'label'}.pdf`, type: 'application/pdf', content: await labelPdf(picture) }];
  return inLanguage(language, () => {
    const named = { number: origin.number, store: facts.store?.name ?? storeId };
    const subject = words('mail.returnLabel.subject', named);
    const around = { intro: words('mail.returnLabel.intro', named), outro: words('mail.returnLabel.outro') };
    const { text, html, pictures } = mailOfPaper(returnSlipPaper(label, facts), language, around);
    return { from, subject, text, html, pictures: pictures.map(drawPicture), files, language };
  });
}

/** The label with which a customer sends goods back, as a PDF, and the slip for the parcel. */
export const returnLabelMail: MailKind = {
  compose,
  async tell(tx, about, became, changeItems) {
    const { parcelId } = aboutLabel.parse(about);
    const mailed = { state: became.state, reason: became.state === 'failed' ? became.reason : null };
    const { rows } = await sql<{ body: ReturnLabel }>`
      update documents set body = body || ${JSON.stringify({ mailed })}::jsonb
      where kind = ${returnLabelDocument.kind} and id = ${parcelId} returning body`.execute(tx);
    for (const { body } of rows) {
      changeItems.push({ scope: returnLabelDocument.scopeOf(body), kind: returnLabelDocument.kind, id: parcelId });
    }
  },
};
