import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { quoteDocument } from '../../../../domain/quotes/documents.ts';
import { hasQuoteEnded, type Quote } from '../../../../domain/quotes/quote.ts';
import { customerName } from '../../../../texts/say/customer-words.ts';
import { customerOf } from '../../../kit/customer-services.ts';
import { formatMoney } from '../../../../texts/say/format-money.ts';
import { formatDay } from '../../../../texts/say/format-time.ts';
import { IconPrinter } from '../../../kit/icons.ts';
import { printPart } from '../../../kit/print-part.ts';
import { useDocumentList, useRegister } from '../../../kit/register-context.tsx';
import { useStoreDate } from '../../../kit/use-store-date.ts';
import { words } from '../../../../texts/words/words.ts';
import type { Cart, CartState } from '../cart-state.ts';
import styles from '../customer/Customer.module.css';
import type { CounterRules } from '../price-cart.ts';
import side from '../side/SidePanel.module.css';
import { SidePanel } from '../side/SidePanel.tsx';
import { KeepQuote } from './KeepQuote.tsx';
import { quotesFound } from './quote-list.ts';
import { QuotePaper } from './QuotePaper.tsx';

export interface QuotePanelProps {
  /** The quote that is shown at once; null for none. */
  readonly number: string | null;
  readonly cart: Cart;
  readonly state: Pick<CartState, 'lines' | 'paying' | 'codes'>;
  readonly counter: CounterRules | null;
  /** Puts the goods of a quote on the counter; what is there is held. */
  readonly onSell: (quote: Quote) => void;
  readonly onClose: () => void;
}

/** Keeps the sale as a quote, and finds the quotes of the store again, on whichever register they were given. */
export function QuotePanel({ number, cart, state, counter, onSell, onClose }: QuotePanelProps) {
  const quotes = useDocumentList(quoteDocument);
  const [shown, setShown] = useState<Quote | null>(() => quotes.find((quote) => quote.number === number) ?? null);
  if (shown !== null)
    return (
      <SidePanel key={shown.id} title={words('quote.numbered', { number: shown.number })} onClose={() => setShown(null)}>
        <div className={side.pair}>
          <Button
            data-first
            variant="default"
            size="lg"
            leftSection={<IconPrinter aria-hidden size={20} />}
            onClick={() => printPart('receipt')}
          >
            {words('sale.print')}
          </Button>
          <Button size="lg" onClick={() => onSell(shown)}>
            {words('quote.sell')}
          </Button>
        </div>
        <QuotePaper quote={shown} />
      </SidePanel>
    );
  const canKeep = counter !== null && state.lines.length > 0 && state.paying === null;
  return (
    <SidePanel key="quotes" title={words('quote.title')} onClose={onClose}>
      {canKeep && <KeepQuote cart={cart} counter={counter} hasCodes={state.codes.length > 0} onKept={setShown} />}
      <FindQuote isFirst={!canKeep} onShow={setShown} />
    </SidePanel>
  );
}

/** The quotes of the store, by number or customer. */
function FindQuote({ isFirst, onShow }: { readonly isFirst: boolean; readonly onShow: (quote: Quote) => void }) {
  const { customers } = useRegister();
  const known = useStore(customers.state);
  const today = useStoreDate();
  const quotes = useDocumentList(quoteDocument);
  const [typed, setTyped] = useState('');
  const found = useMemo(() => {
    const named = quotes.map((quote) => {
      const customer = quote.customerId === null ? undefined : customerOf(known, quote.customerId);
      return { quote, customer: customer === undefined ? null : customerName(customer) };
    });
    return quotesFound(named, typed);
  }, [quotes, known, typed]);
  return (
    <section className={side.kept} aria-label={words('quote.found')}>
      <TextInput
        data-first={isFirst || undefined}
        label={words('quote.find')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && <p className={side.text}>{words('quote.none')}</p>}
      <ul className={styles.found} aria-label={words('quote.found')}>
        {found.map(({ quote, customer }) => (
          <li key={quote.id}>
            <button type="button" className={styles.row} onClick={() => onShow(quote)}>
              <strong>
                <bdi>{[quote.number, ...(customer === null ? [] : [customer])].join(' · ')}</bdi>
              </strong>
              <small>
                <bdi>{formatMoney(quote.totalMinor, quote.currency)}</bdi>
                {' · '}
                {words(hasQuoteEnded(quote, today) ? 'quote.endedOn' : 'quote.validUntil', { date: formatDay(quote.validUntil) })}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
