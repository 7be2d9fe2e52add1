import { Fragment } from 'react';
import { receiptText } from '../../../domain/sale/settings.ts';
import { discountOf } from '../../../domain/base/adjustment.ts';
import { lineName } from '../../kit/line-name.ts';
import { formatMoney, formatUnitPrice } from '../../kit/format-money.ts';
import { formatQuantity } from '../../kit/format-quantity.ts';
import { formatMoment } from '../../kit/format-time.ts';
import { useCustomer } from '../../kit/use-customer.ts';
import { customerName } from '../../kit/customer-words.ts';
import { useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import styles from './ReceiptView.module.css';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import type { SaleCompleted } from '../../../domain/sale/sale.ts';
import { ToCome } from './ToCome.tsx';
import { Totals } from './Totals.tsx';
import { useSaidTenders } from './use-said-tenders.ts';
import { words } from '../../words/words.ts';

interface ReceiptPaperProps {
  readonly sale: { readonly at: string; readonly payload: SaleCompleted };
  /** Whether it was sold in this store, whose name and text stand on the receipt then. */
  readonly ofThisStore?: boolean;
  /** Whether it was printed before: it says so then. */
  readonly isCopy?: boolean;
  /** For a gift receipt the lines that stand on it, by number; it tells no prices. Null for a receipt. */
  readonly giftLines?: ReadonlySet<number> | null;
}

/** A receipt as it is printed: of a sale that has just been recorded, or of an old one. */
export function ReceiptPaper({ sale, ofThisStore = true, isCopy = false, giftLines = null }: ReceiptPaperProps) {
  const { identity } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const address = useView((view) => view.store?.address);
  const { header, footer } = useSetting(receiptText);
  const { payload } = sale;
  const { receiptNumber: number } = payload;
  const title = giftLines === null ? words('sale.receiptNumber', { number }) : words('sale.giftReceiptNumber', { number });
  return (
    <article className={styles.paper} tabIndex={0} aria-label={title}>
      <header className={styles.head}>
        {ofThisStore && (
          <>
            <strong>{identity.storeName}</strong>
            <span>{address}</span>
            {header.map((line, index) => (
              <span key={index}>{line}</span>
            ))}
          </>
        )}
        <span>{formatMoment(sale.at, timezone)}</span>
        <span className={styles.number}>{number}</span>
        {giftLines === null && <Buyer payload={payload} />}
        {giftLines !== null && <strong>{words('sale.giftReceipt')}</strong>}
        {isCopy && <strong>{words('sale.copy')}</strong>}
      </header>
      <ul className={styles.lines}>
        {payload.lines
          .filter(({ lineNo }) => giftLines?.has(lineNo) !== false)
          .map((line) => (
            <ReceiptLine key={line.lineNo} line={line} currency={payload.currency} isGift={giftLines !== null} />
          ))}
      </ul>
      {giftLines === null && <ToCome payload={payload} />}
      {giftLines === null ? <Paid payload={payload} /> : <p className={styles.gift}>{words('sale.giftReceiptText')}</p>}
      {ofThisStore && footer.length > 0 && (
        <footer className={styles.foot}>
          {footer.map((line, index) => (
            <span key={index}>{line}</span>
          ))}
        </footer>
      )}
    </article>
  );
}

interface ReceiptLineProps {
  readonly line: SaleLine;
  readonly currency: string;
  readonly isGift: boolean;
}

/** What was bought, and what it cost, unless it is a gift. */
function ReceiptLine({ line, currency, isGift }: ReceiptLineProps) {
  const { quantity, quantityDecimals, unit, serialNumbers } = line;
  const off = discountOf(line);
  return (
    <li>
      <span>{lineName(line)}</span>
      {isGift ? (
        <span>{formatQuantity(quantity, quantityDecimals, unit)}</span>
      ) : (
        <span>{formatMoney(line.grossMinor - off, currency)}</span>
      )}
      {!isGift && (quantity > 1 || quantityDecimals > 0 || off > 0) && (
        <span className={styles.detail}>
          {formatQuantity(quantity, quantityDecimals, unit)} × {formatUnitPrice(line.unitPrice, currency)}
          {off > 0 && words('sale.off', { amount: formatMoney(off, currency) })}
        </span>
      )}
      {serialNumbers.length > 0 && (
        <span className={styles.detail}>{words('sale.serialNumbers', { numbers: serialNumbers.join(', ') })}</span>
      )}
    </li>
  );
}

/** What it comes to, and what it was paid with. */
function Paid({ payload }: { readonly payload: SaleCompleted }) {
  return (
    <>
      <Totals
        priced={payload}
        currency={payload.currency}
        pricesIncludeTax={payload.pricesIncludeTax}
        roundingMinor={payload.roundingMinor}
        cashMinor={payload.tenders.reduce((sum, tender) => sum + (tender.kind === 'cash' ? tender.amountMinor : 0), 0)}
      />
      <PaidBy payload={payload} />
      <Points payload={payload} />
    </>
  );
}

/** What it was paid with: cards by their last digits, then cash and change. */
function PaidBy({ payload }: { readonly payload: SaleCompleted }) {
  const others = useSaidTenders(payload.tenders);
  const cash = payload.tenders.filter((tender) => tender.kind === 'cash');
  const change = cash.reduce((sum, tender) => sum + tender.changeMinor, 0);
  return (
    <dl className={styles.tender}>
      {others.map(({ name, approvalCode, isOffline, amountMinor }, index) => (
        <Fragment key={index}>
          <dt>
            {name}
            {approvalCode !== null && <span className={styles.detail}> {words('payment.approvalCode', { code: approvalCode })}</span>}
            {isOffline && <span className={styles.detail}> {words('payment.title.offline')}</span>}
          </dt>
          <dd>{formatMoney(amountMinor, payload.currency)}</dd>
        </Fragment>
      ))}
      {cash.length > 0 && (
        <>
          {cash.map((one) =>
            one.givenMinor === 0 && cash.length > 1 ? null : (
              <Fragment key={one.currency}>
                <dt>
                  {words('sale.cash')}
                  {one.rate !== null && (
                    <span className={styles.detail}>
                      {' '}
                      {words('payment.rateIs', { currency: one.currency, rate: one.rate, own: payload.currency })}
                    </span>
                  )}
                </dt>
                <dd>{formatMoney(one.givenMinor, one.currency)}</dd>
              </Fragment>
            ),
          )}
          <dt>{words('sale.change')}</dt>
          <dd>{formatMoney(change, payload.currency)}</dd>
        </>
      )}
    </dl>
  );
}

/** The points that it earned and used. */
function Points({ payload: { lines, usedPoints } }: { readonly payload: SaleCompleted }) {
  const earned = lines.reduce((sum, { points }) => sum + points, 0);
  return (
    <>
      {earned > 0 && <p className={styles.gift}>{words('loyalty.earned', { count: earned })}</p>}
      {usedPoints > 0 && <p className={styles.gift}>{words('loyalty.used', { count: usedPoints })}</p>}
    </>
  );
}

/** Who bought, as far as this device knows them, and the certificate by which there are no taxes. */
function Buyer({ payload: { customerId, taxExemptionId } }: { readonly payload: SaleCompleted }) {
  const customer = useCustomer(customerId);
  return (
    <>
      {customer !== undefined && <span>{words('customer.of', { name: customerName(customer) })}</span>}
      {taxExemptionId !== null && <span>{words('customer.exempt', { certificate: taxExemptionId })}</span>}
    </>
  );
}
