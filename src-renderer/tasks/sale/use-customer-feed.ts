import { useEffect } from 'react';
import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { customerFeed } from '../../kit/customer-view/customer-feed.ts';
import { promotionNames } from '../../kit/promotion-reasons.ts';
import { useDocumentList, useRegister } from '../../kit/register-context.tsx';
import { saleScene, thanksScene } from './customer-scene.ts';
import type { SaleInProgress } from './use-sale.ts';

/** Says what the customer sees of this sale. It stays when the person looks at something else meanwhile. */
export function useCustomerFeed({ receipt, state, priced, counter, tender }: SaleInProgress): void {
  const register = useRegister();
  const promotions = useDocumentList(promotionDocument);
  const { plan, isOpen } = tender.payment;
  useEffect(() => {
    customerFeed.setSale(register, () => {
      if (receipt !== null) return thanksScene(receipt);
      if (counter === null) return null;
      const marked = state.paying === null ? state.lines.findIndex(({ id }) => id === state.touched) : -1;
      const { currency, rules } = counter;
      const { lines, totalMinor, taxMinor } = priced;
      const names = promotionNames(promotions);
      return saleScene({
        ...{ lines, totalMinor, taxMinor, currency, plan, marked, names },
        pricesIncludeTax: rules.pricesIncludeTax,
        isPaying: isOpen,
      });
    });
  }, [register, receipt, state, priced, counter, plan, isOpen, promotions]);
}
