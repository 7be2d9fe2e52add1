import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { loyaltyOfflineCap } from '../../../domain/loyalty/settings.ts';
import { pointsId } from '../../../domain/stored-value/stored-value.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { IconDiscount, IconX } from '../../kit/icons.ts';
import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';
import { useSetting } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { useStoredValue } from '../payment/use-stored-value.ts';
import styles from './CouponChips.module.css';
import { type PointsOffer, pointsOffer, stillWanted } from './points-offer.ts';
import { priceCart } from './price-cart.ts';
import type { SaleInProgress } from './use-sale.ts';

export interface PointsChipProps {
  readonly sale: Pick<SaleInProgress, 'cart' | 'state' | 'counter' | 'priced'>;
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** What is offered of the customer's points, where a promotion takes any. What they used elsewhere meanwhile is taken off again. */
function usePointsOffer({ cart, state, counter, priced }: PointsChipProps['sale']): PointsOffer | null {
  const { customerId, lines, points: wanted, saleDiscount, codes, paying } = state;
  const offlineCap = useSetting(loyaltyOfflineCap);
  const takesPoints = useMemo(() => counter?.rules.promotions.some(({ kind }) => kind === 'points') === true, [counter]);
  const known = useStoredValue(takesPoints && customerId !== null ? pointsId(customerId) : null);
  const still = wanted === null || known === null || paying !== null ? wanted : stillWanted(wanted, known, offlineCap);
  useEffect(() => {
    if (still !== wanted) cart.usePoints(still);
  }, [cart, still, wanted]);
  return useMemo(() => {
    if (counter === null || customerId === null || lines.length === 0) return null;
    const priceWith = (points: number) => priceCart(lines, counter, saleDiscount, codes, points);
    const offer = pointsOffer({ known: paying === null ? known : null, offlineCap, wanted, priced, priceWith });
    return takesPoints || offer?.kind === 'used' ? offer : null;
  }, [counter, customerId, lines, saleDiscount, codes, known, offlineCap, wanted, priced, paying, takesPoints]);
}

/** The points of the customer as a discount: how many take off how much, on and off by a button or Alt P. */
export function PointsChip({ sale, onDone }: PointsChipProps) {
  const offer = usePointsOffer(sale);
  const { cart, state, counter } = sale;
  const isPaying = state.paying !== null;
  const use = (points: number | null) => (cart.usePoints(points), onDone());
  useKeyDown((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP' || isDialogOpen() || isPaying) return null;
    if (offer?.kind === 'used') return () => use(null);
    return offer?.kind === 'offered' ? () => use(offer.most) : null;
  });
  if (offer === null) return null;
  const currency = counter?.currency ?? 'USD';
  return (
    <ul className={styles.chips} aria-label={words('payment.kind.points')}>
      <li data-used={offer.kind === 'used'} data-offer={offer.kind === 'offered'}>
        <IconDiscount aria-hidden size={18} stroke={1.9} />
        <span>{offerWords(offer, currency)}</span>
        {offer.kind === 'offered' && (
          <Button size="md" className={styles.use} aria-keyshortcuts="Alt+P" onClick={() => use(offer.most)}>
            {words('loyalty.use', { count: offer.points, amount: formatMoney(offer.amountMinor, currency) })}
          </Button>
        )}
        {offer.kind === 'used' && (
          <button
            type="button"
            className={styles.remove}
            disabled={isPaying}
            aria-keyshortcuts="Alt+P"
            aria-label={words('loyalty.keep')}
            onClick={() => use(null)}
          >
            <IconX aria-hidden size={18} stroke={1.9} />
          </button>
        )}
      </li>
    </ul>
  );
}

function offerWords(offer: PointsOffer, currency: string): string {
  if (offer.kind === 'used') return words('loyalty.off', { count: offer.points, amount: formatMoney(offer.amountMinor, currency) });
  const has = words('loyalty.has', { count: offer.has });
  if (offer.kind === 'offered') return has;
  return `${has} · ${offer.why === null ? words('loyalty.nothingOff') : refusalSentence(offer.why)}`;
}
