import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import type { OfficeRefusal } from './resolve-at-office.ts';

/** What is said where no exception has that id. */
export const NOT_KNOWN: RefusalText = {
  code: 'unknown_exception',
  message: 'There is no such exception.',
  field: 'exceptionId',
  fix: 'List the exceptions again.',
};

/**
 * What a refusal of the head office's decision is answered with.
 * @throws Error for a refusal that resolving an exception never gives.
 */
export function exceptionRefusal(refusal: OfficeRefusal): HttpRefusal {
  switch (refusal) {
    case 'unknown_exception':
      return new HttpRefusal(404, NOT_KNOWN);
    case 'exception_is_resolved':
      return new HttpRefusal(409, { code: refusal, message: 'Somebody has resolved this exception already.', fix: 'Look at its history.' });
    case 'id_reused':
      return new HttpRefusal(409, {
        code: refusal,
        message: 'Another decision was sent with this operationId.',
        field: 'operationId',
        fix: 'Make a new UUIDv7 for each decision.',
      });
    case 'unknown_sku':
    case 'sku_missing':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This choice needs the SKU of a product in the catalog.',
        field: 'sku',
        fix: 'Enter the SKU of the product that was meant.',
      });
    case 'quantity_not_valid':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This choice needs a quantity of at least 1.',
        field: 'quantity',
        fix: 'Enter how many units.',
      });
    case 'note_missing':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This choice needs a note.',
        field: 'note',
        fix: 'Write down what was found out.',
      });
    case 'choice_not_valid':
      return new HttpRefusal(422, {
        code: refusal,
        message: 'This cannot be chosen for this exception.',
        field: 'choice',
        fix: 'Take one of the choices of its kind.',
      });
    default:
      throw new Error(`Resolving an exception was refused: ${refusal}.`);
  }
}
