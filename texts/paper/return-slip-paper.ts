import type { ReturnLabel } from '../../domain/return-labels/return-label.ts';
import { formatDay } from '../say/format-time.ts';
import { words } from '../words/words.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from './paper.ts';
import { type ReceiptFacts, sellerParts } from './receipt-facts.ts';
import { forWords } from './return-paper.ts';

type OnSlip = Pick<ReturnLabel, 'origin' | 'lines' | 'lastDay' | 'trackingNumber'>;

function originWords({ kind, number }: ReturnLabel['origin']): string {
  return forWords(kind === 'sale' ? { kind, receiptNumber: number } : { kind, orderNumber: number });
}

/** What lies in a parcel that comes back: a code that the return desk scans, the goods with their reasons, and by when. */
export function returnSlipPaper({ origin, lines, lastDay, trackingNumber }: OnSlip, facts: Pick<ReceiptFacts, 'store'>): Paper {
  const goods = lines.map(
    ({ name, quantity, reason }): PaperPart => ({
      kind: 'goods',
      name,
      amount: `${quantity} ×`,
      details: reason === null ? [] : [words(`returnReason.${reason}`)],
    }),
  );
  return {
    title: words('returnLabel.slip'),
    parts: [
      ...sellerParts(facts),
      head(words('returnLabel.slip'), 'large'),
      head(originWords(origin)),
      { kind: 'code', data: origin.number },
      RULE,
      ...goods,
      RULE,
      ...(trackingNumber === null ? [] : [figure(words('returnLabel.parcel'), trackingNumber)]),
      ...(lastDay === null ? [] : [note(words('returnLabel.until', { day: formatDay(lastDay) }), true)]),
      note(words('returnLabel.putIn')),
    ],
  };
}
