import { useEffect } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useDocumentList, useRegister } from '../../kit/register-context.tsx';

/** The order with this number, as far as the register has it: one that was finished long ago is brought back from the disk. */
export function useOrder(number: string): FulfillmentOrder | undefined {
  const { recallOrders } = useRegister();
  const order = useDocumentList(fulfillmentOrderDocument).find((one) => one.orderNumber === number);
  const isMissing = order === undefined;
  useEffect(() => {
    if (isMissing) void recallOrders(number);
  }, [isMissing, number, recallOrders]);
  return order;
}
