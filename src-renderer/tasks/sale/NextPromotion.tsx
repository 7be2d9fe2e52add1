import { useMemo } from 'react';
import { promotionDocument } from '../../../domain/promotions/documents.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { promotionNames, unlockWords } from '../../kit/promotion-reasons.ts';
import { useDocumentList } from '../../kit/register-context.tsx';
import styles from './Totals.module.css';

export interface NextPromotionProps {
  readonly priced: Pick<PricedSale, 'promotions'>;
  readonly currency: string;
}

/** What would unlock the next promotion, for the associate to tell the customer; nothing where none is near. */
export function NextPromotion({ priced, currency }: NextPromotionProps) {
  const promotions = useDocumentList(promotionDocument);
  const names = useMemo(() => promotionNames(promotions), [promotions]);
  const sentence = unlockWords(priced.promotions.next, names, currency);
  return sentence === null ? null : <p className={styles.next}>{sentence}</p>;
}
