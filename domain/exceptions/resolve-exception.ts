import type { StoreReader } from '../base/define-document.ts';
import type { Requested } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { choiceOf } from './guide.ts';
import { exceptionDocument } from './documents.ts';
import type { ChoiceMade, ExceptionResolved } from './resolution.ts';

const MOST = 1_000_000;

function isQuantity(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= MOST;
}

/**
 * Decides to resolve an exception by one of its kind's choices, with what that choice asks for; what it does not ask
 * for is left out.
 * @param office the name of the head office's API key; null in a store.
 */
export function resolveException(
  reader: StoreReader,
  exceptionId: string,
  made: ChoiceMade,
  office: string | null,
): Result<Requested<'exception_resolved', ExceptionResolved>, Refusal> {
  const exception = reader.get(exceptionDocument, exceptionId);
  if (exception === undefined || exception.resolved !== null) return refuse('exception_is_resolved');
  const choice = choiceOf(exception.kind, made.choice);
  if (choice === undefined) return refuse('choice_not_valid');
  const sku = choice.needs.includes('sku') ? (made.sku?.trim() ?? '') : null;
  if (sku === '') return refuse('sku_missing');
  const quantity = choice.needs.includes('quantity') ? made.quantity : null;
  if (choice.needs.includes('quantity') && !isQuantity(quantity)) return refuse('quantity_not_valid');
  const note = made.note.trim().slice(0, 500);
  if (choice.needs.includes('note') && note === '') return refuse('note_missing');
  return accept({ type: 'exception_resolved', payload: { exceptionId, choice: made.choice, sku, quantity, note, office } });
}
