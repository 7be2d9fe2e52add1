import { applyResolution } from '../exceptions/apply-resolution.ts';
import { applyFulfillment } from '../fulfillment/apply-fulfillment.ts';
import type { Operation } from './operations.ts';
import { applyReturn } from '../returns/apply-return.ts';
import { applySale } from '../sale/apply-sale.ts';
import { applyShift } from '../shift/apply-shift.ts';
import type { Effect, StoreReader } from '../base/effect.ts';

/**
 * What an operation changes. The register replays its pending operations with it, and the server applies them with
 * it, so both come to the same view. Facts are never refused: where the world has moved on, the fact is applied and
 * an exception is among the effects (rule J5).
 */
export function applyOperation(reader: StoreReader, operation: Operation): Effect[] {
  switch (operation.type) {
    case 'sale_completed':
      return applySale(reader, operation);
    case 'goods_returned':
      return applyReturn(reader, operation);
    case 'shift_opened':
    case 'shift_closed':
      return applyShift(reader, operation);
    case 'exception_resolved':
      return applyResolution(reader, operation);
    case 'sale_cleared':
    case 'sale_brought_back':
    case 'sale_line_reduced':
    case 'associate_switched':
      return [];
    default:
      return applyFulfillment(reader, operation);
  }
}
