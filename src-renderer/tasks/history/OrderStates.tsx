import { useEffect, useState } from 'react';
import type { SaleOrderState } from '../../../domain/orders/order-intake.ts';
import type { SaleCompleted } from '../../../domain/sale/sale.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';

type Asked = readonly SaleOrderState[] | 'asking' | null;

/** Where the goods are that a sale ordered, as the server says. Nothing where it ordered none. */
export function OrderStates({ sale: { receiptNumber, orders } }: { readonly sale: Pick<SaleCompleted, 'receiptNumber' | 'orders'> }) {
  const { findReturnable } = useRegister();
  const [asked, setAsked] = useState<Asked>('asking');
  const hasOrders = orders.length > 0;
  useEffect(() => {
    if (!hasOrders) return undefined;
    let isOver = false;
    const answer = (found: Asked) => !isOver && setAsked(found);
    void findReturnable(receiptNumber)
      .then((found) => answer(typeof found !== 'string' && found.kind === 'sale' ? (found.orders ?? null) : null))
      .catch(() => answer(null));
    return () => {
      isOver = true;
    };
  }, [findReturnable, receiptNumber, hasOrders]);
  if (!hasOrders || asked === 'asking') return null;
  if (asked === null) return <Notice tone="warn">{words('saleOrder.statesUnknown')}</Notice>;
  return (
    <>
      {asked.map(({ id, number, status, trackingNumbers }) => (
        <Notice key={id} tone={status === 'backordered' ? 'warn' : 'info'}>
          {words('saleOrder.state', { number, status: words(`saleOrder.status.${status}`) })}
          {trackingNumbers.length > 0 && ` ${words('saleOrder.tracking', { numbers: trackingNumbers.join(', ') })}`}
        </Notice>
      ))}
      {asked.length === 0 && <Notice tone="warn">{words('saleOrder.notThereYet')}</Notice>}
    </>
  );
}
