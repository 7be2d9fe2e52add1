import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { definitionOf, type Operation } from './operations.ts';

/**
 * What an operation changes. The register replays its pending operations with it, and the server applies them with
 * it, so both come to the same view. Facts are never refused: where the world has moved on, the fact is applied and
 * an exception is among the effects (rule J5).
 */
export function applyOperation(reader: StoreReader, operation: Operation): readonly Effect[] {
  return definitionOf(operation).apply(reader, operation);
}

/** The documents that applying an operation looks at, as far as the operation alone tells. Those of `unknownFacts` too. */
export function readsOf(operation: Operation): DocumentKey[] {
  const { shiftId, registerId, businessDate } = operation;
  return [
    ...(shiftId === null ? [] : [shiftDocument.key(shiftId)]),
    exceptionDocument.key(`business_date_off:${registerId}:${businessDate}`),
    ...definitionOf(operation).reads(operation),
  ];
}

/** The documents that it looks at besides, once those of {@link readsOf} are known. */
export function readsNextOf(reader: StoreReader, operation: Operation): readonly DocumentKey[] {
  return definitionOf(operation).readsNext(reader, operation);
}
