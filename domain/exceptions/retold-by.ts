import type { Operation } from '../registry/operations.ts';

/**
 * The ids of the exceptions that an operation may tell of once more: whoever applies it has to know those that are open,
 * so that they add up. Exceptions of unknown products and associates are not among them: see `unknownId`.
 */
export function exceptionsRetoldBy(operation: Operation): string[] {
  const ofShift = operation.shiftId === null ? [] : [`cash_not_in_drawer:${operation.shiftId}`, `other_currency:${operation.shiftId}`];
  const ofDate = [`business_date_off:${operation.registerId}:${operation.businessDate}`];
  switch (operation.type) {
    case 'shift_opened':
    case 'shift_closed':
      return ofDate;
    case 'sale_completed':
    case 'goods_returned':
      return [...ofDate, ...ofShift];
    case 'exception_resolved':
      return [...ofDate, operation.payload.exceptionId];
    case 'picking_started':
      return [
        ...ofDate,
        ...operation.payload.fulfillmentOrderIds.flatMap((id) => [`unknown_fulfillment_order:${id}`, `picked_after_end:${id}`]),
      ];
    case 'line_picked': {
      const { fulfillmentOrderId: id, lineNo } = operation.payload;
      return [...ofDate, `unknown_fulfillment_order:${id}`, `picked_after_end:${id}`, `picked_too_many:${id}:${lineNo}`];
    }
    case 'order_handed_over':
    case 'order_shipped': {
      const { fulfillmentOrderId: id } = operation.payload;
      const done = operation.type === 'order_shipped' ? 'shipped' : 'handed_over';
      return [...ofDate, `unknown_fulfillment_order:${id}`, `picked_after_end:${id}`, `${done}_after_end:${id}`, `${done}_too_many:${id}`];
    }
    case 'order_rejected':
      return [...ofDate, `unknown_fulfillment_order:${operation.payload.fulfillmentOrderId}`];
    case 'sale_cleared':
    case 'sale_brought_back':
    case 'sale_line_reduced':
    case 'associate_switched':
      return ofDate;
    default:
      return [
        ...ofDate,
        `unknown_fulfillment_order:${operation.payload.fulfillmentOrderId}`,
        `picked_after_end:${operation.payload.fulfillmentOrderId}`,
      ];
  }
}

/** The id of the exception about a product or an associate that nobody knows, one for each store. */
export function unknownId(kind: 'unknown_sku' | 'unknown_associate', storeId: string, id: string): string {
  return `${kind}:${storeId}:${id}`;
}
