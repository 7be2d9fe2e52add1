import type { Quote } from '../../../../domain/quotes/quote.ts';
import { lineTotal } from '../../../../domain/base/money.ts';
import { customerName } from '../../../kit/customer-words.ts';
import { formatMoney } from '../../../kit/format-money.ts';
import { formatQuantity } from '../../../kit/format-quantity.ts';
import { formatDay, formatMoment } from '../../../kit/format-time.ts';
import { lineName } from '../../../kit/line-name.ts';
import { useRegister, useView } from '../../../kit/register-context.tsx';
import { useCustomer } from '../../../kit/use-customer.ts';
import { words } from '../../../words/words.ts';
import { PAPER_COLORS } from '../../../kit/theme.ts';
import paper from '../ReceiptView.module.css';

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
  return (
    <article className={paper.paper} style={PAPER_COLORS} tabIndex={0} aria-label={words('quote.numbered', { number })}>
      <header className={paper.head}>
        <strong>{identity.storeName}</strong>
        <span>{address}</span>
        <span>{formatMoment(quote.at, timezone)}</span>
        <span className={paper.number}>{number}</span>
        {customer !== undefined && <span>{words('customer.of', { name: customerName(customer) })}</span>}
        <strong>{words('quote.validUntil', { date: formatDay(validUntil) })}</strong>
      </header>
      <ul className={paper.lines}>
        {quote.lines.map((line, index) => (
          <li key={index}>
            <span>{lineName(line)}</span>
            <span>{formatMoney(netOf(line), currency)}</span>
            <span className={paper.detail}>{formatQuantity(line.quantity, line.quantityDecimals, line.unit)}</span>
          </li>
        ))}
      </ul>
      <dl className={paper.tender}>
        <dt>{words('quote.tax')}</dt>
        <dd>{formatMoney(taxMinor, currency)}</dd>
        <dt>
          <strong>{words('quote.total')}</strong>
        </dt>
        <dd>
          <strong>{formatMoney(totalMinor, currency)}</strong>
        </dd>
      </dl>
      <p className={paper.gift}>{words('quote.promise')}</p>
    </article>
  );
}
