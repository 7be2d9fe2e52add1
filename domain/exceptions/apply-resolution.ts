import type { StoreReader } from '../base/define-document.ts';
import type { Recorded } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import { exceptionDocument, resolution } from './documents.ts';
import type { Exception, ResolvedBy } from './exception.ts';
import { choiceOf, type ExceptionChoice } from './guide.ts';
import type { ExceptionResolved, ResolutionOutcome } from './resolution.ts';

function leaving(sku: string, units: number, locationId: string): Effect {
  return { kind: 'stock', locationId, sku, onHand: -units, reserved: 0, cause: 'exception_resolved' };
}

/** How a choice corrects the stock, or null when it lacks what the choice asks for. */
function corrections(exception: Exception, choice: ExceptionChoice, { sku, quantity }: ExceptionResolved): Effect[] | null {
  const { goods, storeId } = exception;
  switch (choice.stock) {
    case 'none':
      return [];
    case 'goods_leave':
      return goods.map((one) => leaving(one.sku, one.quantity, storeId));
    case 'goods_return':
      return goods.map((one) => leaving(one.sku, -one.quantity, storeId));
    case 'named_leave':
      return sku === null || quantity === null ? null : [leaving(sku, quantity, storeId)];
    case 'named_return':
      return sku === null || quantity === null ? null : [leaving(sku, -quantity, storeId)];
    case 'named_instead': {
      const [sold] = goods;
      if (sku === null || quantity === null || sold === undefined) return null;
      return [leaving(sold.sku, -quantity, storeId), leaving(sku, quantity, storeId)];
    }
    case 'named_back_instead': {
      const [told] = goods;
      if (sku === null || quantity === null || told === undefined) return null;
      return [leaving(told.sku, quantity, storeId), leaving(sku, -quantity, storeId)];
    }
  }
}

/**
 * A person settled an exception: it is resolved, and the stock is corrected once. Two may do so without seeing each
 * other; the first counts, the others are facts too and are kept, without effect on anything.
 */
export function applyResolution(reader: StoreReader, operation: Recorded<'exception_resolved', ExceptionResolved>): Effect[] {
  const { payload } = operation;
  const keep = (outcome: ResolutionOutcome): Effect => resolution.effect({ outcome, operation });
  const found = reader.get(exceptionDocument, payload.exceptionId);
  if (found === undefined || found.storeId !== operation.storeId) return [keep('unknown_exception')];
  if (found.resolved !== null) return [keep('already_resolved')];
  const choice = choiceOf(found.kind, payload.choice);
  const corrected = choice === undefined ? null : corrections(found, choice, payload);
  if (corrected === null) return [keep('choice_not_valid')];
  const by: ResolvedBy =
    payload.office === null ? { kind: 'store', associateId: operation.associateId } : { kind: 'head_office', name: payload.office };
  const resolved = { choice: payload.choice, note: payload.note, at: operation.at, by, operationId: operation.id };
  return [exceptionDocument.put({ ...found, resolved }), ...corrected, keep('counted')];
}
