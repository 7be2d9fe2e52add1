import { knownWords } from '../../../../texts/words/words.ts';

/** Why a person gives another price: codes that a sale keeps. */
export const PRICE_REASONS = ['price_match', 'damaged', 'wrong_price', 'last_piece', 'goodwill', 'other'] as const;

/** A reason by its code, as people read it; one that no catalog knows names itself. */
export function priceReasonWords(code: string): string {
  return knownWords(`priceReason.${code}`) ?? code.replaceAll('_', ' ');
}
