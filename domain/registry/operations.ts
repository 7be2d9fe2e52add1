import { z } from 'zod';
import { associateSwitched } from '../associates/operations.ts';
import { exceptionResolved } from '../exceptions/operations.ts';
import * as fulfillment from '../fulfillment/operations.ts';
import { goodsReturned } from '../returns/return.ts';
import { saleCompleted } from '../sale/sale.ts';
import { saleBroughtBack, saleCleared, saleLineReduced } from '../sale/undone.ts';
import { shiftClosed, shiftOpened } from '../shift/shift.ts';
import { operationEnvelope } from '../base/envelope.ts';

function of<T extends string, P extends z.ZodType>(type: T, payload: P) {
  return operationEnvelope.extend({ type: z.literal(type), payload });
}

/** An operation: one immutable document about one thing that a person did in a store. */
export const operation = z.discriminatedUnion('type', [
  of('shift_opened', shiftOpened),
  of('shift_closed', shiftClosed),
  of('sale_completed', saleCompleted),
  of('goods_returned', goodsReturned),
  of('picking_started', fulfillment.pickingStarted),
  of('line_picked', fulfillment.linePicked),
  of('line_short_picked', fulfillment.lineShortPicked),
  of('order_packed', fulfillment.orderPacked),
  of('order_staged', fulfillment.orderStaged),
  of('order_handed_over', fulfillment.orderHandedOver),
  of('order_shipped', fulfillment.orderShipped),
  of('order_rejected', fulfillment.orderRejected),
  of('goods_put_back', fulfillment.goodsPutBack),
  of('exception_resolved', exceptionResolved),
  of('sale_cleared', saleCleared),
  of('sale_brought_back', saleBroughtBack),
  of('sale_line_reduced', saleLineReduced),
  of('associate_switched', associateSwitched),
]);

export type Operation = z.infer<typeof operation>;
export type OperationType = Operation['type'];
export type OperationOf<T extends OperationType> = Extract<Operation, { type: T }>;
/** Operations that change nothing but are kept, for reports to count. */
export type NotedType = 'sale_cleared' | 'sale_brought_back' | 'sale_line_reduced' | 'associate_switched';
/** What a person did, before the journal gives it its place: a type and its payload. */
export type OperationRequest = { [T in OperationType]: { type: T; payload: OperationOf<T>['payload'] } }[OperationType];
/** An operation before its hash is known. */
export type UnhashedOperation = { [T in OperationType]: Omit<OperationOf<T>, 'hash'> }[OperationType];

/** An operation as it stands in a journal and travels, in whatever version it was written; its hash is over exactly this. */
export type WrittenOperation = Omit<Operation, 'version' | 'type' | 'payload'> & {
  readonly version: number;
  readonly type: string;
  readonly payload: unknown;
};
