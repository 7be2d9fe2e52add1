import type { Quote } from '../../../../domain/quotes/quote.ts';
import { lineTotal } from '../../../../domain/base/money.ts';
import { customerName } from '../../../../texts/say/customer-words.ts';
import { formatMoney } from '../../../../texts/say/format-money.ts';
import { formatQuantity } from '../../../../texts/say/format-quantity.ts';
import { formatDay, formatMoment } from '../../../../texts/say/format-time.ts';
import { lineName } from '../../../../texts/say/line-name.ts';
import { useRegister, useView } from '../../../kit/register-context.tsx';
import { useCustomer } from '../../../kit/use-customer.ts';
import { words } from '../../../../texts/words/words.ts';
import { figure, head, type PaperPart, RULE } from '../../../../texts/paper/paper.ts';
import { PaperSheet } from '../../../kit/paper/PaperSheet.tsx';

/** What a line came to when the quote was made, without taxes that come on top. */
function netOf({ unitPrice, quantity, quantityDecimals, quoted }: Quote['lines'][number]): number {
  const off = quoted?.adjustments.reduce((sum, one) => sum + one.amountMinor, 0) ?? 0;
  return lineTotal(unitPrice, quantity, quantityDecimals) + off;
}

/** A quote as it is printed. */
export function QuotePaper({ quote }: { readonly quote: Quote }) {
  const { identity } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const address = useView((view) => view.store?.address);
  const customer = useCustomer(quote.customerId);
  const { number, currency, totalMinor, taxMinor, validUntil } = quote;
  const money = (minor: number) => formatMoney(minor, currency);
  const parts: PaperPart[] = [
    head(identity.storeName, 'strong'),
    head(address ?? ''),
    head(formatMoment(quote.at, timezone)),
    head(number, 'large'),
    ...(customer === undefined ? [] : [head(words('customer.of', { name: customerName(customer) }))]),
    head(words('quote.validUntil', { date: formatDay(validUntil) }), 'strong'),
    RULE,
    ...quote.lines.map((line): PaperPart => {
      const details = [formatQuantity(line.quantity, line.quantityDecimals, line.unit)];
      return { kind: 'goods', name: lineName(line), amount: money(netOf(line)), details };
    }),
    RULE,
    figure(words('quote.tax'), money(taxMinor)),
    figure(words('quote.total'), money(totalMinor), 'strong'),
    head(words('quote.promise')),
  ];
  return <PaperSheet paper={{ title: words('quote.numbered', { number }), parts }} />;
}
