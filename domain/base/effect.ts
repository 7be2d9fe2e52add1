import type { Exception } from '../exceptions/exception.ts';
import type { ResolutionOutcome } from '../exceptions/operations.ts';
import type { FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import type { OperationOf } from '../registry/operations.ts';
import type { Sale } from '../sale/sale.ts';
import type { Shift } from '../shift/shift.ts';

/** What names the cause of a stock movement (rule P2). */
export type MovementCause =
  | 'sale'
  | 'return'
  | 'handover'
  | 'shipment'
  | 'short_pick'
  | 'reject'
  | 'put_back'
  | 'cancel'
  | 'reservation'
  | 'promise_moved'
  | 'exception_resolved'
  | 'opening_balance'
  | 'import';

/** What the rules may look at when they apply an operation. */
export interface StoreReader {
  fulfillmentOrder(id: string): FulfillmentOrder | undefined;
  sale(receiptNumber: string): Sale | undefined;
  shift(id: string): Shift | undefined;
  exception(id: string): Exception | undefined;
}

/** Units of an online order that its location will not fulfill and the pool has to source anew. */
export interface UnfulfilledUnits {
  readonly fulfillmentOrder: FulfillmentOrder;
  readonly lines: readonly { readonly lineNo: number; readonly quantity: number }[];
  /** Given up for now, not for want of goods: the location can be asked again after a while. */
  readonly reason?: 'too_busy' | 'closed';
}

/** One consequence of an operation. Documents are whole next states; stock is a change, which commutes. */
export type Effect =
  | {
      readonly kind: 'stock';
      readonly locationId: string;
      readonly sku: string;
      readonly onHand: number;
      readonly reserved: number;
      readonly cause: MovementCause;
    }
  | { readonly kind: 'fulfillment_order'; readonly order: FulfillmentOrder }
  | { readonly kind: 'unfulfilled'; readonly units: UnfulfilledUnits }
  | { readonly kind: 'sale'; readonly sale: Sale }
  | { readonly kind: 'shift'; readonly shift: Shift }
  | { readonly kind: 'exception'; readonly exception: Exception }
  /** What became of a resolution; for the history, and no state of the store. */
  | { readonly kind: 'resolution'; readonly outcome: ResolutionOutcome; readonly operation: OperationOf<'exception_resolved'> };
