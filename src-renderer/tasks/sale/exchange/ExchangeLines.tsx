import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { formatMoney } from '../../../../texts/say/format-money.ts';
import { lineName } from '../../../../texts/say/line-name.ts';
import { words } from '../../../../texts/words/words.ts';
import { IconArrowsExchange } from '../../../kit/icons.ts';
import { unitWords } from '../../../kit/order-words.ts';
import { useRegister } from '../../../kit/register-context.tsx';
import { newCreditNumber } from '../../returns/credit-number.ts';
import { RETURN_DRAFT, writeReturnDraft } from '../../returns/return-draft.ts';
import { lineKey, refundsSoFar } from '../../returns/return-form.ts';
import type { Cart, CartState } from '../cart-state.ts';
import styles from './Exchange.module.css';
import type { Exchanging } from './use-exchange.ts';

export interface ExchangeLinesProps {
  readonly cart: Cart;
  readonly state: CartState;
  readonly exchanging: Exchanging;
}

/** What comes back, as minus lines above the goods that are taken home; nothing in a sale alone. */
export function ExchangeLines({ cart, state, exchanging }: ExchangeLinesProps) {
  const register = useRegister();
  const [, navigate] = useLocation();
  const { exchange, paying } = state;
  if (exchange === null) return null;
  const { inHand, isGiving } = exchanging;
  const isPickup = exchange.pickup !== undefined;
  const swap = inHand?.swap ?? null;

  function backToReturn(): void {
    if (exchange === null || !cart.setExchange(null)) return;
    if (exchange.pickup !== undefined) return navigate('/pickup');
    const draft = { ...exchange, ...newCreditNumber(register), choices: new Map(exchange.choices), voiding: null };
    register.saveDraft(RETURN_DRAFT, writeReturnDraft(draft));
    navigate('/returns');
  }

  const refunds = inHand === null ? null : refundsSoFar(inHand.source, inHand.choices);
  return (
    <section className={styles.exchange} aria-label={words(isPickup ? 'exchange.swapMissing' : 'exchange.cameBack')}>
      <header className={styles.head}>
        <IconArrowsExchange aria-hidden size={22} />
        <strong>{words(isPickup ? 'exchange.swapFrom' : 'exchange.backFrom', { number: exchange.number })}</strong>
        <Button variant="default" disabled={paying !== null || isGiving} onClick={backToReturn}>
          {words(isPickup ? 'exchange.backToPickup' : 'exchange.backToReturn')}
        </Button>
      </header>
      {exchanging.blocked !== null && <p role="status">{exchanging.blocked}</p>}
      {swap !== null && <p>{words('exchange.swapUnits', { taken: swap.leaving, units: unitWords(swap.inBag) })}</p>}
      <ul className={styles.lines}>
        {inHand?.source.lines.map((line) => {
          const quantity = inHand.choices.get(lineKey(line))?.quantity ?? 0;
          const { refundMinor, feeMinor } = refunds?.get(lineKey(line)) ?? { refundMinor: 0, feeMinor: 0 };
          if (quantity === 0) return null;
          return (
            <li key={lineKey(line)}>
              <span>
                {line.quantityDecimals === 0 && quantity > 1 ? `${quantity} × ` : ''}
                {lineName(line)}
                {feeMinor > 0 && (
                  <span className={styles.fee}>
                    {words('returns.fee')} {formatMoney(feeMinor, inHand.source.currency)}
                  </span>
                )}
              </span>
              <strong>{formatMoney(feeMinor - refundMinor, inHand.source.currency)}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
